import { identityItem, nodeItem, upstreamItem } from '../read-back/list-item.ts'
import { looseNodeDocument, nodeDocument } from '../read-back/workflow-document.ts'
import type { NodeRecord, Project } from '../state/project.ts'
import { type JsonObject, readPlainText, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from './call.ts'
import { containerOf, findNewProject, findNewProjects, findNode } from './lookup.ts'
import { readScene, sceneOf } from './node-scene.ts'

/** The operations that read nodes. */
export const nodeOperations: OperationTable = {
  GetNode: dataStudio('GET', getNode),
  ListNodes: dataStudio('GET', listNodes),
  ListNodeDependencies: dataStudio('GET', listNodeDependencies),
}

/** The document of a node in a workflow is a document of that workflow. */
function getNode(call: Call): JsonObject {
  const { service, parameters } = call
  const found = findNode(findNewProjects(call), parameters.requiredText('Id'))
  const { project, workflow, node } = found
  const document = workflow === undefined ? looseNodeDocument(found) : nodeDocument(project, workflow, node)
  return {
    Node: {
      ...identityItem(service, project, node),
      TaskId: project.schedulerIdOf(node.id),
      Spec: writeJsonText(document, '\t'),
    },
  }
}

/** Whether a node stands in a workflow, or in a loop in one. */
function isIn(node: NodeRecord, container: string): boolean {
  return node.workflowId === container || readPlainText(containerOf(node), 'uuid') === container
}

/** The conditions that a call sets; a condition left out holds for every node. */
function readConditions({ parameters }: Call, project: Project): readonly ((node: NodeRecord) => boolean)[] {
  const container = parameters.text('ContainerId')
  const name = parameters.text('Name')
  const recurrence = parameters.word('Recurrence', ['Normal', 'Pause', 'Skip'])
  const rerunMode = parameters.word('RerunMode', ['Allowed', 'FailureAllowed', 'Denied'])
  const scene = readScene(parameters)
  return [
    (node) => container === undefined || isIn(node, container),
    (node) => isFuzzyMatch(node.name, name),
    (node) => isWanted(readPlainText(node.body, 'recurrence'), recurrence),
    (node) => isWanted(readPlainText(node.body, 'rerunMode'), rerunMode),
    (node) => scene === undefined || sceneOf(project, node) === scene,
  ]
}

function listNodes(call: Call): JsonObject {
  const project = findNewProject(call)
  const conditions = readConditions(call, project)
  const all = [...project.nodes.values()].filter((node) => conditions.every((holds) => holds(node)))
  return nodePage(call, project, all)
}

/** The node that puts out something. When two share an output, the first one counts. */
function producerOf(project: Project, output: string): NodeRecord | undefined {
  return project.producersOf(output).find((record): record is NodeRecord => 'workflowId' in record)
}

/** The nodes upstream of a node, each once. The root of the workspace is not among them. */
function listNodeDependencies(call: Call): JsonObject {
  const project = findNewProject(call)
  const { depends } = findNode([project], call.parameters.requiredText('Id'))
  const upstream = depends.flatMap((depend) => producerOf(project, readPlainText(depend, 'output') ?? '') ?? [])
  return nodePage(call, project, [...new Set(upstream)], upstreamItem)
}

/** A page of nodes: at least ten a page, and its numbers are texts. */
function nodePage(call: Call, project: Project, all: readonly NodeRecord[], itemOf = nodeItem): JsonObject {
  const show = (node: NodeRecord) => itemOf(call.service, project, node)
  return { PagingInfo: pageOf(call, all, { name: 'Nodes', show, smallest: 10, asText: true }) }
}
