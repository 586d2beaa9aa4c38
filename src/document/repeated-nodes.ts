import type { FirstByKey, FlowEntry, NodeEntry } from './spec-index.ts'

/** Finds, for keys that nodes of several flows have, the node of one flow. */
export class RepeatedNodes {
  readonly #byFlow: Map<FlowEntry, Map<string, NodeEntry>> = new Map()

  constructor({ repeated }: FirstByKey<NodeEntry>) {
    for (const { key, other } of repeated) {
      const nodes = this.#byFlow.get(other.flow) ?? new Map<string, NodeEntry>()
      this.#byFlow.set(other.flow, nodes)
      if (!nodes.has(key)) nodes.set(key, other)
    }
  }

  /** The first node of a flow with a key that a node of an earlier flow has too. */
  find(flow: FlowEntry, key: string): NodeEntry | undefined {
    return this.#byFlow.get(flow)?.get(key)
  }
}
