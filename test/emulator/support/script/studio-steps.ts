import { id, projectId, type Step, spec, step } from './step.ts'

function workflowSpec(name: string, folder: string): string {
  const script = { path: `${folder}/${name}`, runtime: { command: 'WORKFLOW' } }
  const trigger = { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' }
  return spec('CycleWorkflow', { workflows: [{ name, script, trigger }] })
}

function nodeSpec(name: string, more: object = {}, output = 'dw_project_root'): string {
  const node = {
    id: name,
    name,
    script: { path: `folder/${name}`, runtime: { command: 'ODPS_SQL' }, content: 'select 1' },
  }
  const dependencies = [{ nodeId: name, depends: [{ type: 'Normal', output }] }]
  return spec('Node', { nodes: [{ ...node, ...more }], dependencies })
}

/** Workspaces, workflows and nodes. */
export const studio: readonly Step[] = [
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
  step(
    'CreateNode',
    (kept) => ({
      projectId,
      scene: 'DATAWORKS_PROJECT',
      containerId: kept('workflow'),
      spec: nodeSpec('after', {}, kept('node')),
    }),
    { after: ['Id'] },
  ),
  step('ListNodeDependencies', id('after')),
  step('UpdateWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), spec: workflowSpec('orders', 'retail') })),
  step('RenameWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), name: 'sales & more' })),
  step('MoveWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), path: 'sold' })),
  step('GetWorkflowDefinition', (kept) => ({ ...id('workflow')(kept), includeScriptContent: true })),
  step('ListWorkflowDefinitions', () => ({ projectId, name: 'sales', type: 'CycleWorkflow' })),
]
