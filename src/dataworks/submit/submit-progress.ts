import type { SpecDiff } from '../../diff/diff-specs.ts'
import type { JobStatus } from '../operations/get-job-status.ts'

/** How far a submission is. */
export type SubmitProgress =
  /** The document is built and checked; nothing was sent yet. */
  | { readonly step: 'checked'; readonly workflow: string; readonly nodes: number; readonly edges: number }
  /** The workflow was looked up by its name; no id when there is none yet. */
  | { readonly step: 'looked-up'; readonly workflowId: string | undefined; readonly nodes: number }
  /** An import was started; the second round repairs what the first one lost. */
  | { readonly step: 'importing'; readonly round: number; readonly workflowId: string; readonly jobId: string }
  /** The import's status was read. */
  | { readonly step: 'job'; readonly round: number; readonly status: JobStatus }
  /** The workflow was read back and compared. */
  | { readonly step: 'compared'; readonly round: number; readonly differences: SpecDiff }
