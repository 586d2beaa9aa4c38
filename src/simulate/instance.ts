import type { DependencyType } from '../language/dependency-types.ts'
import type { ScheduledRun } from '../schedule/runs/run.ts'

/**
 * What becomes of an instance, as far as the documents tell:
 *
 * - `runs`: nothing known keeps it from running once its upstream instances have succeeded.
 * - `dry-run`: it succeeds at once without running; `dryRunReason` says why.
 * - `skipped`: its recurrence is Skip, so it succeeds at once without running.
 * - `paused`: its recurrence is Pause, so it is set to failed, and nothing that comes after it runs.
 * - `blocked`: something it comes after is paused or blocked.
 * - `unknown`: a branch before it decides at run time whether it runs.
 *
 * @example
 * ```ts
 * import { workflow } from 'flowspec'
 * import { type InstanceState, simulate } from 'flowspec/simulate'
 *
 * const states = new Map<InstanceState, number>()
 * for (const { state } of simulate(workflow('orders').cron('00 02 00 * * ?'), { from: '2026-01-01', to: '2026-01-31' }).instances)
 *   states.set(state, (states.get(state) ?? 0) + 1)
 * ```
 */
export type InstanceState = 'runs' | 'dry-run' | 'skipped' | 'paused' | 'blocked' | 'unknown'

/**
 * Why an instance is a dry run: its time is skipped by a clock change, the cron does not name its day (weekly, monthly
 * and yearly schedules), or it was too late when the node was published.
 *
 * @example
 * ```ts
 * import type { DryRunReason } from 'flowspec/simulate'
 *
 * const words: Record<DryRunReason, string> = {
 *   'clock-change': 'the clock skips its time',
 *   'other-day': 'not a day of the cron',
 *   'published-later': 'published too late for it',
 * }
 * ```
 */
export type DryRunReason = 'clock-change' | 'other-day' | 'published-later'

/**
 * An instance that another one waits for.
 *
 * @example
 * ```ts
 * import type { UpstreamInstance } from 'flowspec/simulate'
 *
 * const describe = ({ name, at, isInside }: UpstreamInstance): string => `${name} at ${at}${isInside ? '' : ' (before)'}`
 * ```
 */
export interface UpstreamInstance {
  /** The id of that instance. */
  readonly id: string
  readonly type: DependencyType
  /** The name of its node, or of the workflow. */
  readonly name: string
  /** Its workflow; undefined for a node that stands in none. */
  readonly workflow: string | undefined
  /** When it is scheduled, as ISO 8601 text with the zone's offset. */
  readonly at: string
  /** Whether it is one of the simulated span; one outside is before it, or later on its last day. */
  readonly isInside: boolean
}

/**
 * Something an instance waits for that the documents do not tell more of: `elsewhere` when none of them has it,
 * `ambiguous` when several have, `project-root` for the root node of a workspace, which always succeeds, and
 * `no-instances` when it has none that could be known: see `withoutInstances`.
 *
 * @example
 * ```ts
 * import type { UnknownUpstream } from 'flowspec/simulate'
 *
 * const isForeign = ({ reason }: UnknownUpstream): boolean => reason === 'elsewhere'
 * ```
 */
export interface UnknownUpstream {
  readonly type: DependencyType
  /** The output or the id as the document writes it, or the label of the node. */
  readonly name: string
  readonly reason: 'elsewhere' | 'ambiguous' | 'project-root' | 'no-instances'
}

/**
 * A parameter whose value cannot be known before the instance is made, or at all.
 *
 * @example
 * ```ts
 * import type { UnknownParameter } from 'flowspec/simulate'
 *
 * const describe = ({ name, message }: UnknownParameter): string => `${name}: ${message}`
 * ```
 */
export interface UnknownParameter {
  readonly name: string
  /** The value as written; undefined when there is none. */
  readonly expression: string | undefined
  /** `runtime-only` when the service or an upstream node gives the value, `invalid` when nothing can. */
  readonly reason: 'runtime-only' | 'invalid'
  readonly message: string
}

/**
 * One instance: a workflow or node at one schedule time. It is plain data, and a run as `runs` of `flowspec/schedule`
 * gives it.
 *
 * @example
 * ```ts
 * import { shell, workflow } from 'flowspec'
 * import { type Instance, simulate } from 'flowspec/simulate'
 *
 * const report = workflow('report').cron('00 30 02 * * ?').nodes(shell('count').code('echo $1').param('1', '$bizdate'))
 * const [first]: readonly Instance[] = simulate(report, { from: '2026-03-01', to: '2026-03-01' }).instancesOf('count')
 * process.stdout.write(`${first?.at}: ${first?.parameters['1']}\n`)
 * ```
 */
export interface Instance extends ScheduledRun {
  /** `workflow/node@at`, or without the workflow for a node that stands in none; long names are cut. */
  readonly id: string
  readonly kind: 'workflow' | 'node'
  /** The name of the node, or of the workflow. */
  readonly name: string
  /** The workflow it belongs to, itself for one of a workflow; undefined for a node that stands in none. */
  readonly workflow: string | undefined
  readonly timezone: string
  /** The time that the cron names, `yyyy-MM-dd HH:mm:ss`; another than `wallClock` where a clock change skips it. */
  readonly cronTime: string
  /** Why it is a dry run; undefined when it is none. */
  readonly dryRunReason: DryRunReason | undefined
  readonly state: InstanceState
  /** The ids of what blocks it, or of the branches that decide about it; empty in every other state. */
  readonly because: readonly string[]
  /** Seconds to wait after the schedule time. */
  readonly delaySeconds: number
  /** The earliest time at which it starts, after that wait, as ISO 8601 text with the zone's offset; at most 9999. */
  readonly earliestStart: string
  /** The values of its parameters, by name. */
  readonly parameters: Readonly<Record<string, string>>
  readonly unknownParameters: readonly UnknownParameter[]
  /** The instances it waits for, by label and time. */
  readonly upstream: readonly UpstreamInstance[]
  readonly unknownUpstream: readonly UnknownUpstream[]
}
