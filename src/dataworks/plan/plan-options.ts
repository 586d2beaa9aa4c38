import type { BuildOptions } from '../../builders/build/context.ts'
import type { CheckOptions } from '../../check/check-options.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import type { DeployRecord } from './deploy-record.ts'

/** The options of {@link plan}. */
export interface PlanOptions extends WorkspaceCall {
  /** What the last deploy left behind; with it a plan tells changes in code from changes in the console. */
  readonly record?: DeployRecord | undefined
  /** Whether what the documents have no more may be deleted. Default false. */
  readonly allowDelete?: boolean | undefined
  /**
   * Whether what this project did not deploy may be replaced: a workflow that somebody else made under the same name, or
   * what was changed in the console since the last deploy. Default false.
   */
  readonly adopt?: boolean | undefined
  /** How builders are built, such as the project's name for their outputs. Of no use for documents, which are built. */
  readonly build?: BuildOptions | undefined
  /** How documents are checked. Builders are checked when they are built. */
  readonly check?: CheckOptions | undefined
  /** How many calls are under way at once, 1 to 20; 4 when left out. */
  readonly concurrency?: number | undefined
}
