import { createHash } from 'node:crypto'
import { childEntities, childEntity, type Entity } from '../../document/index/entity.ts'
import type { FlowEntry, NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import { isServiceId } from '../operations/service-id.ts'

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
  /** New output strings by old ones; those that were made of an id or of a name where an id belongs. */
  readonly outputs: ReadonlyMap<string, string>
}

interface MutablePlan extends PinPlan {
  readonly entityIds: Map<object, string>
  readonly nodeIds: Map<string, string>
  readonly keys: Map<string, string>
  readonly outputs: Map<string, string>
}

/** What of a node or workflow the plan is made of; read once. */
interface Part {
  readonly entity: Entity
  readonly name: string
  /** What dependencies call it. */
  readonly key: string
}

function partOf(node: NodeEntry): Part {
  const { key } = node
  return { entity: node.entity, key, name: node.name ?? key }
}

/** The outputs an entity provides, in its outputs and at the branches of a branch node. */
function outputsOf(entity: Entity): readonly string[] {
  const provided = childEntity(entity, 'outputs')
  const branch = childEntity(entity, 'branch')
  const outputs = [
    ...(provided === undefined ? [] : childEntities(provided, 'nodeOutputs')),
    ...(branch === undefined
      ? []
      : childEntities(branch, 'branches').flatMap((branchCase) => childEntity(branchCase, 'output') ?? [])),
  ]
  return outputs.flatMap(({ value }) => readText(value, 'data') ?? [])
}

/** Adds the outputs of an entity that are its id or name, and of a branch those that begin with one of them and `_`. */
function addOutputs(outputs: Map<string, string>, entity: Entity, id: string): void {
  const own = [readText(entity.value, 'id'), readText(entity.value, 'name')]
  const isBranch = childEntity(entity, 'branch') !== undefined
  for (const data of outputsOf(entity)) {
    const from = own.find((key) => key === data || (isBranch && data.startsWith(`${key}_`)))
    if (from !== undefined && !outputs.has(data)) outputs.set(data, id + data.slice(from.length))
  }
}

/** The nodes of a workflow: its own, and those in the bodies of loops and other flows inside of it, however deep. */
function nodesWithin(flow: FlowEntry, { flows }: SpecIndex): readonly NodeEntry[] {
  const nodes = new Set(flow.nodes)
  for (const inner of flows) {
    let at: Entity | undefined = inner.entity
    while (at !== undefined && at.value !== flow.entity.value) at = at.parent
    if (at !== undefined) for (const node of inner.nodes) nodes.add(node)
  }
  return [...nodes]
}

/** A derived id that is not among those already given out. */
function freeId(names: readonly string[], taken: ReadonlySet<string>): string {
  let id = deriveId(names)
  for (let round = 1; taken.has(id); round++) id = deriveId(names, round)
  return id
}

/** The id an entity has in the document, when it is of the service's kind. */
function ownId(entity: Entity): string | undefined {
  const own = readText(entity.value, 'id')
  return isServiceId(own) ? own : undefined
}

function addKeys(keys: Map<string, string>, nodes: readonly Part[], ids: readonly string[]): void {
  for (const [at, { key }] of nodes.entries()) if (!keys.has(key)) keys.set(key, ids[at] ?? key)
  // Ids first: a name stands for its node only where it is not another node's id.
  for (const [at, { key, name }] of nodes.entries()) if (!keys.has(name)) keys.set(name, ids[at] ?? key)
}

/**
 * The ids that nodes have already, each given to one node: first those the service knows their names by, then those the
 * document has.
 *
 * @param taken - ids that are given out; those of the nodes are added
 */
function givenIds(nodes: readonly Part[], known: KnownIds, taken: Set<string>): readonly (string | undefined)[] {
  const ids: (string | undefined)[] = nodes.map(() => undefined)
  const wishes = [({ name }: Part) => known.nodeIds?.get(name), ({ entity }: Part) => ownId(entity)]
  for (const wish of wishes) {
    for (const [at, node] of nodes.entries()) {
      const id = ids[at] ?? wish(node)
      if (id === undefined || taken.has(id)) continue
      ids[at] = id
      taken.add(id)
    }
  }
  return ids
}

/**
 * What the ids of a workflow and its nodes are derived from. A manual workflow is another one than a scheduled one of its
 * name; with the same id it would be replaced.
 */
function originOf(flow: FlowEntry, kind: string | undefined, { projectId }: KnownIds): readonly string[] {
  const scope = kind === undefined || kind === 'CycleWorkflow' ? projectId : `${projectId} ${kind}`
  return [scope, readText(flow.entity.value, 'name') ?? '']
}

/** Plans the ids of one workflow, of a document of some kind, and of its nodes, also of those inside of others. */
export function planPins(flow: FlowEntry, index: SpecIndex, known: KnownIds): PinPlan {
  const kind = readText(index.document, 'kind')
  const origin = originOf(flow, kind, known)
  const givenWorkflowId = known.workflowId ?? ownId(flow.entity)
  const taken = new Set(givenWorkflowId === undefined ? [] : [givenWorkflowId])
  const nodes = nodesWithin(flow, index).map(partOf)
  const given = givenIds(nodes, known, taken)
  const workflowId = givenWorkflowId ?? freeId(origin, taken)
  taken.add(workflowId)
  const ids = nodes.map(({ name }, at) => {
    const id = given[at] ?? freeId([...origin, name], taken)
    taken.add(id)
    return id
  })
  const plan: MutablePlan = {
    workflowId,
    entityIds: new Map([[flow.entity.value, workflowId]]),
    nodeIds: new Map(),
    keys: new Map(),
    outputs: new Map(),
  }
  for (const [at, { entity, name, key }] of nodes.entries()) {
    const id = ids[at] ?? key
    plan.entityIds.set(entity.value, id)
    plan.nodeIds.set(name, id)
    addOutputs(plan.outputs, entity, id)
  }
  addOutputs(plan.outputs, flow.entity, workflowId)
  addKeys(plan.keys, nodes, ids)
  return plan
}

const smallest = 10n ** 18n
/** First digits 1 to 8: a 19-digit number that fits into a signed 64-bit integer. */
const span = 8n * smallest

/**
 * Derives an id of the service's kind, 19 digits, from names. The same names give the same id on every machine, so that
 * a workflow which is submitted twice, even at the same moment, is one workflow.
 *
 * @param names - the workspace, the workflow and, for a node, its name
 * @param round - 0, or more where an id is already taken
 */
function deriveId(names: readonly string[], round = 0): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['flowspec', ...names, round]), 'utf8')
    .digest()
  return String(smallest + (digest.readBigUInt64BE(0) % span))
}
