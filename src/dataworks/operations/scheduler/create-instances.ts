import { requiredText, textIn, textsIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, objectOf, required } from '../operation.ts'
import { result, resultIn, type WithMore } from '../result.ts'
import { type Tag, tagType } from '../workspace/projects.ts'
import type { ScheduledEnvironment } from './scheduled-task.ts'

/** Business dates from one to another, both included, written `yyyy-MM-dd`. */
export interface BizDateRange {
  readonly startBizDate: string
  readonly endBizDate: string
}

/** For which business dates, and for which part of each, instances are made. */
export interface InstancePeriods {
  /** The service takes seven at most. */
  readonly bizDates: readonly BizDateRange[]
  /** `HH:mm:ss`; with `endTime`, or neither. */
  readonly startTime?: string | undefined
  readonly endTime?: string | undefined
}

/** Which tasks run, and how. */
export interface RunProperties {
  /** Which tasks run: those that are named, the workflow, a chain, or all downstream. */
  readonly mode?: 'AllDownstream' | 'Chain' | 'General' | 'ManualSelection' | undefined
  readonly rootTaskIds?: readonly Id[] | undefined
  readonly includeTaskIds?: readonly Id[] | undefined
  readonly excludeTaskIds?: readonly Id[] | undefined
  readonly includeProjectIds?: readonly Id[] | undefined
  readonly excludeProjectIds?: readonly Id[] | undefined
  /** How many business dates run at once, 1 to 10; 1 is one after the other. */
  readonly parallelism?: number | undefined
  readonly order?: 'Asc' | 'Desc' | undefined
  /** 1 to 11. */
  readonly priority?: number | undefined
  readonly priorityWeightStrategy?: 'Disable' | 'Upstream' | undefined
  /** The identifier of a resource group. */
  readonly runtimeResource?: string | undefined
  readonly runPolicy?:
    | {
        readonly type: 'Daily' | 'Weekend'
        readonly startTime: string
        readonly endTime: string
        readonly immediately?: boolean | undefined
      }
    | undefined
  readonly alert?:
    | {
        readonly type?: 'Failure' | 'Success' | 'SuccessFailure' | undefined
        readonly noticeType?: 'Mail' | 'Sms' | 'SmsMail' | undefined
      }
    | undefined
  /** Has to be given for a backfill. */
  readonly analysis?: { readonly enabled?: boolean | undefined; readonly blocked?: boolean | undefined } | undefined
}

/** The parameters of CreateWorkflowInstances. */
export interface CreateWorkflowInstancesParams {
  /** The workspace. */
  readonly projectId: Id
  /** What the run is called. */
  readonly name: string
  /** `SupplementData` is a backfill. */
  readonly type: 'Manual' | 'ManualWorkflow' | 'SmokeTest' | 'SupplementData' | 'TriggerWorkflow'
  /** The workflow of the scheduler; `1` for tasks that are in none. */
  readonly workflowId: Id
  readonly envType?: ScheduledEnvironment | undefined
  /** Whether the instances start at once; the service takes true when left out. */
  readonly autoStartEnabled?: boolean | undefined
  readonly comment?: string | undefined
  /** JSON text: the parameters of each task by its id, such as `{"1234":"key=value"}`. */
  readonly taskParameters?: string | undefined
  /** The parameters of the workflow: `key=value` for scheduled ones, JSON text for manual ones. */
  readonly workflowParameters?: string | undefined
  readonly periods?: InstancePeriods | undefined
  readonly defaultRunProperties?: RunProperties | undefined
  readonly tags?: readonly Tag[] | undefined
  readonly tagCreationPolicy?: 'Append' | 'Overwrite' | undefined
}

/** What starts in the service and is asked for by its id. */
export interface StartedOperation extends WithMore {
  readonly operationId: string
  readonly requestId: string | undefined
}

const ids = { list: 'int64' } as const

const runProperties = objectOf<RunProperties>({
  mode: 'text',
  rootTaskIds: ids,
  includeTaskIds: ids,
  excludeTaskIds: ids,
  includeProjectIds: ids,
  excludeProjectIds: ids,
  parallelism: 'count',
  order: 'text',
  priority: 'count',
  priorityWeightStrategy: 'text',
  runtimeResource: 'text',
  runPolicy: {
    object: { type: required('text'), startTime: required('text'), endTime: required('text'), immediately: 'boolean' },
  },
  alert: { object: { type: 'text', noticeType: 'text' } },
  analysis: { object: { enabled: 'boolean', blocked: 'boolean' } },
})

const bizDateRange = objectOf<BizDateRange>({ startBizDate: required('text'), endBizDate: required('text') })

/** CreateWorkflowInstances (2024-05-18). */
export const createWorkflowInstances: Operation<CreateWorkflowInstancesParams, StartedOperation> = {
  action: 'CreateWorkflowInstances',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: required('workspace'),
    name: required('text'),
    type: required('text'),
    workflowId: required('int64'),
    envType: 'text',
    autoStartEnabled: 'boolean',
    comment: 'text',
    taskParameters: 'text',
    workflowParameters: 'text',
    periods: objectOf<InstancePeriods>({
      bizDates: required({ list: bizDateRange }),
      startTime: 'text',
      endTime: 'text',
    }),
    defaultRunProperties: runProperties,
    tags: { list: tagType },
    tagCreationPolicy: 'text',
  },
  read: result({ operationId: requiredText, requestId: textIn }),
}

/** The parameters of GetCreateWorkflowInstancesResult. */
export interface GetCreateWorkflowInstancesResultParams {
  /** What CreateWorkflowInstances answered. */
  readonly operationId: Id
}

/** What became of the making of instances. */
export interface CreatedWorkflowInstances extends WithMore {
  readonly status: 'Created' | 'CreateFailure' | 'Creating' | (string & {})
  readonly failureMessage: string | undefined
  readonly workflowInstanceIds: readonly string[]
  readonly unifiedWorkflowInstanceIds: readonly string[]
  readonly workflowTaskInstanceIds: readonly string[]
  readonly requestId: string | undefined
}

/** GetCreateWorkflowInstancesResult (2024-05-18). */
export const getCreateWorkflowInstancesResult: Operation<
  GetCreateWorkflowInstancesResultParams,
  CreatedWorkflowInstances
> = {
  action: 'GetCreateWorkflowInstancesResult',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { operationId: required('id') },
  read: resultIn('Result', {
    status: requiredText,
    failureMessage: textIn,
    workflowInstanceIds: textsIn,
    unifiedWorkflowInstanceIds: textsIn,
    workflowTaskInstanceIds: textsIn,
  }),
}
