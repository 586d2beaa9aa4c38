import { isRecord } from '../../document/is-record.ts'
import { commandChanged, duplicateName, idOfSomethingElse, specNotParsed } from '../errors/error-catalogue.ts'
import { type JsonObject, readList, readPlainText } from '../json/json-object.ts'
import { checkNode, commandOf } from '../spec/check-node.ts'
import { workflowPath } from '../spec/spec-document.ts'
import { isServiceId } from '../state/service-id.ts'
import type { NodeRecord } from '../state/workflow-record.ts'
import { fillNode } from './fill-node.ts'
import type { ImportContext } from './import-context.ts'

/** A node of the document, and what becomes of it. */
export interface PlannedNode {
  /** What the document calls it: its `id`, if it has one. */
  readonly reference: string | undefined
  readonly record: NodeRecord
}

/** Names that nodes have, and the ids of those that have them. */
function takenNames({ service, project, workflowId }: ImportContext): Map<string, string> {
  const everywhere = service.settings.uniqueNodeNames === 'project'
  const nodes = everywhere ? project.nodes.values() : (project.workflows.get(workflowId)?.nodes ?? [])
  return new Map([...nodes].map((node) => [node.name, node.id]))
}

/** The node that has the id already. Nothing else may have it. */
function findBefore(context: ImportContext, id: string, path: string): NodeRecord | undefined {
  const before = context.project.nodes.get(id)
  const isElsewhere = before === undefined ? context.service.isInUse(id) : before.workflowId !== context.workflowId
  if (isElsewhere || id === context.workflowId) throw idOfSomethingElse(id, `${path}.id`)
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
export function planNodes(context: ImportContext, workflow: JsonObject): readonly PlannedNode[] {
  const nodes = readList(workflow, 'nodes') ?? []
  claimIds(context, nodes)
  const names = takenNames(context)
  const planned = new Map<string, PlannedNode>()
  for (const [index, node] of nodes.entries()) {
    const path = `${workflowPath}.nodes[${index}]`
    if (!isRecord(node)) throw specNotParsed('a node is not an object', path)
    const name = checkNode(node, path)
    const plan = planNode(context, node, path)
    const holder = names.get(name)
    if (holder !== undefined && holder !== plan.record.id) throw duplicateName('Node', name, `${path}.name`)
    names.set(name, plan.record.id)
    // Of two nodes with one id the later counts.
    planned.set(plan.record.id, plan)
  }
  return [...planned.values()]
}
