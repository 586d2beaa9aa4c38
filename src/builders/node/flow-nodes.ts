import { containerNode } from '../../document/containers.ts'
import { isRecord } from '../../document/json/records.ts'
import { structures } from '../../language/structures.ts'
import { type ArgumentKind, checkArgument, oneOf, text } from '../arguments.ts'
import { refuse, throwMissing } from '../build/faults.ts'
import { type Chain, chainItems, extendChain } from '../chain.ts'
import type { StructureKind } from '../structures/structure-builders.ts'
import { NodeImpl } from './node.ts'
import type { AnyNode } from './node-builder.ts'

/** A change of what a flow held: a node put in the place of that of its name, or, where there is no node, one taken out. */
interface FlowChange {
  readonly name: string
  readonly node: AnyNode | undefined
}

/** What was done to the nodes of a flow: some added, or one of them changed. */
export type FlowStep = readonly AnyNode[] | FlowChange

/** All steps of a flow; undefined where there is no list of nodes. */
export type Steps = Chain<FlowStep> | undefined

/** Whether a step adds nodes. */
function isAdding(step: FlowStep): step is readonly AnyNode[] {
  return Array.isArray(step)
}

/** The nodes of a flow while steps are taken; a node that was taken out leaves a gap. */
class NodeList {
  readonly #nodes: (AnyNode | undefined)[] = []
  readonly #byName: Map<string, number[]> = new Map()
  readonly #byRaw: Map<unknown, number> = new Map()

  take(step: FlowStep): void {
    if (isAdding(step)) for (const node of step) this.#add(node)
    else if (step.node !== undefined) this.#put(step.node)
    else {
      for (const index of this.#byName.get(step.name) ?? []) this.#nodes[index] = undefined
      this.#byName.delete(step.name)
    }
  }

  all(): readonly AnyNode[] {
    return this.#nodes.filter((node) => node !== undefined)
  }

  #add(node: AnyNode): void {
    const index = this.#nodes.push(node) - 1
    const raw = NodeImpl.stateOf(node)?.origin?.raw
    if (raw !== undefined && !this.#byRaw.has(raw)) this.#byRaw.set(raw, index)
    const named = this.#byName.get(node.name)
    if (named === undefined) this.#byName.set(node.name, [index])
    else named.push(index)
  }

  /** A node that was read takes its own place even where others have its name. */
  #put(node: AnyNode): void {
    const own = this.#byRaw.get(NodeImpl.stateOf(node)?.origin?.raw)
    const index = own !== undefined && this.#nodes[own] !== undefined ? own : this.#byName.get(node.name)?.[0]
    if (index === undefined) this.#add(node)
    else this.#nodes[index] = node
  }
}

/** The nodes of a flow after all steps. */
export function flowNodes(steps: Steps): readonly AnyNode[] {
  const each = chainItems(steps)
  if (each.every(isAdding)) return each.flat()
  const nodes = new NodeList()
  for (const step of each) nodes.take(step)
  return nodes.all()
}

/** The step that puts a node in the place of its other version, else at the end. */
export function putNode(node: AnyNode): FlowStep {
  return { name: node.name, node }
}

/** The steps with one more, that takes a node out; none when there is no such node. */
export function dropNode(steps: Steps, name: string): Steps {
  if (findNode(steps, name) === undefined) return steps
  return extendChain<FlowStep>(steps, [{ name, node: undefined }])
}

const fewNodes = 16
const byNameOf = new WeakMap<readonly AnyNode[], ReadonlyMap<string, AnyNode>>()

function findAmong(nodes: readonly AnyNode[], name: string): AnyNode | undefined {
  if (nodes.length <= fewNodes) return nodes.find((node) => node.name === name)
  let byName = byNameOf.get(nodes)
  if (byName === undefined) {
    // Backwards, so that the first of a name is the one that stays.
    byName = new Map([...nodes].reverse().map((node) => [node.name, node]))
    byNameOf.set(nodes, byName)
  }
  return byName.get(name)
}

