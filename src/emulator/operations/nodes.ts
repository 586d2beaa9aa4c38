import { identityItem, nodeItem } from '../read-back/list-item.ts'
import { nodeDocument } from '../read-back/workflow-document.ts'
import { outputStringsOf } from '../spec/node-outputs.ts'
import type { NodeRecord, Project, WorkflowKind } from '../state/project.ts'
import { type JsonObject, readObject, readPlainText, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from './call.ts'
import { findNewProject, findNewProjects, findNode } from './lookup.ts'

/** The operations on nodes. */
export const nodeOperations: OperationTable = {
  GetNode: dataStudio('GET', getNode),
  ListNodes: dataStudio('GET', listNodes),
  ListNodeDependencies: dataStudio('GET', listNodeDependencies),
}

/** The document of a node in a workflow is a document of that workflow. */
function getNode(call: Call): JsonObject {
  const { service, parameters } = call
  const { project, workflow, node } = findNode(findNewProjects(call), parameters.requiredText('Id'))
  return {
    Node: {
      ...identityItem(service, project, node),
      Spec: writeJsonText(nodeDocument(project, workflow, node), '\t'),
    },
  }
}

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
    (node) => isWanted(node.workflowId, container),
    (node) => isFuzzyMatch(node.name, name),
    (node) => isWanted(readPlainText(node.body, 'recurrence'), recurrence),
    (node) => isWanted(readPlainText(node.body, 'rerunMode'), rerunMode),
    (node) => kinds === undefined || kinds.some((kind) => kind === kindOf(node)),
  ]
}

function listNodes(call: Call): JsonObject {
  const project = findNewProject(call)
  const conditions = readConditions(call, project)
  const all = [...project.nodes.values()].filter((node) => conditions.every((holds) => holds(node)))
  return nodePage(call, project, all)
}

/** Who puts out what. When two share an output, the first one counts. */
function producersOf(project: Project): ReadonlyMap<string, NodeRecord> {
  const producers = new Map<string, NodeRecord>()
  for (const node of project.nodes.values()) {
    for (const output of outputStringsOf(readObject(node.body, 'outputs'))) {
      if (!producers.has(output)) producers.set(output, node)
    }
  }
  return producers
}

/** The nodes upstream of a node, each once. The root of the workspace is not among them. */
function listNodeDependencies(call: Call): JsonObject {
  const project = findNewProject(call)
  const { workflow, node } = findNode([project], call.parameters.requiredText('Id'))
  const producers = producersOf(project)
  const depends = workflow.edges.find((edge) => edge.nodeId === node.id)?.depends ?? []
  const upstream = depends.flatMap((depend) => producers.get(readPlainText(depend, 'output') ?? '') ?? [])
  return nodePage(call, project, [...new Set(upstream)])
}

/** A page of nodes: at least ten a page, and its numbers are texts. */
function nodePage(call: Call, project: Project, all: readonly NodeRecord[]): JsonObject {
  const show = (node: NodeRecord) => nodeItem(call.service, project, node)
  return { PagingInfo: pageOf(call, all, { name: 'Nodes', show, smallest: 10, asText: true }) }
}
