import { isRecord } from '../../document/json/records.ts'
import { checkNode, checkWorkflow, commandOf } from '../spec/checks.ts'
import { readDependencies } from '../spec/dependencies.ts'
import { type SpecDocument, workflowPath } from '../spec/spec-document.ts'
import type { NodeRecord, Project, WorkflowRecord } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { compareIds, isServiceId } from '../state/service-id.ts'
import { commandChanged, duplicateName, idOfSomethingElse, specNotParsed } from '../wire/error-catalogue.ts'
import { type JsonObject, readList, readObject, readPlainText } from '../wire/json.ts'
import type { ImportContext, WorkflowContext } from './context.ts'
import { resolveEdges, Upstreams } from './edges.ts'
import { fillNode } from './fill-node.ts'
import { fillWorkflow } from './fill-workflow.ts'
import { requireOwnName } from './node-names.ts'

/** What is to be written where. */
interface ImportOrder {
  readonly service: Service
  readonly project: Project
  readonly document: SpecDocument
  readonly workflowId: string
  /** Creating a workflow ignores its nodes and dependencies; importing it takes them. */
  readonly inner: 'take' | 'ignore' | 'lose-edges'
}

function contextOf({ service, project, document, workflowId }: ImportOrder): WorkflowContext {
  return {
    service,
    project,
    kind: document.kind,
    workflowId,
    workflowPath: readPlainText(readObject(document.workflow, 'script'), 'path') ?? '',
    owner: readPlainText(document.workflow, 'owner') ?? document.owner ?? service.settings.owner,
    now: service.now(),
  }
}

function checkIdentity({ service, project, workflowId }: ImportOrder, name: string): void {
  if (!project.workflows.has(workflowId) && service.isInUse(workflowId)) {
    throw idOfSomethingElse(workflowId, `${workflowPath}.id`)
  }
  for (const other of project.workflows.values()) {
    if (other.name === name && other.id !== workflowId) throw duplicateName('Workflow', name, `${workflowPath}.name`)
  }
}

/**
 * The workflow that an order leads to. Nothing is written yet, so a dry run ends here.
 *
 * @throws ServiceError when the document is at fault
 */
export function planImport(order: ImportOrder): WorkflowRecord {
  const { project, document, workflowId } = order
  checkIdentity(order, checkWorkflow(document))
  const context = contextOf(order)
  const bare = fillWorkflow(context, document.workflow, project.workflows.get(workflowId))
  if (order.inner === 'ignore') return { ...bare, nodes: [], edges: [] }
  const dependencies = [
    ...readDependencies(document.body, '$.spec'),
    ...readDependencies(document.workflow, workflowPath),
  ]
  const planned = planNodes(context, document.workflow)
  const upstreams = new Upstreams(project, workflowId)
  const called = readPlainText(document.workflow, 'id') ?? workflowId
  const ownIds = new Map([called, workflowId].map((id) => [id, workflowId]))
  upstreams.add(called, workflowId, bare.body)
  for (const { reference, record } of planned) {
    if (reference !== undefined) ownIds.set(reference, record.id)
    upstreams.add(reference ?? record.id, record.id, record.body)
  }
  const nodes = planned.map(({ record }) => record).toSorted((a, b) => compareIds(a.id, b.id))
  const edges = order.inner === 'lose-edges' ? [] : resolveEdges(dependencies, ownIds, upstreams)
  return { ...bare, nodes, edges }
}

/** A node of the document, and what becomes of it. */
interface PlannedNode {
  /** What the document calls it: its `id`, if it has one. */
  readonly reference: string | undefined
  readonly record: NodeRecord
}

/** The node that has the id already. Nothing else may have it. */
function findBefore(context: ImportContext, id: string, path: string): NodeRecord | undefined {
  const before = context.project.nodes.get(id)
  const isTaken = before === undefined ? context.service.isInUse(id) : before.workflowId !== context.workflowId
  if (isTaken || id === context.workflowId) throw idOfSomethingElse(id, `${path}.id`)
  return before
}

/** Makes sure that no node is given an id which a later node of the document brings along. */
function claimIds({ service }: ImportContext, nodes: readonly unknown[]): void {
  for (const node of nodes) {
    const id = isRecord(node) ? readPlainText(node, 'id') : undefined
    if (isServiceId(id)) service.ids.claim(id)
  }
}

function planNode(context: ImportContext, node: JsonObject, path: string): PlannedNode {
  const reference = readPlainText(node, 'id')
  const id = isServiceId(reference) ? reference : context.service.ids.next()
  const before = findBefore(context, id, path)
  const command = commandOf(node)
  if (before !== undefined && commandOf(before.body) !== command) {
    throw commandChanged(commandOf(before.body), command, `${path}.script.runtime.command`)
  }
  return { reference, record: fillNode(context, node, { id, before }) }
}

/** The nodes of a submitted workflow: those with a known id are updated, all others are created. */
function planNodes(context: ImportContext, workflow: JsonObject): readonly PlannedNode[] {
  const nodes = readList(workflow, 'nodes') ?? []
  claimIds(context, nodes)
  const own = new Map<string, string>()
  const planned = new Map<string, PlannedNode>()
  for (const [index, node] of nodes.entries()) {
    const path = `${workflowPath}.nodes[${index}]`
    if (!isRecord(node)) throw specNotParsed('a node is not an object', path)
    const name = checkNode(node, path)
    const plan = planNode(context, node, path)
    const holder = own.get(name)
    if (holder !== undefined && holder !== plan.record.id) throw duplicateName('Node', name, `${path}.name`)
    own.set(name, plan.record.id)
    requireOwnName(context, name, plan.record.id, `${path}.name`)
    // Of two nodes with one id the later counts.
    planned.set(plan.record.id, plan)
  }
  return [...planned.values()]
}
