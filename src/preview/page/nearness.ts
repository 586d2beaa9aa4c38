import { groupsOf } from '../../document/index/first-by-key.ts'
import type { PageData } from '../page-data.ts'

/** A line of a picture, by what it joins. */
export type Joined = readonly [from: string, to: string]

/** What belongs to something that is chosen. */
export interface Near {
  /** The lines that are shown more clearly, as `from to`. */
  readonly lines: ReadonlySet<string>
  /** What stays as clear as it is while the rest fades; undefined where nothing else fades. */
  readonly things: ReadonlySet<string> | undefined
}

/** Finds what belongs to something. */
export type FindNear = (id: string) => Near

/** What a line is called in the picture. */
function lineKey([from, to]: Joined): string {
  return `${from} ${to}`
}

/** The lines of the graph of nodes. */
export function graphLines({ items, lines }: PageData): readonly Joined[] {
  return lines.map(({ from, to }) => [items[from]?.id ?? '', items[to]?.id ?? ''] as const)
}

/** The lines between tables and nodes: rows flow from what is read to what is written. */
export function lineageLines({ items, tables, uses }: PageData): readonly Joined[] {
  return uses.map(({ node, table, kind }) => {
    const [nodeId, tableId] = [items[node]?.id ?? '', tables[table]?.id ?? '']
    return kind === 'reads' ? ([tableId, nodeId] as const) : ([nodeId, tableId] as const)
  })
}

/** The lines that begin, or end, at something. */
export function neighbours(lines: readonly Joined[]): FindNear {
  const [from, to] = [groupsOf(lines, ([start]) => start), groupsOf(lines, ([, end]) => end)]
  return (id) => ({
    lines: new Set([...(from.get(id) ?? []), ...(to.get(id) ?? [])].map(lineKey)),
    things: undefined,
  })
}

type Steps = ReadonlyMap<string, readonly Joined[]>

/** Everything that steps in one direction lead to, the lines of the way with it. */
function walk(start: string, steps: Steps, end: 0 | 1): { readonly things: Set<string>; readonly lines: Set<string> } {
  const [things, lines] = [new Set([start]), new Set<string>()]
  for (const thing of things) {
    for (const line of steps.get(thing) ?? []) {
      lines.add(lineKey(line))
      things.add(line[end])
    }
  }
  return { things, lines }
}

/** Everything that leads to something, and everything that it leads to. */
export class Reach {
  readonly #onwards: Steps
  readonly #back: Steps

  constructor(lines: readonly Joined[]) {
    this.#onwards = groupsOf(lines, ([from]) => from)
    this.#back = groupsOf(lines, ([, to]) => to)
  }

  near(id: string): Near {
    const [up, down] = [walk(id, this.#back, 0), walk(id, this.#onwards, 1)]
    return { things: new Set([...up.things, ...down.things]), lines: new Set([...up.lines, ...down.lines]) }
  }

  /** What leads to something, the nearest first, itself left out. */
  upstream(id: string): readonly string[] {
    return [...walk(id, this.#back, 0).things].slice(1)
  }

  /** What something leads to, the nearest first, itself left out. */
  downstream(id: string): readonly string[] {
    return [...walk(id, this.#onwards, 1).things].slice(1)
  }
}
