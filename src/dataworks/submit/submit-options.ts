import type { BuildOptions } from '../../builders/build-options.ts'
import type { CheckOptions } from '../../check/check-options.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { FlowDocument } from '../../model/generated/types.ts'
import type { CallOptions } from '../client/call-options.ts'
import type { WaitForJobOptions } from '../client/wait-for-job.ts'
import type { Id } from '../operations/operation.ts'
import type { SubmitProgress } from './submit-progress.ts'

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
  /** How the import is waited for. */
  readonly wait?: Omit<WaitForJobOptions, 'onProgress' | 'signal'> | undefined
  /** Called at every step. What it throws ends the submission. */
  readonly onProgress?: ((progress: SubmitProgress) => void) | undefined
}
