import { numberIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, required } from '../operation.ts'
import {
  type Fields,
  list,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  resultIn,
  type WithMore,
} from '../result.ts'
import type { ScheduledEnvironment, ScheduledParams } from './scheduled-task.ts'

/** An instance of a workflow: one run of it for one business date. Times are in milliseconds since 1970. */
export interface WorkflowInstance extends WithMore {
  readonly id: string
  readonly unifiedWorkflowInstanceId: string | undefined
  readonly workflowTaskInstanceId: string | undefined
  /** The workflow of the scheduler; `1` for tasks that are in none. */
  readonly workflowId: string | undefined
  readonly name: string | undefined
  /** Why it runs, such as `Normal`, `SupplementData` or `ManualWorkflow`. */
  readonly type: string | undefined
  /** How it stands, such as `NotRun`, `Running`, `Success` or `Failure`. */
  readonly status: string | undefined
  readonly bizDate: number | undefined
  readonly envType: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly workflowParameters: string | undefined
  readonly tags: readonly { readonly key: string | undefined; readonly value: string | undefined }[]
  readonly startedTime: number | undefined
  readonly finishedTime: number | undefined
  readonly createUser: string | undefined
  readonly modifyUser: string | undefined
  readonly createTime: number | undefined
  readonly modifyTime: number | undefined
}

/** The answer of GetWorkflowInstance. */
export interface FoundWorkflowInstance extends WorkflowInstance {
  readonly requestId: string | undefined
}

/** The parameters of ListWorkflowInstances. */
export interface ListWorkflowInstancesParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** The business date, in milliseconds since 1970. */
  readonly bizDate: number
  readonly envType?: ScheduledEnvironment | undefined
  readonly ids?: readonly Id[] | undefined
  /** Part of the name. */
  readonly name?: string | undefined
  readonly owner?: string | undefined
  readonly type?: string | undefined
  readonly workflowId?: Id | undefined
  readonly unifiedWorkflowInstanceId?: Id | undefined
  readonly tags?: readonly string[] | undefined
  /** More conditions, as JSON text. */
  readonly filter?: string | undefined
  readonly sortBy?: string | undefined
}

const instanceFields: Fields<WorkflowInstance> = {
  id: requiredText,
  unifiedWorkflowInstanceId: textIn,
  workflowTaskInstanceId: textIn,
  workflowId: textIn,
  name: textIn,
  type: textIn,
  status: textIn,
  bizDate: numberIn,
  envType: textIn,
  owner: textIn,
  projectId: textIn,
  workflowParameters: textIn,
  tags: list({ key: textIn, value: textIn }),
  startedTime: numberIn,
  finishedTime: numberIn,
  createUser: textIn,
  modifyUser: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
}

/** GetWorkflowInstance (2024-05-18). */
export const getWorkflowInstance: Operation<ScheduledParams, FoundWorkflowInstance> = {
  action: 'GetWorkflowInstance',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('int64') },
  read: resultIn('WorkflowInstance', instanceFields),
}

/** ListWorkflowInstances (2024-05-18). */
export const listWorkflowInstances: Operation<ListWorkflowInstancesParams, Page<WorkflowInstance>> = {
  action: 'ListWorkflowInstances',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: {
    projectId: required('workspace'),
    bizDate: required('number'),
    envType: 'text',
    ids: { list: 'int64' },
    name: 'text',
    owner: 'text',
    type: 'text',
    workflowId: 'int64',
    unifiedWorkflowInstanceId: 'int64',
    tags: { list: 'text' },
    filter: 'text',
    sortBy: 'text',
    ...pageParameters,
  },
  read: pageOf('WorkflowInstances', instanceFields),
}
