import { projectId, type Step, step } from './step.ts'

const scheduledAt = { projectId, name: 'run', envType: 'Prod' }

/** What the scheduler has of what was released, and its instances. */
export const scheduler: readonly Step[] = [
  step('ListWorkflows', () => ({ projectId, triggerType: 'Scheduler' }), {
    scheduled: ['PagingInfo', 'Workflows', 0, 'Id'],
  }),
  step('GetWorkflow', (kept) => ({ id: kept('scheduled'), envType: 'Prod' })),
  step('ListTasks', (kept) => ({ projectId, projectEnv: 'Prod', workflowId: kept('scheduled') }), {
    task: ['PagingInfo', 'Tasks', 0, 'Id'],
  }),
  step('GetTask', (kept) => ({ id: kept('task'), projectEnv: 'Prod' })),
  step(
    'CreateWorkflowInstances',
    (kept) => ({
      ...scheduledAt,
      type: 'SupplementData',
      workflowId: kept('scheduled'),
      autoStartEnabled: false,
      periods: { bizDates: [{ startBizDate: '2024-01-01', endBizDate: '2024-01-03' }] },
      defaultRunProperties: {
        mode: 'General',
        rootTaskIds: [BigInt(kept('task'))],
        parallelism: 2,
        order: 'Asc',
        runPolicy: { type: 'Daily', startTime: '00:00:00', endTime: '06:00:00', immediately: true },
        alert: { type: 'Failure', noticeType: 'Mail' },
        analysis: { enabled: true, blocked: false },
      },
      tags: [{ key: 'why', value: 'a fix' }],
    }),
    { operation: ['OperationId'] },
  ),
  step('GetCreateWorkflowInstancesResult', (kept) => ({ operationId: kept('operation') })),
  step('GetCreateWorkflowInstancesResult', (kept) => ({ operationId: kept('operation') }), {
    instance: ['Result', 'WorkflowInstanceIds', 0],
  }),
  step('StartWorkflowInstances', (kept) => ({ ids: [BigInt(kept('instance')), 5n], comment: 'go' })),
  step('GetWorkflowInstance', (kept) => ({ id: kept('instance') })),
  step('StopWorkflowInstances', (kept) => ({ ids: [BigInt(kept('instance'))] })),
  step('RerunWorkflowInstances', (kept) => ({
    projectId,
    type: 'SupplementData',
    workflowId: kept('scheduled'),
    ids: [BigInt(kept('instance'))],
    filter: { taskIds: [BigInt(kept('task'))], taskInstanceStatuses: ['Failure'], rerunDownstreamEnabled: true },
  })),
  step('GetWorkflowInstance', (kept) => ({ id: kept('instance') })),
  step('ListWorkflowInstances', () => ({ projectId, bizDate: 1704038400000, type: 'SupplementData', tags: ['why'] })),
  step('ExecuteAdhocWorkflowInstance', () => ({
    projectId,
    name: 'once',
    owner: '7',
    bizDate: 1704038400000,
    tasks: [
      {
        clientUniqueCode: 'a',
        name: 'a',
        owner: '7',
        type: 'ODPS_SQL',
        runtimeResource: { resourceGroupId: 'group' },
        script: { content: 'select 1', parameters: 'a=1' },
        dependencies: [{ upstreamOutput: 'dw_project_root' }],
        inputs: { variables: [{ name: 'in', value: 'x:y' }] },
        outputs: { taskOutputs: [{ output: 'o' }], variables: [{ name: 'v', type: 'Constant', value: '1' }] },
      },
    ],
  })),
  step('TriggerSchedulerTaskInstance', (kept) => ({
    taskId: kept('task'),
    triggerTime: 1704038400000,
    envType: 'Prod',
  })),
]

/** What workspaces are bound to. */
export const connections: readonly Step[] = [
  step('ListResourceGroups', () => ({ projectId, statuses: ['Normal'], resourceGroupTypes: ['CommonV2'] })),
  step('ListDataSources', () => ({ projectId, types: ['odps', 'hologres'], pageSize: 10 })),
  step('ListComputeResources', () => ({ projectId, types: ['odps'], envType: 'Prod' })),
]
