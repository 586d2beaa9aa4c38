import { childEntities, childEntity, type Entity } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import type { FlowEntry, NodeEntry } from '../../document/spec-index.ts'
import { isServiceId } from '../operations/service-id.ts'
import { deriveId } from './derive-id.ts'

/** The ids that the service has for names. */
export interface KnownIds {
  /** The workspace, as text; derived ids differ from workspace to workspace. */
  readonly projectId: string
  /** The id of the workflow, when there is one of its name. */
  readonly workflowId?: string | undefined
  /** The ids of nodes by their names. */
  readonly nodeIds?: ReadonlyMap<string, string> | undefined
}

/** Which ids a workflow gets, and what has to change with them. */
export interface PinPlan {
  readonly workflowId: string
  /** New ids by the entity that gets them. */
  readonly entityIds: ReadonlyMap<object, string>
  /** New ids of nodes by name. */
  readonly nodeIds: ReadonlyMap<string, string>
  /** New ids by what dependencies called the node before: its id, or its name. */
  readonly keys: ReadonlyMap<string, string>
  /** New output strings by old ones; those that were made of an id or a name in an id's place. */
  readonly outputs: ReadonlyMap<string, string>
}

interface MutablePlan extends PinPlan {
  readonly entityIds: Map<object, string>
  readonly nodeIds: Map<string, string>
  readonly keys: Map<string, string>
  readonly outputs: Map<string, string>
}

/** Adds the outputs of an entity that are its id or name. */
function addOutputs(outputs: Map<string, string>, entity: Entity, id: string): void {
  const own = [readText(entity.value, 'id'), readText(entity.value, 'name')].filter((text) => text !== undefined)
  const artifacts = childEntity(entity, 'outputs')
  for (const output of artifacts === undefined ? [] : childEntities(artifacts, 'nodeOutputs')) {
    const data = readText(output.value, 'data')
    if (data !== undefined && own.includes(data) && !outputs.has(data)) outputs.set(data, id)
  }
}

/** A derived id that is not among those already given out. */
function freeId(names: readonly string[], taken: ReadonlySet<string>): string {
  let id = deriveId(names)
  for (let round = 1; taken.has(id); round++) id = deriveId(names, round)
  return id
}

/** The id an entity has already: the service's for its name, else its own when it is of the service's kind. */
function givenId(known: string | undefined, entity: Entity): string | undefined {
  const own = readText(entity.value, 'id')
  return known ?? (isServiceId(own) ? own : undefined)
}

function nameOf(node: NodeEntry): string {
  return node.name ?? node.key
}

function addKeys(keys: Map<string, string>, nodes: readonly NodeEntry[], ids: ReadonlyMap<object, string>): void {
  const idOf = (node: NodeEntry): string => ids.get(node.entity.value) ?? node.key
  for (const node of nodes) if (!keys.has(node.key)) keys.set(node.key, idOf(node))
  // Ids first: a name stands for its node only where it is not another node's id.
  for (const node of nodes) if (!keys.has(nameOf(node))) keys.set(nameOf(node), idOf(node))
}

/** Plans the ids of one workflow and its nodes. */
export function planPins(flow: FlowEntry, known: KnownIds): PinPlan {
  const name = readText(flow.entity.value, 'name') ?? ''
  const given = flow.nodes.map((node) => givenId(known.nodeIds?.get(nameOf(node)), node.entity))
  const givenWorkflowId = givenId(known.workflowId, flow.entity)
  const taken = new Set([givenWorkflowId, ...given].filter((id) => id !== undefined))
  const workflowId = givenWorkflowId ?? freeId([known.projectId, name], taken)
  taken.add(workflowId)
  const plan: MutablePlan = {
    workflowId,
    entityIds: new Map([[flow.entity.value, workflowId]]),
    nodeIds: new Map(),
    keys: new Map(),
    outputs: new Map(),
  }
  for (const [position, node] of flow.nodes.entries()) {
    const id = given[position] ?? freeId([known.projectId, name, nameOf(node)], taken)
    taken.add(id)
    plan.entityIds.set(node.entity.value, id)
    plan.nodeIds.set(nameOf(node), id)
    addOutputs(plan.outputs, node.entity, id)
  }
  addOutputs(plan.outputs, flow.entity, workflowId)
  addKeys(plan.keys, flow.nodes, plan.entityIds)
  return plan
}
