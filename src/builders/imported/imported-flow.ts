import { isRecord, readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { FlowDependency } from '../../language/generated/types.ts'
import type { EdgesOf, FlowBase, NodeBase } from '../build/context.ts'
import { nodeKey } from '../build/node.ts'
import { extendChain } from '../chain.ts'
import { asShape, spelledField } from '../fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { NodeState } from '../node/node-state.ts'
import type { WireTrigger } from '../node/trigger.ts'
import { assignment } from '../structures/assignment.ts'
import { BodyStructure } from '../structures/body.ts'
import { branch } from '../structures/branch.ts'
import { combined } from '../structures/combined.ts'
import { doWhile } from '../structures/do-while.ts'
import { forEach } from '../structures/for-each.ts'
import { join } from '../structures/join.ts'
import { paiFlow } from '../structures/pai-flow.ts'
import { paramHub } from '../structures/param-hub.ts'
import type { StructureKind } from '../structures/structure-builders.ts'
import { structureKind } from '../structures/structure-kind.ts'
import { subProcess } from '../structures/sub-process.ts'
import type { FlowStep, Steps } from '../workflow/flow-steps.ts'
import type { ReadBody } from './imported-body.ts'
import { addDepends, rebuildNode } from './imported-node.ts'
import { mergeArtifacts } from './merged-fields.ts'
import { renameNodes } from './renamed-nodes.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'

const makers: Readonly<Record<StructureKind, (name: string) => AnyNode>> = {
  branch,
  join,
  assignment: (name) => assignment(name, 'shell'),
  forEach,
  doWhile,
  combined,
  paiFlow,
  subProcess,
  paramHub,
}

/** The nodes and dependencies of a document, a workflow or a loop as builders. */
interface ImportedFlow {
  /** Undefined where there is no list of nodes. */
  readonly nodes: Steps
  /** The nodes that stand beside the list. */
  readonly more: readonly AnyNode[]
  readonly flow: FlowBase
}

/** The trigger of an entity as read, also where it is one of those that are referred to. */
export function readTrigger(source: SpecSource, raw: unknown): WireTrigger | undefined {
  const trigger = isRecord(raw) ? source.resolve('Trigger', raw['trigger']) : undefined
  return trigger && asShape(trigger)
}

/** The field that holds the dependencies: the one that has any, else the one that is there, else that of the version. */
function edgesField(holder: RawEntity, usual: string): string {
  const lists = ['dependencies', 'flow'].filter((field) => Array.isArray(holder[field]))
  return lists.find((field) => Object.keys(holder[field] ?? {}).length > 0) ?? lists[0] ?? usual
}

interface Site {
  readonly source: SpecSource
  readonly flow: FlowBase
}

function keyOf(raw: unknown): string {
  return readText(raw, 'id') ?? readText(raw, 'name') ?? ''
}

/** How nodes that were read are built. */
const asRead = { rebuild: rebuildNode, addDepends, mergeArtifacts, renameNodes } as const

/** A node as a builder that knows what was read. */
function importNode(raw: unknown, dependencies: readonly RawEntity[], { source, flow }: Site): AnyNode {
  const name = readText(raw, 'name') ?? keyOf(raw)
  const script = isRecord(raw) ? source.resolve('Script', raw['script']) : undefined
  const command = readText(script?.['runtime'], 'command') ?? ''
  const kind = structureKind(command, raw)
  const trigger = readTrigger(source, raw)
  const base: NodeBase = { raw, source, trigger, key: keyOf(raw), flow, dependencies, ...asRead }
  const state = trigger === undefined ? { command, base } : { command, base, trigger }
  if (kind === undefined) return new NodeBuilderImpl<string, string>(name, { name, ...state })
  const made = makers[kind](name)
  const before = NodeBuilderImpl.stateOf(made)?.structure
  // The structure as read is in the node already; what is said of it later makes another, which is laid over it.
  const structure =
    before instanceof BodyStructure ? before.asRead((...fields) => importBody(raw, fields, source)) : undefined
  return NodeBuilderImpl.like(made, { name, ...state, kind, structure })
}

/** The body of a node; looked into only when somebody changes it, so that nesting takes no stack. */
function importBody(raw: unknown, [kind, edges]: readonly [string, string], source: SpecSource): ReadBody {
  const held: unknown = isRecord(raw) ? raw[spelledField('Node', raw, kind)] : undefined
  const holder = isRecord(held) ? held : {}
  const end = holder[spelledField('DoWhile', holder, 'while')]
  const flow = importFlow(holder, source, edges, isRecord(end) ? [end] : [])
  return { ...flow, end: flow.more[0] }
}

/** The entries of dependencies by the node they belong to. */
function byOwner(dependencies: readonly unknown[]): ReadonlyMap<string, readonly RawEntity[]> {
  const owned = new Map<string, RawEntity[]>()
  for (const entry of dependencies) {
    const owner = edgeOwner(entry)
    if (owner === undefined || !isRecord(entry)) continue
    const entries = owned.get(owner)
    if (entries === undefined) owned.set(owner, [entry])
    else entries.push(entry)
  }
  return owned
}

/**
 * Makes builders of the nodes of a flow; none is looked into before somebody asks.
 *
 * @param usual - the field that dependencies stand in where there are none yet
 * @param more - nodes of the flow that stand beside the list
 */
export function importFlow(
  holder: RawEntity,
  source: SpecSource,
  usual: string,
  more: readonly unknown[] = [],
): ImportedFlow {
  const held = holder['nodes']
  const list: readonly unknown[] = [...(Array.isArray(held) ? held : []), ...more]
  const field = edgesField(holder, usual)
  const edges = holder[field]
  const dependencies: readonly unknown[] = Array.isArray(edges) ? edges : []
  const flow: FlowBase = { field, dependencies, keys: new Set(list.map(keyOf)), orderEdges }
  const owned = byOwner(dependencies)
  const taken = new Set<string>()
  const all = list.map((raw) => {
    const key = keyOf(raw)
    const own = taken.has(key) ? undefined : owned.get(key)
    taken.add(key)
    return importNode(raw, own ?? [], { source, flow })
  })
  const count = all.length - more.length
  const nodes = Object.freeze(all.slice(0, count))
  return {
    nodes: Array.isArray(held) ? extendChain<FlowStep>(undefined, [nodes]) : undefined,
    more: all.slice(count),
    flow,
  }
}

/** The node that an entry of `dependencies` belongs to, as the entry calls it. */
function edgeOwner(entry: unknown): string | undefined {
  return parseReference(readText(entry, 'nodeId') ?? '') || undefined
}

/**
 * The dependencies of a flow that was read, in the places they were read at; new ones at the end. Those of nodes that are
 * gone go with them, and those that belong to no node stay, for the check to find.
 */
function orderEdges(states: readonly NodeState[], read: FlowBase, edgesOf: EdgesOf): FlowDependency[] {
  const edges: FlowDependency[] = []
  const places = new Map<string, number>()
  for (const [at, state] of states.entries()) {
    const key = state.base?.key ?? nodeKey(state)
    if (!places.has(key)) places.set(key, at)
  }
  const waiting = new Map<number, FlowDependency[]>()
  const take = (at: number, count?: number): void => {
    const own = waiting.get(at) ?? [...edgesOf(at, edges.length)]
    for (const edge of own.splice(0, count ?? own.length)) edges.push(edge)
    waiting.set(at, own)
  }
  for (const entry of read.dependencies) {
    const owner = edgeOwner(entry)
    const at = places.get(owner ?? '')
    // An entry of no node is carried whatever it is.
    if (owner === undefined || !read.keys.has(owner)) edges.push(entry as FlowDependency)
    else if (at !== undefined) take(at, states[at]?.base?.flow === read ? 1 : undefined)
  }
  for (const at of states.keys()) take(at)
  return edges
}
