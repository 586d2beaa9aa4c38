import { extendChain } from '../../builders/chain.ts'
import { SpecBuilderImpl } from '../../builders/imported/spec-builder.ts'
import { findNode, putNode } from '../../builders/node/flow-nodes.ts'
import type { AnyNode } from '../../builders/node/node-builder.ts'
import { BodyImpl } from '../../builders/structures/body.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { GraphNode } from '../../graph/spec-graph.ts'

/** A node of a workflow, or of a document that was read, which stands in no other. */
function outermostNode(part: unknown, { flow, name }: GraphNode): AnyNode | undefined {
  const state = WorkflowImpl.stateOf(part)
  if (state !== undefined) return state.name === flow.name ? findNode(state.nodes, name) : undefined
  if (!(part instanceof SpecBuilderImpl)) return undefined
  return onlyOne(part.allNodes(), name)
}

function onlyOne(nodes: readonly AnyNode[], name: string): AnyNode | undefined {
  const [found, ...others] = nodes.filter((node) => node.name === name)
  return others.length === 0 ? found : undefined
}

/** A node and those it stands in, from the outside in. */
function wayTo(vertex: GraphNode): readonly GraphNode[] {
  const way: GraphNode[] = []
  for (let at: GraphNode | undefined = vertex; at !== undefined; at = at.flow.owner) way.push(at)
  return way.reverse()
}

/** Changes nodes of a builder, those inside of loops too. */
export class PartNodes {
  readonly #part: unknown
  readonly #found: Map<GraphNode, AnyNode | undefined> = new Map()
  readonly #changed: Map<GraphNode, AnyNode> = new Map()

  constructor(part: unknown) {
    this.#part = part
  }

  /** Puts what `change` makes of a node in its place; false when the builder has no such node to change. */
  change(vertex: GraphNode, change: (node: AnyNode) => AnyNode): boolean {
    const node = this.#changed.get(vertex) ?? this.#nodeOf(vertex)
    if (node === undefined) return false
    this.#changed.set(vertex, change(node))
    return true
  }

  /** The builder with all changes. */
  build(): unknown {
    const levels: GraphNode[][] = []
    for (const vertex of this.#changed.keys()) {
      const level = wayTo(vertex).length - 1
      levels[level] ??= []
      levels[level].push(vertex)
    }
    for (let level = levels.length - 1; level > 0; level -= 1) {
      const holders = new Map<GraphNode, GraphNode[]>()
      for (const vertex of levels[level] ?? []) {
        if (vertex.flow.owner !== undefined) addToGroup(holders, vertex.flow.owner, vertex)
      }
      levels[level - 1] ??= []
      for (const [holder, inner] of holders) {
        if (!this.#changed.has(holder)) levels[level - 1]?.push(holder)
        this.#replaceInside(holder, inner)
      }
    }
    return this.#withOutermost((levels[0] ?? []).flatMap((vertex) => this.#changed.get(vertex) ?? []))
  }

  #nodeOf(vertex: GraphNode): AnyNode | undefined {
    let around: AnyNode | undefined
    for (const one of wayTo(vertex)) {
      if (!this.#found.has(one)) {
        const isInner = one.flow.owner !== undefined
        const inner = around instanceof BodyImpl ? onlyOne(around.allNodes(), one.name) : undefined
        this.#found.set(one, isInner ? inner : outermostNode(this.#part, one))
      }
      around = this.#found.get(one)
    }
    return around
  }

  #replaceInside(holder: GraphNode, inner: readonly GraphNode[]): void {
    const versions = new Map<AnyNode, AnyNode>()
    for (const vertex of inner) {
      const [before, after] = [this.#found.get(vertex), this.#changed.get(vertex)]
      if (before !== undefined && after !== undefined) versions.set(before, after)
    }
    this.change(holder, (node) => (node instanceof BodyImpl ? BodyImpl.withVersions(node, versions) : node))
  }

  #withOutermost(nodes: readonly AnyNode[]): unknown {
    if (nodes.length === 0) return this.#part
    const state = WorkflowImpl.stateOf(this.#part)
    if (state !== undefined) {
      return new WorkflowImpl(state.kind, { ...state, nodes: extendChain(state.nodes, nodes.map(putNode)) })
    }
    return this.#part instanceof SpecBuilderImpl ? this.#part.with(...nodes) : this.#part
  }
}
