import type { Link } from './extent.ts'

/** A line whose direction is not settled, and whether it counts for the order. */
export interface OpenLink {
  readonly from: number
  readonly to: number
  /** Lines that do not count, those of a previous cycle, may point back. */
  readonly counts: boolean
}

/** The order of boxes, and their layers. */
export interface LayerNumbers {
  /** The turn of each box: lines that count lead to a later one, but for those of circles. */
  readonly turns: readonly number[]
  readonly layers: readonly number[]
}

/** The boxes that lines lead to, by the box they begin at. */
export function successorsOf(count: number, links: readonly Pick<Link, 'from' | 'to'>[]): number[][] {
  const next = Array.from({ length: count }, (): number[] => [])
  for (const { from, to } of links) next[from]?.push(to)
  return next
}

/** Gives boxes their turns: each after all that lead to it; of circles the first in the list comes first. Linear. */
class Turns {
  readonly turns: number[]
  readonly #next: readonly (readonly number[])[]
  readonly #waiting: number[]
  readonly #queue: number[] = []
  #given = 0

  constructor(count: number, links: readonly OpenLink[]) {
    this.turns = new Array<number>(count).fill(-1)
    this.#next = successorsOf(count, links)
    this.#waiting = new Array<number>(count).fill(0)
    for (const { to } of links) this.#waiting[to] = (this.#waiting[to] ?? 0) + 1
    for (let at = 0; at < count; at++) if (this.#waiting[at] === 0) this.#queue.push(at)
    this.#empty()
    // What is left waits for itself: each circle is cut before the first that has no turn yet.
    for (let at = 0; at < count; at++) {
      if (this.turns[at] !== -1) continue
      this.#queue.push(at)
      this.#empty()
    }
  }

  #empty(): void {
    for (let at = this.#queue.pop(); at !== undefined; at = this.#queue.pop()) {
      if (this.turns[at] === -1) this.#give(at)
    }
  }

  #give(at: number): void {
    this.turns[at] = this.#given++
    for (const to of this.#next[at] ?? []) {
      const waiting = (this.#waiting[to] ?? 0) - 1
      this.#waiting[to] = waiting
      if (waiting === 0) this.#queue.push(to)
    }
  }
}

/** Numbers boxes by the longest way to them; those that nothing leads to stand just before what comes after them. */
export function numberLayers(count: number, links: readonly OpenLink[]): LayerNumbers {
  const counting = links.filter(({ counts, from, to }) => counts && from !== to)
  const { turns } = new Turns(count, counting)
  const onwards = counting.filter(({ from, to }) => (turns[from] ?? 0) < (turns[to] ?? 0))
  const byTurn = turns.map((_, at) => at).sort((left, right) => (turns[left] ?? 0) - (turns[right] ?? 0))
  const next = successorsOf(count, onwards)
  const layers = new Array<number>(count).fill(0)
  for (const at of byTurn) {
    for (const to of next[at] ?? []) layers[to] = Math.max(layers[to] ?? 0, (layers[at] ?? 0) + 1)
  }
  const hasEarlier = new Set(onwards.map(({ to }) => to))
  for (const at of byTurn) {
    const after = next[at] ?? []
    if (hasEarlier.has(at) || after.length === 0) continue
    layers[at] = after.reduce((least, to) => Math.min(least, layers[to] ?? 0), Number.POSITIVE_INFINITY) - 1
  }
  return { turns, layers }
}
