import type { Fault } from './faults/fault.ts'
import type { AccessKey } from './signature/access-key.ts'
import type { JobDuration } from './state/job.ts'
import type { Edition } from './state/project.ts'
import type { NodeNameScope } from './state/service.ts'

/** A workspace of the emulator. */
export interface EmulatorProject {
  /** Workspace id, in digits. */
  readonly id: string | number | bigint
  /** The English name; outputs begin with it, and the root's output is `<identifier>_root`. */
  readonly identifier: string
  /**
   * Which Data Studio the workspace uses: `new` (the default) takes FlowSpec operations, `legacy` business processes.
   */
  readonly edition?: Edition
  /** Outputs that exist besides those of workflows kept here, such as ones of other workspaces. */
  readonly outputs?: readonly string[]
}

/** How an emulator is to be. */
export interface EmulatorOptions {
  /** Default: `10000`, `dw_project`, with the new Data Studio, and `20000`, `dw_legacy`, with the legacy one. */
  readonly projects?: readonly EmulatorProject[]
  /** The access key that requests must be signed with; default a made-up one. With a token, STS is required. */
  readonly credentials?: AccessKey
  /** TCP port; default 0, a free one. */
  readonly port?: number
  /** The clock, in milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number
  /** The account that calls, as digits; default a made-up one. It owns what names no owner. */
  readonly owner?: string
  /**
   * Whether ids of workflows and nodes are bare JSON integers, as they were in 2025, instead of texts. A client that
   * reads them as JavaScript numbers loses digits. Default false.
   */
  readonly idsAsNumbers?: boolean
  /**
   * How long an import takes: a number of GetJobStatus answers that still say `Running`, or milliseconds of the clock.
   * Its effect can be seen when it is over. Default `{ polls: 1 }`.
   */
  readonly jobDuration?: JobDuration
  /**
   * Where two nodes must not have one name: in a workspace, as is documented (the default), or in a workflow, as
   * recorded answers suggest.
   */
  readonly uniqueNodeNames?: NodeNameScope
  /** What is to go wrong, in this order. */
  readonly faults?: readonly Fault[]
}
