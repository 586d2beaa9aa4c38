import type { BuildOptions } from '../../builders/build/context.ts'
import type { CheckOptions } from '../../check/check-options.ts'
import type { NamedEdge } from '../../document/compare/named-edge.ts'
import type { SpecDiff } from '../../document/compare/spec-diff.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import type { CallOptions } from '../client/client-options.ts'
import type { WaitTimes } from '../client/poll.ts'
import type { JobStatus } from '../operations/import-job.ts'
import type { Id } from '../operations/operation.ts'

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
  /** The nodes that the workflow had and that this update removed, since the document has them no more. */
  readonly removed: readonly SubmittedNode[]
  /** What else differs between the document and what the service has: parts only it has, and fields it changed. */
  readonly differences: SpecDiff
}

/** Something that builds a document, as every workflow builder does. */
export interface Buildable {
  /** Builds the document and checks it; throws FlowSpecError when the check finds errors. */
  build(options?: BuildOptions): FlowDocument
}

/** What can be submitted: a workflow builder, or a document that was built or read. */
export type SubmitSource = Buildable | FlowDocument | ReadDocument

/** The options of {@link submit}. */
export interface SubmitOptions extends CallOptions {
  /** The workspace; one of the new Data Studio. */
  readonly projectId: Id
  /** How a builder is built, such as the project's name for its outputs. Of no use for a document, which is built. */
  readonly build?: BuildOptions | undefined
  /** How a document is checked. A builder is checked when it is built, by its `build` options and suppressions. */
  readonly check?: CheckOptions | undefined
  /**
   * Whether a workflow without nodes may replace one that has some, which removes them all, and may be submitted as a
   * document of version 2.0.0, which holds none by its nature. Default false: both are refused.
   */
  readonly allowEmpty?: boolean | undefined
  /**
   * Whether nodes that the workflow has and the document does not have may be deleted. Default false: the document is
   * refused, with the names of these nodes.
   */
  readonly allowDelete?: boolean | undefined
  /** Whether a workflow of the same name that somebody else made may be replaced. Default false: it is refused. */
  readonly adopt?: boolean | undefined
  /**
   * Whether a workflow may be read back with other values than were sent, which are then told in `differences`. Default
   * false: it is taken for the version of somebody who submitted the workflow at the same time. True is for a field that
   * the service is found to rewrite by itself.
   */
  readonly acceptDifferences?: boolean | undefined
  /** How the import is waited for; what is left out is as it is for a job. */
  readonly wait?: WaitTimes | undefined
  /** Called at every step. What it throws ends the submission. */
  readonly onProgress?: ((progress: SubmitProgress) => void) | undefined
}

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
  /** Of nodes whose edges its definition lacks the service was asked what they come after, of so many it may be. */
  | { readonly step: 'edges'; readonly round: number; readonly asked: number; readonly nodes: number }
  /** The workflow was read back and compared. */
  | { readonly step: 'compared'; readonly round: number; readonly differences: SpecDiff }
