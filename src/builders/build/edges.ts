import { createDiagnostic } from '../../diagnostics/diagnostic.ts'
import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import type { FlowDepend, FlowDependency, FlowNode } from '../../language/generated/types.ts'
import { chainItems } from '../chain.ts'
import type { Dependency, PreviousDependency } from '../node/node-builder.ts'
import type { NodeState } from '../node/node-state.ts'
import { type BuildContext, dependencyPointer, type EdgesOf, type FlowBase, type NodesByName } from './context.ts'
import { firstOutput } from './outputs.ts'

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

/** How a node comes after another. */
type DependType = NonNullable<FlowDepend['type']>

/** Where something to come after stands: after which node, and how. */
export interface EdgeSite {
  readonly type: DependType
  /** Name of the node that comes after. */
  readonly name: string
  readonly nodes: NodesByName
  /** Which of the dependencies of the flow it will be, for faults. */
  readonly position: number
  readonly context: BuildContext
}

/** A handle that says itself what it comes to, so that a program without such handles carries none of the code. */
export interface EdgeHandle {
  /** Undefined when it comes to nothing, which is reported. */
  dependAt(site: EdgeSite): FlowDepend | undefined
}

/** Comes after a node of the same flow. */
export function dependOnNode(type: DependType, name: string, node: Pick<FlowNode, 'id'> | undefined): FlowDepend {
  const output = firstOutput(node)
  // A name that is not there stays in the document as it was written, where the check finds it.
  if (node === undefined || output === undefined) return { type, nodeId: node?.id ?? name }
  return { type, output, refTableName: name }
}

/** Reports something to come after that is not there. */
export function reportEdge(site: EdgeSite, rule: BuiltInRuleName, message: string, hint: string): undefined {
  const { name, position, context } = site
  const path = dependencyPointer(position, context)
  const subject = { kind: 'node', name }
  context.report(createDiagnostic({ rule, severity: 'error', message, hint, path, subject }))
}
