import { withName, withPath } from '../import/entity-paths.ts'
import { mergeUpdate } from '../import/merge-update.ts'
import { requireOwnName } from '../import/node-names.ts'
import { type NodePlace, type PlannedNode, planNode } from '../import/plan-node.ts'
import { readEntityDocument } from '../spec/spec-document.ts'
import type { NodeRecord, Project } from '../state/project.ts'
import { missingParameter, nameNotAllowed, unknownContainer } from '../wire/error-catalogue.ts'
import { type JsonObject, readObject, readPlainText } from '../wire/json.ts'
import { type Call, dataStudio, type OperationTable } from './call.ts'
import { containerOf, type FoundNode, findNewProject, findNode, requireOffline } from './lookup.ts'
import { readScene } from './node-scene.ts'

/** The operations that make nodes and change them. */
export const nodeChanges: OperationTable = {
  CreateNode: dataStudio('POST', createNode),
  UpdateNode: dataStudio('POST', updateNode),
  DeleteNode: dataStudio('POST', deleteNode),
  RenameNode: dataStudio('POST', renameNode),
  MoveNode: dataStudio('POST', moveNode),
}

/** Keeps a node, with the edges that are new, or those it had. */
function keepNode(project: Project, place: NodePlace, planned: PlannedNode, depends: readonly JsonObject[]): void {
  const { node } = planned
  const edges = planned.depends ?? depends
  if (place.workflow !== undefined) project.putNode(place.workflow, node, edges)
  else project.putLoose({ node, kind: place.kind === 'ManualWorkflow' ? place.kind : 'CycleWorkflow', depends: edges })
}

/** The workflow or the loop that a new node is to stand in. The id of a folder is neither. */
function findContainer(project: Project, id: string): NodePlace {
  const workflow = project.workflows.get(id)
  if (workflow !== undefined) return { workflow, container: undefined, kind: workflow.kind }
  const container = project.nodes.get(id)
  const outer = project.workflows.get(container?.workflowId ?? '')
  if (container === undefined || outer === undefined) throw unknownContainer(id)
  return { workflow: outer, container, kind: outer.kind }
}

function placeOfNew({ parameters }: Call, project: Project): NodePlace {
  const scene = readScene(parameters)
  if (scene === undefined) throw missingParameter('Scene')
  const containerId = parameters.text('ContainerId')
  if (containerId !== undefined) return findContainer(project, containerId)
  if (scene === 'DATAWORKS_MANUAL_WORKFLOW') throw missingParameter('ContainerId')
  const kind = scene === 'DATAWORKS_MANUAL_TASK' ? 'ManualWorkflow' : 'CycleWorkflow'
  return { workflow: undefined, container: undefined, kind }
}

/** Makes the first node of the document, in a workflow or by itself, always as a new one. */
function createNode(call: Call): JsonObject {
  const { service, parameters, losesEdges } = call
  const project = findNewProject(call)
  const place = placeOfNew(call, project)
  const kinds = place.kind === 'ManualWorkflow' ? ['node', 'manualnode'] : ['node']
  const document = readEntityDocument(parameters.requiredText('Spec'), kinds, 'nodes')
  const order = { service, project, place, document, id: service.ids.next(), before: undefined, losesEdges }
  const planned = planNode(order)
  keepNode(project, place, planned, [])
  return { Id: service.presentId(planned.node.id) }
}

function findOwnNode(call: Call): FoundNode {
  return findNode([findNewProject(call)], call.parameters.requiredText('Id'))
}

function placeOf({ project, node, workflow, kind }: FoundNode): NodePlace {
  const container = containerOf(node)
  const isInLoop = readPlainText(container, 'type') === 'Node'
  const outer = isInLoop ? project.nodes.get(readPlainText(container, 'uuid') ?? '') : undefined
  return { workflow, container: outer, kind }
}

/** Updates a node, field by field. What it depends on is replaced when the document says it, and stays otherwise. */
function updateNode(call: Call): JsonObject {
  const { service, parameters, losesEdges } = call
  const found = findOwnNode(call)
  const { project, node: before, kind } = found
  const kinds = kind === 'ManualWorkflow' ? ['node', 'manualnode'] : ['node']
  const submitted = readEntityDocument(parameters.requiredText('Spec'), kinds, 'nodes')
  const document = { ...submitted, owner: before.owner, entity: mergeUpdate(before.body, submitted.entity) }
  const place = placeOf(found)
  const planned = planNode({ service, project, place, document, id: before.id, before, losesEdges })
  keepNode(project, place, planned, found.depends)
  return { Success: true }
}

function deleteNode(call: Call): JsonObject {
  const { project, node } = findOwnNode(call)
  requireOffline(project, node.id)
  project.removeNode(node.id)
  return { Success: true }
}

/** Keeps a node with another body, and its edges. */
function rewrite(call: Call, found: FoundNode, changes: Pick<NodeRecord, 'name' | 'body'>): JsonObject {
  const node = { ...found.node, ...changes, modifyTime: call.service.now() }
  keepNode(found.project, placeOf(found), { node, depends: undefined }, found.depends)
  return { Success: true }
}

function renameNode(call: Call): JsonObject {
  const found = findOwnNode(call)
  const name = call.parameters.requiredText('Name')
  if (name.includes('/')) throw nameNotAllowed(name)
  const { service } = call
  requireOwnName({ service, project: found.project, workflowId: found.workflow?.id }, name, found.node.id, 'Name')
  return rewrite(call, found, { name, body: withName(found.node.body, name) })
}

/** Moves a node into a folder; one in a workflow stays below the path of that. */
function moveNode(call: Call): JsonObject {
  const found = findOwnNode(call)
  const folder = call.parameters.requiredText('Path')
  const above = readPlainText(readObject(found.workflow?.body, 'script'), 'path')
  return rewrite(call, found, { name: found.node.name, body: withPath(found.node.body, folder, above) })
}
