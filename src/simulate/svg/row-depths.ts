import { addToGroup } from '../../document/add-to-group.ts'
import type { TimelineRow } from './timeline-row.ts'

/**
 * How many nodes of its workflow stand before each one, one after the other, within the same cycle. What is part of a
 * circle comes last.
 */
export function rowDepths(rows: readonly TimelineRow[]): ReadonlyMap<TimelineRow, number> {
  const byName = new Map(rows.filter(({ isInner }) => isInner).map((row) => [keyOf(row.workflow, row.label), row]))
  const next = new Map<TimelineRow, TimelineRow[]>()
  const waiting = new Map<TimelineRow, number>()
  for (const row of rows) {
    const upstream = upstreamRows(row, byName)
    waiting.set(row, upstream.size)
    for (const each of upstream) addToGroup(next, each, row)
  }
  const depths = new Map(rows.filter((row) => waiting.get(row) === 0).map((row) => [row, 0]))
  // What is added while the map is walked over is walked over, too.
  for (const [row, depth] of depths) {
    for (const after of next.get(row) ?? []) {
      const left = (waiting.get(after) ?? 0) - 1
      waiting.set(after, left)
      if (left === 0) depths.set(after, depth + 1)
    }
  }
  for (const row of rows) if (!depths.has(row)) depths.set(row, rows.length)
  return depths
}

/** The lines of the same workflow that a line waits for in the same cycle. */
function upstreamRows(row: TimelineRow, byName: ReadonlyMap<string, TimelineRow>): ReadonlySet<TimelineRow> {
  const found = new Set<TimelineRow>()
  // All instances of a line wait for the same nodes, but for those of a day on which there are none.
  for (const { type, name, workflow } of row.instances[0]?.upstream ?? []) {
    const upstream = type === 'Normal' && workflow === row.workflow ? byName.get(keyOf(workflow, name)) : undefined
    if (upstream !== undefined && upstream !== row) found.add(upstream)
  }
  return found
}

function keyOf(workflow: string | undefined, name: string): string {
  return JSON.stringify([workflow, name])
}
