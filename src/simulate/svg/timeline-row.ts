import { compareText } from '../compare-text.ts'
import type { Instance } from '../instance.ts'
import type { Simulation } from '../simulation.ts'
import { rowDepths } from './row-depths.ts'

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

type Key = Pick<Instance, 'kind' | 'name' | 'workflow'>

/**
 * The lines of the picture: workflows by name, each followed by its nodes; nodes that stand in none in between. Nodes
 * come after those that they wait for.
 */
export function timelineRows({ instances, withoutInstances }: Simulation): readonly TimelineRow[] {
  const rows = new Map<string, TimelineRow & { readonly instances: Instance[] }>()
  const rowOf = (key: Key, reason: string | undefined): Instance[] => {
    const id = JSON.stringify([key.kind, key.workflow, key.name])
    const row = rows.get(id) ?? { ...describe(key), instances: [], reason }
    rows.set(id, row)
    return row.instances
  }
  for (const instance of instances) rowOf(instance, undefined).push(instance)
  for (const each of withoutInstances) rowOf(each, each.reason)
  const all = [...rows.values()]
  const depths = rowDepths(all)
  return all.sort((left, right) => compareRows(left, right, depths))
}

function describe({ kind, name, workflow }: Key): Pick<TimelineRow, 'label' | 'workflow' | 'isInner'> {
  return { label: name, workflow, isInner: kind === 'node' && workflow !== undefined }
}

function compareRows(left: TimelineRow, right: TimelineRow, depths: ReadonlyMap<TimelineRow, number>): number {
  return (
    compareText(left.workflow ?? left.label, right.workflow ?? right.label) ||
    Number(left.isInner) - Number(right.isInner) ||
    (depths.get(left) ?? 0) - (depths.get(right) ?? 0) ||
    compareText(left.label, right.label)
  )
}
