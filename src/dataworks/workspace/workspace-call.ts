import type { CallOptions } from '../client/client-options.ts'
import type { Id } from '../operations/operation.ts'

/** What everything that is done in a workspace needs to know of it. */
export interface WorkspaceCall extends CallOptions {
  /** The workspace; one of the new Data Studio. */
  readonly projectId: Id
}
