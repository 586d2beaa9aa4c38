/** What was answered before, by names that later steps ask for. */
export type Kept = ReadonlyMap<string, string>

/** One call of a script that calls every operation. */
export interface Step {
  readonly action: string
  readonly version: '2020-05-18' | '2024-05-18'
  /** The parameters as the typed client takes them. */
  readonly params: (kept: (name: string) => string) => Readonly<Record<string, unknown>>
  /** What of the answer to keep: a name, and the path to it. */
  readonly keep: Readonly<Record<string, readonly (string | number)[]>>
}

function step(action: string, params: Step['params'], keep: Step['keep'] = {}): Step {
  return { action, version: '2024-05-18', params, keep }
}

function old(action: string, params: Step['params'], keep: Step['keep'] = {}): Step {
  return { action, version: '2020-05-18', params, keep }
}

const projectId = '10000'

function spec(kind: string, body: object): string {
  return JSON.stringify({ version: '1.1.0', kind, spec: body })
}

function workflowSpec(name: string, folder: string): string {
  const script = { path: `${folder}/${name}`, runtime: { command: 'WORKFLOW' } }
  const trigger = { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
  return spec('CycleWorkflow', { workflows: [{ name, script, trigger }] })
}

function nodeSpec(name: string, more: object = {}): string {
  const node = {
    id: name,
    name,
    script: { path: `folder/${name}`, runtime: { command: 'ODPS_SQL' }, content: 'select 1' },
  }
  const dependencies = [{ nodeId: name, depends: [{ type: 'Normal', output: 'dw_project_root' }] }]
  return spec('Node', { nodes: [{ ...node, ...more }], dependencies })
}

const id = (name: string) => (kept: (name: string) => string) => ({ id: kept(name), projectId })

/** Workspaces, workflows and nodes. */
const studio: readonly Step[] = [
  step('GetProject', () => ({ id: projectId })),
  step('ListProjects', () => ({ ids: [10000n], names: ['dw_project'], pageSize: 20 })),
  step('CreateWorkflowDefinition', () => ({ projectId, spec: workflowSpec('orders', 'retail') }), { workflow: ['Id'] }),
  step('ImportWorkflowDefinition', () => ({ projectId, spec: workflowSpec('imported', 'retail'), dryRun: false }), {
    job: ['AsyncJob', 'Id'],
  }),
  step('GetJobStatus', (kept) => ({ jobId: kept('job') })),
  step('GetJobStatus', (kept) => ({ jobId: kept('job') })),
  step(
    'CreateNode',
    (kept) => ({
      projectId,
      scene: 'DATAWORKS_PROJECT',
      containerId: kept('workflow'),
      spec: nodeSpec('load'),
    }),
    { node: ['Id'] },
  ),
  step('CreateNode', () => ({ projectId, scene: 'DATAWORKS_PROJECT', spec: nodeSpec('loose') }), { loose: ['Id'] }),
  step('UpdateNode', (kept) => ({ ...id('node')(kept), spec: nodeSpec('load', { description: 'loads' }) })),
  step('GetNode', id('node')),
  step('GetNode', id('loose')),
  step('RenameNode', (kept) => ({ ...id('loose')(kept), name: 'by_itself' })),
  step('MoveNode', (kept) => ({ ...id('loose')(kept), path: 'elsewhere' })),
  step('ListNodes', (kept) => ({ projectId, containerId: kept('workflow'), pageNumber: 1, pageSize: 10 })),
  step('ListNodeDependencies', id('node')),
  step('UpdateWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), spec: workflowSpec('orders', 'retail') })),
  step('RenameWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), name: 'sales & more' })),
  step('MoveWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), path: 'sold' })),
  step('GetWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), includeScriptContent: true })),
  step('ListWorkflowDefinitions', () => ({ projectId, name: 'sales', type: 'CycleWorkflow' })),
]

function entitySpec(kind: string, list: string, name: string, command: string, more: object): string {
  const script = { path: `folder/${name}`, content: '', runtime: { command } }
  return spec(kind, { [list]: [{ name, script, ...more }] })
}

const jar = (name: string): string =>
  entitySpec('Resource', 'fileResources', name, 'ODPS_JAR', {
    type: 'jar',
    file: { path: '/home/admin', storage: { type: 'local' } },
    datasource: { name: 'odps_first', type: 'odps' },
  })
const udf = (name: string): string =>
  entitySpec('Function', 'functions', name, 'ODPS_FUNCTION', {
    type: 'math',
    className: 'com.example.ToCents',
    fileResources: [{ name: 'udf.jar' }],
    runtimeResource: { resourceGroupId: '1' },
  })
const component = entitySpec('Component', 'components', 'top', 'SQL_COMPONENT', {
  description: 'the first ones',
  inputs: [{ name: 'table', type: 'string' }],
  outputs: [{ name: 'result', type: 'string', defaultValue: 'r' }],
})

/** Resources, functions and components. */
const entities: readonly Step[] = [
  step('CreateResource', () => ({ projectId, spec: jar('udf.jar'), resourceFile: 'https://bucket.example/udf.jar' }), {
    resource: ['Id'],
  }),
  step('UpdateResource', (kept) => ({ ...id('resource')(kept), spec: jar('udf.jar') })),
  step('RenameResource', (kept) => ({ ...id('resource')(kept), name: 'cents.jar' })),
  step('MoveResource', (kept) => ({ ...id('resource')(kept), path: 'jars' })),
  step('GetResource', id('resource')),
  step('ListResources', () => ({ projectId, name: 'cents', type: 'Jar' })),
  step('CreateFunction', () => ({ projectId, spec: udf('to_cents') }), { function: ['Id'] }),
  step('UpdateFunction', (kept) => ({ ...id('function')(kept), spec: udf('to_cents') })),
  step('RenameFunction', (kept) => ({ ...id('function')(kept), name: 'cents' })),
  step('MoveFunction', (kept) => ({ ...id('function')(kept), path: 'functions' })),
  step('GetFunction', id('function')),
  step('ListFunctions', () => ({ projectId, owner: '1107550004253538', type: 'Math' })),
  step('CreateComponent', () => ({ projectId, spec: component, clientToken: 'once' }), { component: ['ComponentId'] }),
  step('UpdateComponent', (kept) => ({ componentId: kept('component'), projectId, spec: component })),
  step('GetComponent', (kept) => ({ componentId: kept('component'), projectId })),
  step('ListComponents', () => ({ projectId, name: 'top', pageNumber: 1, pageSize: 10 })),
]

const release = (type: 'Offline' | 'Online', name: string, stages: readonly string[]): readonly Step[] => [
  step('CreatePipelineRun', (kept) => ({ projectId, type, objectIds: [kept('workflow')], description: name }), {
    [name]: ['Id'],
  }),
  step('GetPipelineRun', id(name)),
  step('GetPipelineRun', id(name)),
  ...stages.flatMap((code) => [
    step('ExecPipelineRunStage', (kept) => ({ ...id(name)(kept), code })),
    step('GetPipelineRun', id(name)),
    step('GetPipelineRun', id(name)),
  ]),
]

/** Releases. */
const pipelines: readonly Step[] = [
  ...release('Online', 'release', ['PROD_CHECK', 'PROD']),
  step('ListPipelineRuns', (kept) => ({ projectId, objectId: kept('workflow'), status: 'Success' })),
  step('ListPipelineRunItems', (kept) => ({ projectId, pipelineRunId: kept('release'), pageSize: 20 })),
  step('GetNode', id('node')),
  step('ListNodes', () => ({ projectId })),
  step('GetWorkflowDefinition', id('workflow')),
  step('ListSnapshots', (kept) => ({ namespace: projectId, objectId: kept('workflow'), type: 'Deployed' }), {
    snapshot: ['PagingInfo', 'Snapshots', 0, 'Id'],
  }),
  step('GetSnapshot', (kept) => ({ id: kept('snapshot') })),
]

const scheduledAt = { projectId, name: 'run', envType: 'Prod' }

/** What the scheduler has of what was released, and its instances. */
const scheduler: readonly Step[] = [
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
const connections: readonly Step[] = [
  step('ListResourceGroups', () => ({ projectId, statuses: ['Normal'], resourceGroupTypes: ['CommonV2'] })),
  step('ListDataSources', () => ({ projectId, types: ['odps', 'hologres'], pageSize: 10 })),
  step('ListComputeResources', () => ({ projectId, types: ['odps'], envType: 'Prod' })),
]

/** What takes things offline. */
const offline: readonly Step[] = [
  ...release('Offline', 'withdrawal', ['PROD_CHECK', 'PROD']),
  step('CreatePipelineRun', (kept) => ({ projectId, type: 'Online', objectIds: [kept('workflow')] }), {
    abandoned: ['Id'],
  }),
  step('AbolishPipelineRun', id('abandoned')),
]

/** Workspaces of the old Data Studio. */
const legacy: readonly Step[] = [
  old('CreateBusiness', () => ({ projectIdentifier: 'dw_legacy', businessName: 'retail', useType: 'NORMAL' })),
]

/** What takes things away. */
const removals: readonly Step[] = [
  step('DeleteResource', id('resource')),
  step('DeleteFunction', id('function')),
  step('DeleteComponent', (kept) => ({ componentId: kept('component'), projectId })),
  step('DeleteNode', id('loose')),
  step('DeleteWorkflowDefinition', id('workflow')),
]

/** Calls of every operation, each of which succeeds on an emulator with its default workspaces. */
export const everyOperation: readonly Step[] = [
  ...studio,
  ...entities,
  ...pipelines,
  ...scheduler,
  ...connections,
  ...offline,
  ...legacy,
  ...removals,
]
