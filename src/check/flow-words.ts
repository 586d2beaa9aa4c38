import type { FlowEntry } from '../document/spec-index.ts'
import { isFaultyAt } from './is-faulty-at.ts'

/** What the nodes of a flow can be called. */
export interface FlowWords {
  readonly words: readonly string[]
  /** Whether some node could not be read, so that a word no node has may be its name. */
  readonly hasUnread: boolean
}

/** Collects the names and ids of the nodes in a flow. */
export function flowWords(flow: FlowEntry): FlowWords {
  const words: string[] = []
  let hasUnread = isFaultyAt(flow.entity, 'nodes')
  for (const { entity, id, name } of flow.nodes) {
    if (name !== undefined) words.push(name)
    if (id !== undefined && id !== name) words.push(id)
    hasUnread ||= (id ?? name) === undefined || isFaultyAt(entity, 'id') || isFaultyAt(entity, 'name')
  }
  return { words, hasUnread }
}
