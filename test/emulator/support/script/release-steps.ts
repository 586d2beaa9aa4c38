import { id, projectId, type Step, step } from './step.ts'

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
export const pipelines: readonly Step[] = [
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

/** What takes things offline. */
export const offline: readonly Step[] = [
  ...release('Offline', 'withdrawal', ['PROD_CHECK', 'PROD']),
  step('CreatePipelineRun', (kept) => ({ projectId, type: 'Online', objectIds: [kept('workflow')] }), {
    abandoned: ['Id'],
  }),
  step('AbolishPipelineRun', id('abandoned')),
]

/** What takes things away. */
export const removals: readonly Step[] = [
  step('DeleteResource', id('resource')),
  step('DeleteFunction', id('function')),
  step('DeleteComponent', (kept) => ({ componentId: kept('component'), projectId })),
  step('DeleteNode', id('loose')),
  step('DeleteWorkflowDefinition', id('workflow')),
]
