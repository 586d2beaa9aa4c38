import { flagIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, objectOf, required } from '../operation.ts'
import { keyed, named, result, type WithMore } from '../result.ts'
import type { StartedOperation } from './create-instances.ts'
import type { ScheduledEnvironment } from './scheduled-task.ts'

/** The parameters of what starts or stops instances. */
export interface WorkflowInstancesParams {
  readonly ids: readonly Id[]
  readonly comment?: string | undefined
}

/** What became of one instance. */
export interface InstanceChange extends WithMore {
  readonly success: boolean | undefined
  readonly message: string | undefined
}

/** What became of each of several instances; some of them failing is no error of the call. */
export interface InstancesChanged extends WithMore {
  readonly results: readonly (InstanceChange & { readonly id: string })[]
  readonly requestId: string | undefined
}

function onInstances(action: string): Operation<WorkflowInstancesParams, InstancesChanged> {
  return {
    action,
    version: dataStudioVersion,
    method: 'POST',
    effect: 'change',
    parameters: { ids: required({ list: 'int64' }), comment: 'text' },
    read: result<InstancesChanged>({
      results: named('SuccessInfo', keyed<InstanceChange>({ success: flagIn, message: textIn })),
      requestId: textIn,
    }),
  }
}

/** StartWorkflowInstances (2024-05-18). */
export const startWorkflowInstances: Operation<WorkflowInstancesParams, InstancesChanged> =
  onInstances('StartWorkflowInstances')

/** StopWorkflowInstances (2024-05-18). */
export const stopWorkflowInstances: Operation<WorkflowInstancesParams, InstancesChanged> =
  onInstances('StopWorkflowInstances')

/** Which tasks of the instances run again. */
export interface RerunFilter {
  readonly taskIds?: readonly Id[] | undefined
  readonly taskName?: string | undefined
  readonly taskTypes?: readonly string[] | undefined
  readonly taskInstanceStatuses?: readonly string[] | undefined
  readonly rerunDownstreamEnabled?: boolean | undefined
}

/** The parameters of RerunWorkflowInstances. */
export interface RerunWorkflowInstancesParams {
  /** The workspace. */
  readonly projectId: Id
  readonly type: string
  /** The workflow of the scheduler. */
  readonly workflowId: Id
  readonly ids?: readonly Id[] | undefined
  readonly name?: string | undefined
  readonly status?: string | undefined
  /** The business date, in milliseconds since 1970. */
  readonly bizdate?: number | undefined
  readonly startTriggerTime?: number | undefined
  readonly endTriggerTime?: number | undefined
  readonly envType?: ScheduledEnvironment | undefined
  readonly filter?: RerunFilter | undefined
}

/** RerunWorkflowInstances (2024-05-18). */
export const rerunWorkflowInstances: Operation<RerunWorkflowInstancesParams, StartedOperation> = {
  action: 'RerunWorkflowInstances',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'change',
  parameters: {
    projectId: required('workspace'),
    type: required('text'),
    workflowId: required('int64'),
    ids: { list: 'int64' },
    name: 'text',
    status: 'text',
    bizdate: 'number',
    startTriggerTime: 'number',
    endTriggerTime: 'number',
    envType: 'text',
    filter: objectOf<RerunFilter>({
      taskIds: { list: 'int64' },
      taskName: 'text',
      taskTypes: { list: 'text' },
      taskInstanceStatuses: { list: 'text' },
      rerunDownstreamEnabled: 'boolean',
    }),
  },
  read: result({ operationId: requiredText, requestId: textIn }),
}
