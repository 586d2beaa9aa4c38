import { type JsonObject, readPlainText } from '../json/json-object.ts'
import type { Project } from '../state/project.ts'
import type { NodeRecord, WorkflowKind } from '../state/workflow-record.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'
import { isFuzzyMatch } from './is-fuzzy-match.ts'
import { nodePage } from './node-page.ts'

/** Both spellings of a scene that the documentation has; nodes outside of workflows do not exist here. */
const scenes: Readonly<Record<string, readonly WorkflowKind[]>> = {
  DATAWORKS_PROJECT: ['CycleWorkflow', 'TriggerWorkflow'],
  DataworksProject: ['CycleWorkflow', 'TriggerWorkflow'],
  DATAWORKS_MANUAL_WORKFLOW: ['ManualWorkflow'],
  DataworksManualWorkflow: ['ManualWorkflow'],
  DATAWORKS_MANUAL_TASK: [],
  DataworksManualTask: [],
}

/** The conditions that a call sets; a condition left out holds for every node. */
function readConditions({ parameters }: Call, project: Project): readonly ((node: NodeRecord) => boolean)[] {
  const container = parameters.text('ContainerId')
  const name = parameters.text('Name')
  const recurrence = parameters.word('Recurrence', ['Normal', 'Pause', 'Skip'])
  const rerunMode = parameters.word('RerunMode', ['Allowed', 'FailureAllowed', 'Denied'])
  const kinds = scenes[parameters.word('Scene', Object.keys(scenes)) ?? '']
  const kindOf = (node: NodeRecord) => project.workflows.get(node.workflowId)?.kind
  return [
    (node) => container === undefined || node.workflowId === container,
    (node) => name === undefined || isFuzzyMatch(node.name, name),
    (node) => recurrence === undefined || readPlainText(node.body, 'recurrence') === recurrence,
    (node) => rerunMode === undefined || readPlainText(node.body, 'rerunMode') === rerunMode,
    (node) => kinds === undefined || kinds.some((kind) => kind === kindOf(node)),
  ]
}

/** ListNodes */
export function listNodes(call: Call): JsonObject {
  const project = findNewProject(call)
  const conditions = readConditions(call, project)
  const all = [...project.nodes.values()].filter((node) => conditions.every((holds) => holds(node)))
  return nodePage(call, project, all)
}
