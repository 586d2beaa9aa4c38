import { numberIn, requiredText, textIn } from '../answer.ts'
import type { Id } from '../operation.ts'
import { type Field, type Fields, list, record, type WithMore } from '../result.ts'

/** Where a task of the scheduler is: `Dev` exists in workspaces of standard mode only. */
export type ScheduledEnvironment = 'Dev' | 'Prod'

/** The parameters of what reads one thing of the scheduler. */
export interface ScheduledParams {
  readonly id: Id
}

/** When something of the scheduler runs. */
export interface ScheduledTrigger {
  readonly type: string | undefined
  readonly recurrence: string | undefined
  readonly cron: string | undefined
  readonly startTime: string | undefined
  readonly endTime: string | undefined
}

/** A task of the scheduler: what a released node is there. Times are in milliseconds since 1970. */
export interface ScheduledTask extends WithMore {
  readonly id: string
  readonly name: string | undefined
  readonly description: string | undefined
  readonly type: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly projectEnv: string | undefined
  /** The workflow of the scheduler it is in; `1` for none. */
  readonly workflowId: string | undefined
  readonly baselineId: string | undefined
  readonly priority: number | undefined
  readonly rerunMode: string | undefined
  readonly rerunTimes: number | undefined
  readonly rerunInterval: number | undefined
  readonly timeout: number | undefined
  readonly dataSource: { readonly name: string | undefined }
  readonly runtimeResource: {
    readonly resourceGroupId: string | undefined
    readonly cu: string | undefined
    readonly image: string | undefined
  }
  readonly createUser: string | undefined
  readonly modifyUser: string | undefined
  readonly createTime: number | undefined
  readonly modifyTime: number | undefined
}

/** What something of the scheduler waits for. */
export interface ScheduledDependency extends WithMore {
  readonly type: string | undefined
  readonly upstreamOutput: string | undefined
  readonly upstreamTaskId: string | undefined
}

export const scheduledTrigger: Field<ScheduledTrigger> = record({
  type: textIn,
  recurrence: textIn,
  cron: textIn,
  startTime: textIn,
  endTime: textIn,
})

export const scheduledDependencies: Field<readonly ScheduledDependency[]> = list({
  type: textIn,
  upstreamOutput: textIn,
  upstreamTaskId: textIn,
})

/** How a task of the scheduler is read. */
export const scheduledTask: Fields<ScheduledTask> = {
  id: requiredText,
  name: textIn,
  description: textIn,
  type: textIn,
  owner: textIn,
  projectId: textIn,
  projectEnv: textIn,
  workflowId: textIn,
  baselineId: textIn,
  priority: numberIn,
  rerunMode: textIn,
  rerunTimes: numberIn,
  rerunInterval: numberIn,
  timeout: numberIn,
  dataSource: record({ name: textIn }),
  runtimeResource: record({ resourceGroupId: textIn, cu: textIn, image: textIn }),
  createUser: textIn,
  modifyUser: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
}
