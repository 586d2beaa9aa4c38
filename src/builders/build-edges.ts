import type { FlowDepend, FlowDependency, FlowNode } from '../model/generated/types.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { chainItems } from './chain.ts'
import type { Dependency, PreviousDependency } from './dependency.ts'
import { type DependType, dependOnNode, type EdgeHandle, type EdgeSite, reportEdge } from './edge-site.ts'
import type { EdgesOf, FlowBase } from './entity-base.ts'
import type { NodeState } from './node-state.ts'

/** The nodes of a workflow: what the user said of each, and what it became. */
export interface BuiltNodes {
  readonly states: readonly NodeState[]
  readonly nodes: readonly FlowNode[]
}

function isHandle(item: object): item is EdgeHandle {
  return 'dependAt' in item
}

/** What a node comes after, as its dependencies write it; undefined when it is nothing, which is reported. */
export function dependOn(item: Dependency | PreviousDependency, site: EdgeSite): FlowDepend | undefined {
  const { type, nodes, name } = site
  if (typeof item === 'string') return dependOnNode(type, item, nodes.get(item))
  if ('toJSON' in item) return dependOnNode(type, item.name, nodes.get(item.name))
  if (isHandle(item)) return item.dependAt(site)
  if (item.kind === 'external') return { type, output: item.output }
  const hint = 'Give a node, a name, or what external(), outputOf() and the like return.'
  return reportEdge(site, 'schema/type', `Node '${name}' comes after a value that is none of these.`, hint)
}

const ofPrevious: ReadonlyMap<PreviousDependency, DependType> = new Map([
  ['self', 'CrossCycleDependsOnSelf'],
  ['children', 'CrossCycleDependsOnChildren'],
])

/** Text other than these two, which the types do not take, is a name that the check looks for. */
function dependOnPrevious(item: PreviousDependency, site: EdgeSite): FlowDepend | undefined {
  const type = ofPrevious.get(item)
  if (type !== undefined) return dependOnNode(type, site.name, site.nodes.get(site.name))
  return dependOn(item, { ...site, type: 'CrossCycleDependsOnOtherNode' })
}

/** The dependencies without repetitions. */
function eachOnce(depends: readonly FlowDepend[]): readonly FlowDepend[] {
  if (depends.length < 2) return depends
  return [...new Map(depends.map((depend) => [JSON.stringify(depend), depend])).values()]
}

function buildDepends(
  { name, after, afterPrevious, structure }: NodeState,
  nodes: NodesByName,
  position: number,
  context: BuildContext,
): readonly FlowDepend[] {
  const site: EdgeSite = { type: 'Normal', name, nodes, position, context }
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
 * @param read - the flow as read, when it was
 */
export function buildEdges(
  { states, nodes }: BuiltNodes,
  byName: NodesByName,
  context: BuildContext,
  read?: FlowBase,
): FlowDependency[] {
  const edgesOf: EdgesOf = (at, position) => {
    const state = states[at]
    const node = nodes[at]
    if (state === undefined || node === undefined) return []
    const { after, afterPrevious, structure, base } = state
    const asks = after !== undefined || afterPrevious !== undefined || structure !== undefined
    const depends = asks ? buildDepends(state, byName, position, context) : []
    if (base !== undefined) return base.addDepends(base, node, depends)
    return depends.length === 0 ? [] : [{ nodeId: node.id ?? state.name, depends }]
  }
  const dependencies = read?.orderEdges(states, read, edgesOf) ?? []
  if (read === undefined) {
    for (const at of states.keys()) for (const edge of edgesOf(at, dependencies.length)) dependencies.push(edge)
  }
  const base = states.find((state) => state.base !== undefined)?.base
  return base === undefined ? dependencies : base.renameNodes({ states, nodes }, dependencies)
}
