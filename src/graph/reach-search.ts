import { addToGroup } from '../document/index/first-by-key.ts'
import type { EdgeList } from './adjacency.ts'

/**
 * Answers whether one node reaches others, by one search a question. All questions together look at a bounded number of
 * edges; those that come later have no answer, so that very many questions about a very large graph end too.
 */
export class ReachSearch {
  readonly #next: ReadonlyMap<number, readonly number[]>
  #left: number

  /**
   * @param edges - the edges of the graph
   * @param mostEdges - how many edges all questions together may look at
   */
  constructor({ from, to }: EdgeList, mostEdges: number) {
    const next = new Map<number, number[]>()
    from.forEach((node, edge) => {
      addToGroup(next, node, to[edge] ?? node)
    })
    this.#next = next
    this.#left = mostEdges
  }

  /** Whether a path of at least one edge leads from a node to one of the targets; undefined when nobody looked. */
  reaches(start: number, targets: ReadonlySet<number>): boolean | undefined {
    const seen = new Set<number>()
    const queue = [start]
    for (const node of queue) {
      for (const to of this.#next.get(node) ?? []) {
        if (this.#left-- <= 0) return undefined
        if (targets.has(to)) return true
        if (seen.has(to)) continue
        seen.add(to)
        queue.push(to)
      }
    }
    return false
  }
}
