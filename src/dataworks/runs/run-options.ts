import type { WaitTimes } from '../client/poll.ts'
import type { Id } from '../operations/operation.ts'
import type { WorkflowInstance } from '../operations/scheduler/workflow-instances.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'

/** What {@link runOnce} and {@link backfill} need to know. */
export interface RunOptions extends WorkspaceCall {
  /** The workflow, by the id that {@link deploy} gave; it has to be published. */
  readonly workflowId: Id
  /** What the run is called in the console; the name of the workflow with a random ending when left out. */
  readonly name?: string | undefined
  /** Parameters of the workflow for this run. */
  readonly parameters?: Readonly<Record<string, string>> | undefined
  /** Where it runs; production when left out. */
  readonly environment?: 'Dev' | 'Prod' | undefined
  /**
   * How the making of the instances is waited for, not their end: see {@link statusOf}. `interval` is 2,000 ms when left
   * out, `maxInterval` 15,000 ms, and `timeout` 30 minutes.
   */
  readonly wait?: WaitTimes | undefined
}

/** The options of {@link runOnce}. */
export interface RunOnceOptions extends RunOptions {
  /** The business date, `yyyy-MM-dd`; the day before, in China, when left out. */
  readonly businessDate?: string | undefined
}

/** The options of {@link backfill}. */
export interface BackfillOptions extends RunOptions {
  /** The first business date, `yyyy-MM-dd`. */
  readonly from: string
  /** The last business date, `yyyy-MM-dd`; that of `from` when left out. */
  readonly to?: string | undefined
  /** How many business dates run at once, 1 to 10; 1 when left out. */
  readonly parallelism?: number | undefined
  /** Whether the latest business date runs first. Default false. */
  readonly latestFirst?: boolean | undefined
}

/** Instances that were made and started. */
export interface StartedRun {
  /** What the run is called in the console. */
  readonly name: string
  /** The instances, one for each business date. */
  readonly instanceIds: readonly string[]
}

/** The options of {@link statusOf}. */
export interface StatusOptions {
  readonly instanceIds: readonly Id[]
  /** How many calls are under way at once, 1 to 20; 4 when left out. */
  readonly concurrency?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** How instances stand. */
export interface RunStatus {
  /** `Success` when all succeeded, `Failure` when one failed and none goes on, `Running` as long as one goes on. */
  readonly status: 'Failure' | 'Running' | 'Success'
  readonly instances: readonly WorkflowInstance[]
}
