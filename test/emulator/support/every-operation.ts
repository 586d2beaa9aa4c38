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

/** Workspaces of the old Data Studio. */
const legacy: readonly Step[] = [
  old('CreateBusiness', () => ({ projectIdentifier: 'dw_legacy', businessName: 'retail', useType: 'NORMAL' })),
]

/** What takes things away. */
const removals: readonly Step[] = [step('DeleteNode', id('loose')), step('DeleteWorkflowDefinition', id('workflow'))]

/** Calls of every operation, each of which succeeds on an emulator with its default workspaces. */
export const everyOperation: readonly Step[] = [...studio, ...legacy, ...removals]
