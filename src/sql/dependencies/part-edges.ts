import type { Dependency } from '../../builders/node/node-builder.ts'
import { external } from '../../builders/node/upstream.ts'
import { WorkflowImpl } from '../../builders/workflow/workflow.ts'
import { WorkflowOutputImpl } from '../../builders/workflow/workflow-output.ts'
import { readText, recordsOf } from '../../document/json/records.ts'
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
