import type { NodeRecord, Project } from '../state/project.ts'
import type { Parameters } from '../wire/parameters.ts'

/** Where a node lives. */
export type Scene = 'DATAWORKS_MANUAL_TASK' | 'DATAWORKS_MANUAL_WORKFLOW' | 'DATAWORKS_PROJECT'

/** Both spellings of a scene that the documentation has. */
const scenes: ReadonlyMap<string, Scene> = new Map([
  ['DATAWORKS_PROJECT', 'DATAWORKS_PROJECT'],
  ['DataworksProject', 'DATAWORKS_PROJECT'],
  ['DATAWORKS_MANUAL_WORKFLOW', 'DATAWORKS_MANUAL_WORKFLOW'],
  ['DataworksManualWorkflow', 'DATAWORKS_MANUAL_WORKFLOW'],
  ['DATAWORKS_MANUAL_TASK', 'DATAWORKS_MANUAL_TASK'],
  ['DataworksManualTask', 'DATAWORKS_MANUAL_TASK'],
])

/** The scene that a call names; undefined when it names none. */
export function readScene(parameters: Parameters): Scene | undefined {
  return scenes.get(parameters.word('Scene', [...scenes.keys()]) ?? '')
}

/** Where a node lives. */
export function sceneOf(project: Project, node: NodeRecord): Scene {
  const loose = project.looseNodes.get(node.id)
  const kind = loose?.kind ?? project.workflows.get(node.workflowId ?? '')?.kind
  if (kind !== 'ManualWorkflow') return 'DATAWORKS_PROJECT'
  return loose === undefined ? 'DATAWORKS_MANUAL_WORKFLOW' : 'DATAWORKS_MANUAL_TASK'
}
