import { upstreamOrder } from '../../document/index/upstream-order.ts'
import type { DolphinTask } from './model.ts'

/** The arms of switches, by the key of the switch and that of the task that one leads to. */
export type SwitchArms = ReadonlyMap<string, ReadonlyMap<string, string>>

/** An arm that has to be taken for a task to run, behind those that have to be taken for its switch to run. */
interface Guard {
  readonly before: Guard | undefined
  readonly depth: number
  readonly next: Map<string, Guard>
}

/** How the ways to a task that waits for several meet. */
export type Merge =
  /** Behind arms of which not all are taken; all of it behind another arm or not. */
  | { readonly kind: 'join'; readonly isWithinArm: boolean }
  /** One of them is an arm itself, and so no task that could be waited for. */
  | { readonly kind: 'arm' }

function common(left: Guard, right: Guard): Guard {
  let [one, other] = [left, right]
  while (one !== other) {
    const deeper: Guard = one.depth >= other.depth ? one : other
    const outer = deeper.before ?? deeper
    if (deeper === one) one = outer
    else other = outer
  }
  return one
}

/**
 * The tasks where ways behind different arms of switches meet. DolphinScheduler leaves a task out when all that it waits for
 * were left out, and otherwise does not wait for those: DagHelper, `isTaskNodeNeedSkip`, in the sources of its master. What
 * comes after a node that was not selected is not selected in DataWorks either, unless a join ends that.
 */
export function mergesIn(tasks: readonly DolphinTask[], arms: SwitchArms): ReadonlyMap<string, Merge> {
  const always: Guard = { before: undefined, depth: 0, next: new Map() }
  const guards = new Map<string, Guard>()
  const merges = new Map<string, Merge>()
  const behindArm = (guard: Guard, arm: string): Guard => {
    const found = guard.next.get(arm) ?? { before: guard, depth: guard.depth + 1, next: new Map() }
    guard.next.set(arm, found)
    return found
  }
  const byKey = new Map(tasks.map((task) => [task.key, task]))
  for (const { key, after } of upstreamOrder(tasks, (task) => task.after.flatMap((one) => byKey.get(one) ?? []))) {
    const ways = after.map((one) => {
      const arm = arms.get(one)?.get(key)
      const guard = guards.get(one) ?? always
      return {
        isArm: arm !== undefined,
        guard: arm === undefined ? guard : behindArm(guard, JSON.stringify([one, arm])),
      }
    })
    const [first, ...others] = ways
    const guard = others.reduce((found, way) => common(found, way.guard), first?.guard ?? always)
    guards.set(key, guard)
    if (ways.every((way) => way.guard === guard)) continue
    const isArm = ways.some((way) => way.isArm)
    merges.set(key, isArm ? { kind: 'arm' } : { kind: 'join', isWithinArm: guard !== always })
  }
  return merges
}