/** The node of a name, looked for from the last step back, so that asking once a step stays cheap in large flows. */
export function findNode(steps: Steps, name: string): AnyNode | undefined {
  for (let link = steps; link !== undefined; link = link.before) {
    const step = link.item
    if (isAdding(step)) {
      const found = findAmong(step, name)
      if (found !== undefined) return found
    } else if (step.name === name) {
      return step.node
    }
  }
  return undefined
}

/** Whether there is something a builder can be of; a list in a document may hold anything. */
export function isEntity({ origin }: { readonly origin?: { readonly raw: unknown } }): boolean {
  return origin === undefined || isRecord(origin.raw)
}

/** The nodes of a flow, without what stands in its list and is no node, and without those inside of others of the list. */
export function listNodes(steps: Steps): readonly AnyNode[] {
  const nodes = flowNodes(steps).filter((node) => isEntity(NodeImpl.stateOf(node) ?? {}))
  const containers = nodes.map(containerOf)
  if (containers.every((container) => container === undefined)) return nodes
  const keys = new Set(nodes.map((node) => NodeImpl.stateOf(node)?.origin?.key))
  return nodes.filter((node, at) => {
    const container = containers[at]
    return container === undefined || container === NodeImpl.stateOf(node)?.origin?.key || !keys.has(container)
  })
}

/** What the node that a node was read inside of is called, where it stands beside that; undefined for others. */
export function containerOf(node: AnyNode): string | undefined {
  const raw = NodeImpl.stateOf(node)?.origin?.raw
  return isRecord(raw) ? containerNode(raw) : undefined
}

/** A node that holds others. */
function isHolder(node: AnyNode): node is AnyNode & { allNodes(): readonly AnyNode[] } {
  return 'allNodes' in node && typeof node.allNodes === 'function'
}

/** The names of the nodes that hold a node of a name, from the outside in; undefined when none does. */
function holdersOf(name: string, all: readonly AnyNode[]): readonly string[] | undefined {
  const waiting = all.map((node) => ({ node, holders: [] as readonly string[] }))
  // What is added while the list is walked over is walked over, too.
  for (const { node, holders } of waiting) {
    if (node.name === name && holders.length > 0) return holders
    if (!isHolder(node)) continue
    const around = [...holders, node.name]
    for (const inner of node.allNodes()) waiting.push({ node: inner, holders: around })
  }
  return undefined
}

function refuseInner(name: string, holders: readonly string[]): never {
  const holder = holders.at(-1) ?? ''
  const way = holders.map((one) => `.node('${one}', kind)`).join('')
  const message = `There is no node '${name}' here: it stands inside '${holder}'.`
  const hint = `Ask that node for it: ${way}.node('${name}'), where kind is that of the node, such as 'forEach'.`
  refuse('reference/unknown-entity', { message, hint })
}

const structureKind: ArgumentKind = /* @__PURE__ */ oneOf(...Object.keys(structures))

/**
 * The node of a name.
 *
 * @param found - the node, if there is one
 * @param all - all nodes there are, for the words of the error
 * @throws FlowSpecError when there is none, or it is another kind of control structure
 */
export function namedNode(
  name: string,
  kind: StructureKind | undefined,
  found: AnyNode | undefined,
  all: () => readonly AnyNode[],
): AnyNode {
  checkArgument('node', 'name', name, text)
  if (kind !== undefined) checkArgument('node', 'kind', kind, structureKind)
  const isOne = (node: AnyNode): boolean => kind === undefined || NodeImpl.stateOf(node)?.kind === kind
  if (found !== undefined && isOne(found)) return found
  const holders = found === undefined ? holdersOf(name, all()) : undefined
  if (holders !== undefined) refuseInner(name, holders)
  const others = found === undefined ? all() : all().filter(isOne)
  const what = found === undefined ? 'There is no node' : `There is no ${kind} node`
  throwMissing(
    what,
    name,
    others.map((node) => node.name),
  )
}

/** What stands where nodes belong. */
export const nodeKind: ArgumentKind = {
  takes: 'a node, such as what odpsSql(name) gives',
  holds: (value) => NodeImpl.stateOf(value) !== undefined,
}
