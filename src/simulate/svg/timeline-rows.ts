import { compareText } from '../../diagnostics/diagnostic-order.ts'
import { cut } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import type { Instance } from '../instance.ts'
import type { Simulation } from '../simulation.ts'

/** One line of the picture: a workflow or a node. */
export interface TimelineRow {
  readonly label: string
  /** The workflow it is, or stands in. */
  readonly workflow: string | undefined
  /** Whether it is a node of the workflow above it. */
  readonly isInner: boolean
  readonly instances: readonly Instance[]
  /** Why there are none, as far as that is known. */
  readonly reason: string | undefined
}

type RowKey = Pick<Instance, 'kind' | 'name' | 'workflow'>

/**
 * The lines of the picture: workflows by name, each followed by its nodes; nodes that stand in none in between. Nodes
 * come after those that they wait for.
 */
export function timelineRows({ instances, withoutInstances }: Simulation): readonly TimelineRow[] {
  const numbers = new TextNumbers()
  const rows = new Map<string, TimelineRow & { readonly instances: Instance[] }>()
  const rowOf = (key: RowKey, reason: string | undefined): Instance[] => {
    const id = `${key.kind} ${numbers.of(key.workflow)} ${numbers.of(key.name)}`
    const row = rows.get(id) ?? { ...rowParts(key), instances: [], reason }
    rows.set(id, row)
    return row.instances
  }
  for (const instance of instances) rowOf(instance, undefined).push(instance)
  for (const each of withoutInstances) rowOf(each, each.reason)
  const all = [...rows.values()]
  const depths = rowDepths(all)
  return all.sort((left, right) => compareRows(left, right, depths))
}

/** A number for each text, so that keys are short however long names are. */
class TextNumbers {
  readonly #numbers = new Map<string | undefined, number>()

  of(text: string | undefined): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size
    this.#numbers.set(text, number)
    return number
  }
}

const longestLabel = 256

function rowParts({ kind, name, workflow }: RowKey): Pick<TimelineRow, 'label' | 'workflow' | 'isInner'> {
  return { label: cut(name, longestLabel), workflow, isInner: kind === 'node' && workflow !== undefined }
}

function compareRows(left: TimelineRow, right: TimelineRow, depths: ReadonlyMap<TimelineRow, number>): number {
  return (
    compareText(left.workflow ?? left.label, right.workflow ?? right.label) ||
    Number(left.isInner) - Number(right.isInner) ||
    (depths.get(left) ?? 0) - (depths.get(right) ?? 0) ||
    compareText(left.label, right.label)
  )
}

/**
 * How many nodes of its workflow stand before each one, one after the other, within the same cycle. What is part of a
 * cycle comes last.
 */
function rowDepths(rows: readonly TimelineRow[]): ReadonlyMap<TimelineRow, number> {
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
  return JSON.stringify([workflow === undefined ? workflow : cut(workflow, longestLabel), cut(name, longestLabel)])
}
