/**
 * Why a workflow or node has no instances that could be known:
 *
 * - `manual`: somebody starts it; `triggered`: an event does; `streaming`: it always runs; `custom`: a trigger of its own.
 * - `not-automatic`: its recurrence is NoneAuto, or its trigger None.
 * - `no-trigger`: it stands in no workflow and says nowhere when it runs.
 * - `calendar`: it follows a custom calendar, whose days only the service knows.
 * - `never-fires`: its cron names no date there is.
 * - `inside`: it stands inside of another node, such as a loop, and runs as a part of that node's instances.
 *
 * @example
 * ```ts
 * import type { NoInstancesReason } from 'flowspec/simulate'
 *
 * const isKnown = (reason: NoInstancesReason): boolean => reason !== 'calendar'
 * ```
 */
export type NoInstancesReason =
  | 'manual'
  | 'triggered'
  | 'streaming'
  | 'custom'
  | 'not-automatic'
  | 'no-trigger'
  | 'calendar'
  | 'never-fires'
  | 'inside'

/**
 * A workflow or node without instances.
 *
 * @example
 * ```ts
 * import { manualWorkflow } from 'flowspec'
 * import { simulate, type WithoutInstances } from 'flowspec/simulate'
 *
 * const describe = ({ name, reason }: WithoutInstances): string => `${name}: ${reason}`
 * const { withoutInstances } = simulate(manualWorkflow('repair'), { from: '2026-01-01', to: '2026-01-31' })
 * process.stdout.write(`${withoutInstances.map(describe).join('\n')}\n`)
 * ```
 */
export interface WithoutInstances {
  readonly kind: 'workflow' | 'node'
  readonly name: string
  readonly workflow: string | undefined
  readonly reason: NoInstancesReason
  /** The node that it stands inside of, where the reason is `inside`. */
  readonly inside?: string | undefined
}
