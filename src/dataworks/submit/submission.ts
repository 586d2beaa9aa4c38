import type { SpecDiff } from '../../diff/diff-specs.ts'
import type { NamedEdge } from '../../diff/named-edge.ts'

/** A node of a submitted workflow. */
export interface SubmittedNode {
  readonly name: string
  /** The id the service has for it. */
  readonly id: string
}

/** A workflow that was submitted, read back and found whole. It is not live before it is published. */
export interface Submission {
  readonly workflowId: string
  /** The job that imported it; the last one when a repair was needed. */
  readonly jobId: string
  /** Whether the workflow is new; otherwise it was updated. */
  readonly created: boolean
  readonly nodes: readonly SubmittedNode[]
  readonly edges: readonly NamedEdge[]
  /** What else differs between the document and what the service has: parts only it has, and fields it changed. */
  readonly differences: SpecDiff
}
