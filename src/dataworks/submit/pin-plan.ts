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

/** What of a node the plan is made of; read once. */
interface Part {
  readonly entity: Entity
  readonly name: string
  /** What dependencies call it. */
  readonly key: string
}

/** Plans the ids of one workflow, of a document of some kind, and of its nodes, also of those inside of others. */
export function planPins(flow: FlowEntry, index: SpecIndex, known: KnownIds): PinPlan {
  const origin = originOf(flow, readText(index.document, 'kind'), known)
  const nodes = nodesWithin(flow, index).map((node): Part => {
    const { entity, key, name = key } = node
    return { entity, key, name }
  })
  const knownWorkflowId = known.workflowId ?? ownId(flow.entity)
  const taken = new Set(knownWorkflowId === undefined ? [] : [knownWorkflowId])
  const knownIds = knownNodeIds(nodes, known, taken)
  const workflowId = knownWorkflowId ?? freeId(origin, taken)
  const ids = new Map(nodes.map((node) => [node, knownIds.get(node) ?? freeId([...origin, node.name], taken)] as const))
  return {
    workflowId,
    entityIds: new Map([
      [flow.entity.value, workflowId],
      ...[...ids].map(([node, id]) => [node.entity.value, id] as const),
    ]),
    nodeIds: new Map([...ids].map(([node, id]) => [node.name, id])),
    keys: newKeys(ids),
    outputs: newOutputs([...[...ids].map(([node, id]) => [node.entity, id] as const), [flow.entity, workflowId]]),
  }
}

/**
 * What the ids of a workflow and its nodes are derived from. A manual workflow is another one than a scheduled one of its
 * name; with the same id it would be replaced.
 */
function originOf(flow: FlowEntry, kind: string | undefined, { projectId }: KnownIds): readonly string[] {
  const scope = kind === undefined || kind === 'CycleWorkflow' ? projectId : `${projectId} ${kind}`
  return [scope, readText(flow.entity.value, 'name') ?? '']
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

/** The id an entity has in the document, when it is of the service's kind. */
function ownId(entity: Entity): string | undefined {
  const own = readText(entity.value, 'id')
  return isServiceId(own) ? own : undefined
}

/**
 * The ids that nodes have already, each given to one node: first those the service knows their names by, then those the
 * document has.
 *
 * @param taken - ids that are given out; those of the nodes are added
 */
function knownNodeIds(nodes: readonly Part[], known: KnownIds, taken: Set<string>): ReadonlyMap<Part, string> {
  const ids = new Map<Part, string>()
  const wishes = [({ name }: Part) => known.nodeIds?.get(name), ({ entity }: Part) => ownId(entity)]
  for (const wish of wishes) {
    for (const node of nodes) {
      const id = ids.has(node) ? undefined : wish(node)
      if (id === undefined || taken.has(id)) continue
      ids.set(node, id)
      taken.add(id)
    }
  }
  return ids
}

/** A derived id that is not among those given out, to which it is added. */
function freeId(names: readonly string[], taken: Set<string>): string {
  let id = deriveId(names, 0)
  for (let round = 1; taken.has(id); round++) id = deriveId(names, round)
  taken.add(id)
  return id
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
function deriveId(names: readonly string[], round: number): string {
  const digest = createHash('sha256')
    .update(JSON.stringify(['flowspec', ...names, round]), 'utf8')
    .digest()
  return String(smallest + (digest.readBigUInt64BE(0) % span))
}

function newKeys(ids: ReadonlyMap<Part, string>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  for (const [{ key }, id] of ids) if (!keys.has(key)) keys.set(key, id)
  // Ids first: a name stands for its node only where it is not another node's id.
  for (const [{ name }, id] of ids) if (!keys.has(name)) keys.set(name, id)
  return keys
}

/** The outputs of entities that are their ids or names, and of branch nodes those that begin with one of them and `_`. */
function newOutputs(ids: readonly (readonly [entity: Entity, id: string])[]): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>()
  for (const [entity, id] of ids) {
    const own = [readText(entity.value, 'id'), readText(entity.value, 'name')]
    const isBranch = childEntity(entity, 'branch') !== undefined
    for (const data of outputsOf(entity)) {
      const from = own.find((key) => key === data || (isBranch && data.startsWith(`${key}_`)))
      if (from !== undefined && !outputs.has(data)) outputs.set(data, id + data.slice(from.length))
    }
  }
  return outputs
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
