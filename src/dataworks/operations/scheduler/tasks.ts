import { textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from '../operation.ts'
import { inside, list, named, type Page, type PageParams, pageOf, pageParameters, record, resultIn } from '../result.ts'
import { type Changed, changing } from '../shared/changing.ts'
import {
  type ScheduledDependency,
  type ScheduledEnvironment,
  type ScheduledParams,
  type ScheduledTask,
  type ScheduledTrigger,
  scheduledDependencies,
  scheduledTask,
  scheduledTrigger,
} from './scheduled-task.ts'

/** The parameters of ListTasks; every condition left out holds for all tasks. */
export interface ListTasksParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  readonly projectEnv?: ScheduledEnvironment | undefined
  readonly ids?: readonly Id[] | undefined
  /** Part of the name. */
  readonly name?: string | undefined
  readonly owner?: string | undefined
  /** The command of the node, such as `ODPS_SQL`. */
  readonly taskType?: string | undefined
  readonly triggerType?: string | undefined
  readonly triggerRecurrence?: string | undefined
  readonly runtimeResource?: string | undefined
  readonly workflowId?: Id | undefined
  readonly sortBy?: string | undefined
}

/** A task of the scheduler in a list. */
export interface ListedTask extends ScheduledTask {
  readonly instanceMode: string | undefined
  readonly scriptParameters: string | undefined
  readonly trigger: ScheduledTrigger
}

/** A variable of a task. */
export interface TaskVariable {
  readonly name: string | undefined
  readonly type: string | undefined
  readonly value: string | undefined
}

/** A task in another. */
export interface SubTask extends ScheduledTask {
  readonly envType: string | undefined
  readonly trigger: ScheduledTrigger
}

/** A task with what it runs, and what it waits for. */
export interface FoundTask extends ScheduledTask {
  readonly envType: string | undefined
  readonly instanceMode: string | undefined
  readonly trigger: ScheduledTrigger
  readonly dependencies: readonly ScheduledDependency[]
  readonly inputs: { readonly variables: readonly TaskVariable[] }
  readonly outputs: {
    readonly taskOutputs: readonly { readonly output: string | undefined }[]
    readonly variables: readonly TaskVariable[]
  }
  readonly script: { readonly content: string | undefined; readonly parameters: string | undefined }
  /** What kind of node holds the tasks in `subTasks`. */
  readonly subTaskType: string | undefined
  readonly subTasks: readonly SubTask[]
  readonly tags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
  readonly requestId: string | undefined
}

/** The parameters of GetTask. */
export interface GetTaskParams extends ScheduledParams {
  readonly projectEnv?: ScheduledEnvironment | undefined
}

/** ListTasks (2024-05-18). */
export const listTasks: Operation<ListTasksParams, Page<ListedTask>> = {
  action: 'ListTasks',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: {
    projectId: required('workspace'),
    projectEnv: 'text',
    ids: { list: 'int64' },
    name: 'text',
    owner: 'text',
    taskType: 'text',
    triggerType: 'text',
    triggerRecurrence: 'text',
    runtimeResource: 'text',
    workflowId: 'int64',
    sortBy: 'text',
    ...pageParameters,
  },
  read: pageOf('Tasks', {
    ...scheduledTask,
    instanceMode: textIn,
    scriptParameters: textIn,
    trigger: scheduledTrigger,
  }),
}

const variable = { name: textIn, type: textIn, value: textIn }

/** GetTask (2024-05-18). */
export const getTask: Operation<GetTaskParams, FoundTask> = {
  action: 'GetTask',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('int64'), projectEnv: 'text' },
  read: resultIn('Task', {
    ...scheduledTask,
    envType: textIn,
    instanceMode: textIn,
    trigger: scheduledTrigger,
    dependencies: scheduledDependencies,
    inputs: record({ variables: list(variable) }),
    outputs: record({ taskOutputs: list({ output: textIn }), variables: list(variable) }),
    script: record({ content: textIn, parameters: textIn }),
    subTaskType: inside('SubTasks', named('Type', textIn)),
    subTasks: inside('SubTasks', list({ ...scheduledTask, envType: textIn, trigger: scheduledTrigger })),
    tags: list({ key: textIn, value: textIn }),
  }),
}

/** The parameters of TriggerSchedulerTaskInstance. */
export interface TriggerSchedulerTaskInstanceParams {
  /** The task, by its id in the scheduler. */
  readonly taskId: Id
  /** In milliseconds since 1970. */
  readonly triggerTime: number
  readonly envType?: ScheduledEnvironment | undefined
}

/** TriggerSchedulerTaskInstance (2024-05-18). */
export const triggerSchedulerTaskInstance: Operation<TriggerSchedulerTaskInstanceParams, Changed> =
  changing<TriggerSchedulerTaskInstanceParams>(
    'TriggerSchedulerTaskInstance',
    { taskId: required('int64'), triggerTime: required('number'), envType: 'text' },
    { effect: 'change', inQuery: ['envType'] },
  )
