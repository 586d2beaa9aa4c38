import { extendChain } from '../../builders/chain.ts'
import { SpecBuilderImpl } from '../../builders/imported/spec-builder.ts'
import { findNode, putNode } from '../../builders/node/flow-nodes.ts'
import type { AnyNode, Dependency } from '../../builders/node/node-builder.ts'
import { external } from '../../builders/node/upstream.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { WorkflowOutputImpl } from '../../builders/workflow/workflow-output.ts'
import { readText, recordsOf } from '../../document/json/records.ts'
import type { GraphNode } from '../../graph/spec-graph.ts'
import type { DerivedEdge } from './derived-edges.ts'
import type { TableMap } from './table-map.ts'

/** What a node is to come after, or why it cannot. */
type Upstream = { readonly dependency: Dependency | 'self' } | { readonly reason: string }

/** Finds what is to be written for an edge. */
export class EdgeWriter {
  readonly #parts: readonly unknown[]
  readonly #outputs: ReadonlyMap<string, string | undefined>

  /** @param parts - the builder of each document; undefined for what is none */
  constructor(parts: readonly unknown[], { nodes }: TableMap) {
    this.#parts = parts
    this.#outputs = new Map(
      nodes.map(({ vertex, tables }) => {
        const outputs = tables.node.entity.child('outputs')?.value['nodeOutputs']
        return [vertex.path, readText(recordsOf(outputs)[0], 'data')]
      }),
    )
  }

  upstreamOf({ told, from, to, fromDocument }: DerivedEdge): Upstream {
    if (told.kind === 'self') return { dependency: 'self' }
    if (from === undefined || fromDocument === undefined) return { dependency: external(told.upstream) }
    if (from.flow === to.flow) return { dependency: from.name }
    const state = WorkflowImpl.stateOf(this.#parts[fromDocument])
    if (state !== undefined && state.kind !== 'CycleWorkflow') {
      return { reason: `workflow '${state.name}' does not run in cycles` }
    }
    if (state !== undefined && state.name === from.flow.name) {
      return { dependency: new WorkflowOutputImpl(state, from.name) }
    }
    const output = this.#outputs.get(from.path)
    return output === undefined ? { reason: `'${from.name}' has no output` } : { dependency: external(output) }
  }
}

/** The node of a builder that stands for one of its document; undefined where it is inside of another node. */
export function nodeOfPart(part: unknown, vertex: GraphNode): AnyNode | undefined {
  if (vertex.flow.owner !== undefined) return undefined
  const state = WorkflowImpl.stateOf(part)
  if (state !== undefined) return state.name === vertex.flow.name ? findNode(state.nodes, vertex.name) : undefined
  if (!(part instanceof SpecBuilderImpl)) return undefined
  const [found, ...others] = part.allNodes().filter(({ name }) => name === vertex.name)
  return others.length === 0 ? found : undefined
}

/** A builder with nodes in the place of their other versions. */
export function withNodes(part: unknown, nodes: readonly AnyNode[]): unknown {
  if (nodes.length === 0) return part
  const state = WorkflowImpl.stateOf(part)
  if (state !== undefined) {
    return new WorkflowImpl(state.kind, { ...state, nodes: extendChain(state.nodes, nodes.map(putNode)) })
  }
  return part instanceof SpecBuilderImpl ? part.with(...nodes) : part
}
