import { readText } from '../../document/json/records.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { FlowDepend, FlowDependency, FlowNode } from '../../language/generated/types.ts'
import { chainItems } from '../chain.ts'
import { orderFields } from '../fields.ts'
import type { Dependency, PreviousDependency } from '../node/node-builder.ts'
import type { NodeState } from '../node/node-state.ts'
import {
  type DependencySite,
  type DependType,
  dependentOf,
  dependOnNode,
  reportMissing,
  UpstreamHandle,
} from '../node/upstream.ts'
import { type BuildContext, dependencyPointer, type NodesByName } from './context.ts'
import type { EdgesOf, FlowOrigin } from './origin.ts'

/** The nodes of a flow: what the user said of each, and what it became. */
export interface BuiltNodes {
  readonly states: readonly NodeState[]
  readonly nodes: readonly FlowNode[]
}

/** A workflow where a node belongs, which no compiler has seen. */
function reportWorkflow(name: string, site: DependencySite): undefined {
  const message = `${dependentOf(site)} comes after workflow '${name}', which is no node.`
  const hint = `Write .after(${name}.outputOf()) for its output, or let the workflow of the node come after it as a whole.`
  return reportMissing(site, 'schema/type', message, hint)
}

/** What a node comes after, as its dependencies write it; undefined when it is nothing, which is reported. */
export function dependOn(
  item: Dependency | PreviousDependency | UpstreamHandle,
  site: DependencySite,
): FlowDepend | undefined {
  const { type, nodes } = site
  const form = site.context.verbatim?.edges
  if (typeof item === 'string') return dependOnNode(type, item, nodes.get(item), form)
  // A caller that is not type checked may give anything.
  if (typeof item === 'object' && item !== null) {
    if (item instanceof UpstreamHandle) return item.dependAt(site)
    if ('outputOf' in item) return reportWorkflow(readText(item, 'name') ?? '', site)
    if ('toJSON' in item) return dependOnNode(type, item.name, nodes.get(item.name), form)
    if (item.kind === 'external') return { type, output: item.output }
    if (item.kind === 'dependency') return orderFields('Depend', { type, ...item.fields })
  }
  const hint = 'Give a node, a name, or what external(), outputOf() and the like return.'
  return reportMissing(site, 'schema/type', `${dependentOf(site)} comes after a value that is none of these.`, hint)
}

/** What waits for its own previous cycle, or for that of what comes after it. */
export const typeOfPrevious: ReadonlyMap<PreviousDependency, DependType> = new Map([
  ['self', dependencyTypes.self],
  ['children', dependencyTypes.children],
])

/** Text other than these two, which the types do not take, is a name that the check looks for. */
function dependOnPrevious(item: PreviousDependency, site: DependencySite): FlowDepend | undefined {
  const type = typeOfPrevious.get(item)
  const form = site.context.verbatim?.edges
  if (type !== undefined) return dependOnNode(type, site.name, site.nodes.get(site.name), form)
  return dependOn(item, { ...site, type: dependencyTypes.other })
}

/** The dependencies without repetitions. */
export function eachOnce(depends: readonly FlowDepend[]): readonly FlowDepend[] {
  if (depends.length < 2) return depends
  return [...new Map(depends.map((depend) => [JSON.stringify(depend), depend])).values()]
}

function buildDepends(
  { name, after, afterPrevious, structure }: NodeState,
  nodes: NodesByName,
  index: number,
  context: BuildContext,
): readonly FlowDepend[] {
  const site: DependencySite = { type: 'Normal', name, nodes, index, context }
  const depends: FlowDepend[] = []
  const add = (depend: FlowDepend | undefined): void => {
    if (depend !== undefined) depends.push(depend)
  }
  for (const item of chainItems(after)) add(dependOn(item, site))
  for (const item of structure?.upstreams?.() ?? []) add(dependOn(item, site))
  for (const item of chainItems(afterPrevious)) add(dependOnPrevious(item, site))
  return eachOnce(depends)
}

/**
 * The dependencies of all nodes that have any, in the order of the nodes; those that were read keep their places.
 *
 * @param origin - the flow as read, when it was
 */
export function buildEdges(
  { states, nodes }: BuiltNodes,
  byName: NodesByName,
  context: BuildContext,
  origin?: FlowOrigin<NodeState>,
): FlowDependency[] {
  const edgesOf: EdgesOf = (at, index) => {
    const state = states[at]
    const node = nodes[at]
    if (state === undefined || node === undefined) return []
    const { after, afterPrevious, structure } = state
    const asks = after !== undefined || afterPrevious !== undefined || structure !== undefined
    const depends = asks ? buildDepends(state, byName, index, context) : []
    if (depends.length > 0) context.trace?.note(dependencyPointer(index, context), state)
    if (state.origin !== undefined) return state.origin.dependencies(node, depends)
    return depends.length === 0 ? [] : [{ nodeId: node.id ?? state.name, depends }]
  }
  if (origin !== undefined) return origin.order(states, edgesOf)
  const dependencies: FlowDependency[] = []
  for (const at of states.keys()) for (const edge of edgesOf(at, dependencies.length)) dependencies.push(edge)
  return dependencies
}
