import type { Instance } from './instance.ts'
import type { Moment } from './simulate-options.ts'
import type { WithoutInstances } from './without-instances.ts'

/**
 * The instances of a span, and ways to find them.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { simulate, type Simulation } from 'flowspec/simulate'
 *
 * const day: Simulation = simulate(workflow('orders').cron('00 30 02 * * ?').timezone('America/New_York'), {
 *   from: '2026-03-08',
 *   to: '2026-03-08',
 * })
 * for (const { at, state } of day.at('2026-03-08 02:30:00')) process.stdout.write(`${at} ${state}\n`)
 * ```
 */
export interface Simulation {
  /** The beginning of the span, as ISO 8601 text in UTC; of a date, the earliest among the zones of the schedules. */
  readonly from: string
  /** The end of the span, in the same form; of a date, the latest. */
  readonly to: string
  /** All instances, by schedule time, then by workflow and name. */
  readonly instances: readonly Instance[]
  /** What has none, and why. */
  readonly withoutInstances: readonly WithoutInstances[]
  /**
   * The instances of a workflow or node.
   *
   * @param name - `node` or `workflow/node`, the id of a node, or the name of a workflow. Where several have the name,
   *   the instances of all
   * @throws FlowSpecError, rule `reference/unknown-node`, when nothing has that name
   */
  instancesOf(name: string): readonly Instance[]
  /**
   * The instances at a schedule time.
   *
   * @param time - what the clock shows in the zone of each schedule, `yyyy-MM-dd HH:mm:ss`, or a point in time. A time
   *   that a clock change skips finds the instances whose cron names it, though they are moved on
   * @throws FlowSpecError for what is neither
   */
  at(time: Moment): readonly Instance[]
  /** The instance with an id, such as that of an upstream instance; undefined when it is not in the span. */
  instance(id: string): Instance | undefined
  /** The code that an instance runs, the known values of its parameters filled in; undefined when it has none. */
  codeOf(instance: Instance): string | undefined
}
