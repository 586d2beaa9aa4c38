import { numberIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from '../operation.ts'
import {
  type Fields,
  inside,
  list,
  named,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  resultIn,
  type WithMore,
} from '../result.ts'
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

/** The parameters of ListWorkflows; every condition left out holds for all workflows. */
export interface ListWorkflowsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  readonly envType?: ScheduledEnvironment | undefined
  readonly ids?: readonly Id[] | undefined
  /** Part of the name. */
  readonly name?: string | undefined
  readonly owner?: string | undefined
  readonly tags?: readonly string[] | undefined
  readonly triggerType?: string | undefined
  readonly sortBy?: string | undefined
}

/** A workflow of the scheduler: what a released workflow is there. Times are in milliseconds since 1970. */
export interface ScheduledWorkflow extends WithMore {
  readonly id: string
  readonly name: string | undefined
  readonly description: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly envType: string | undefined
  readonly clientUniqueCode: string | undefined
  /** Its parameters, as text. */
  readonly parameters: string | undefined
  readonly trigger: ScheduledTrigger
  readonly tags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
  readonly createUser: string | undefined
  readonly modifyUser: string | undefined
  readonly createTime: number | undefined
  readonly modifyTime: number | undefined
}

/** A task of a workflow of the scheduler. */
export interface WorkflowTask extends Omit<ScheduledTask, 'projectEnv'> {
  readonly clientUniqueCode: string | undefined
  readonly envType: string | undefined
  readonly triggerRecurrence: string | undefined
}

/** A workflow of the scheduler with its tasks. */
export interface FoundWorkflow extends ScheduledWorkflow {
  readonly dependencies: readonly ScheduledDependency[]
  readonly outputs: readonly { readonly output: string | undefined }[]
  readonly tasks: readonly WorkflowTask[]
  readonly requestId: string | undefined
}

const { projectEnv: _, ...taskFields } = scheduledTask

const workflowFields: Fields<ScheduledWorkflow> = {
  id: requiredText,
  name: textIn,
  description: textIn,
  owner: textIn,
  projectId: textIn,
  envType: textIn,
  clientUniqueCode: textIn,
  parameters: textIn,
  trigger: scheduledTrigger,
  tags: list({ key: textIn, value: textIn }),
  createUser: textIn,
  modifyUser: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
}

/** ListWorkflows (2024-05-18). */
export const listWorkflows: Operation<ListWorkflowsParams, Page<ScheduledWorkflow>> = {
  action: 'ListWorkflows',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: {
    projectId: required('workspace'),
    envType: 'text',
    ids: { list: 'int64' },
    name: 'text',
    owner: 'text',
    tags: { list: 'text' },
    triggerType: 'text',
    sortBy: 'text',
    ...pageParameters,
  },
  read: pageOf('Workflows', workflowFields),
}

/** The parameters of GetWorkflow. */
export interface GetWorkflowParams extends ScheduledParams {
  readonly envType?: ScheduledEnvironment | undefined
}

/** GetWorkflow (2024-05-18). */
export const getWorkflow: Operation<GetWorkflowParams, FoundWorkflow> = {
  action: 'GetWorkflow',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('int64'), envType: 'text' },
  read: resultIn('Workflow', {
    ...workflowFields,
    dependencies: scheduledDependencies,
    outputs: inside('Outputs', named('TaskOutputs', list({ output: textIn }))),
    tasks: list({ ...taskFields, clientUniqueCode: textIn, envType: textIn, triggerRecurrence: textIn }),
  }),
}
