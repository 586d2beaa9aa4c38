import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { acceptCron } from '../../schedule/cron/accepted-cron.ts'
import { planRuns, type RunPlan } from '../../schedule/runs/plan.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import { describeRun, type ResolvedRun, type ScheduledRun, shownAt } from '../../schedule/runs/run.ts'
import { walkRuns } from '../../schedule/runs/walk.ts'
import { millisecondsPerDay, minutesPerHour } from '../../schedule/time-units.ts'
import type { DryRunReason } from '../instance.ts'
import type { SimulationRequest } from '../simulate-options.ts'
import { type InstanceMode, type Publication, publicationIn } from './publication.ts'
import { dayOf, Span, type TimeWindow, wallClockText } from './span.ts'
import { type Frequency, Timeline, type TimelineRun } from './timeline.ts'

/** What there may be too much of. */
export type Excess = 'instances' | 'runs of schedules'

/** The timeline of a schedule, or what is wrong with it; a cron that never fires is neither. */
export type TimelineResult =
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly span: Span }
  | { readonly kind: 'never-fires' }
  | { readonly kind: 'too-many'; readonly what: Excess }
  | { readonly kind: 'faulty'; readonly diagnostics: readonly Diagnostic[] }

/** What is worked out at a time, and how much of it there may be. */
export interface TimelineLimits {
  readonly window?: TimeWindow | undefined
  /** How many days before have runs. */
  readonly daysBefore: number
  /** How many runs there may be inside, and with those of the days before. */
  readonly mostInside: number
  readonly mostRuns: number
}

/** Works out the runs of a schedule about the simulated span; `too-many` when there are more than are allowed. */
export function planTimeline(
  trigger: RunsTrigger,
  mode: InstanceMode,
  request: SimulationRequest,
  limits: TimelineLimits,
): TimelineResult {
  // The span itself depends on the zone of the schedule, so it is set afterwards.
  const planned = planRuns(trigger, { from: 0, everyDay: true })
  if (!planned.ok) return { kind: 'faulty', diagnostics: planned.diagnostics }
  const { plan } = planned
  if (plan.count === 0) return { kind: 'never-fires' }
  // Walking to the first run would take as long as others take for all of theirs.
  if (limits.mostRuns <= 0) return { kind: 'too-many', what: 'runs of schedules' }
  const span = new Span(plan.zone, request.from, request.to, limits.window)
  const publication = publicationIn(plan.zone, mode, request.publishedAt)
  const runs = collectRuns(aboutSpan(plan, span, publication, limits), span, publication, limits)
  if (typeof runs === 'string') return { kind: 'too-many', what: runs }
  const timeline = new Timeline(plan.zone, frequencyOf(trigger, plan), runs, span)
  return { kind: 'timeline', timeline, span }
}

/** How many runs of a schedule there are inside of the span; more than `most` are not counted, and nothing is kept of any. */
export function countRuns(trigger: RunsTrigger, mode: InstanceMode, request: SimulationRequest, most: number): number {
  const planned = planRuns(trigger, { from: 0, everyDay: true })
  if (!planned.ok || planned.plan.count === 0) return 0
  const { plan } = planned
  const span = new Span(plan.zone, request.from, request.to)
  const publication = publicationIn(plan.zone, mode, request.publishedAt)
  let count = 0
  for (const resolved of walkRuns(aboutSpan(plan, span, publication, { daysBefore: 0 }))) {
    const run = new WalkedRun(resolved, publication, 0)
    const { day } = run
    if (day > span.lastDay || count > most) break
    if (day >= publication.firstDay && span.isInWindow(run)) count++
  }
  return count
}

/** The plan for walking over the runs of the span, of the days before it, and of the rest of its last day. */
function aboutSpan(
  plan: RunPlan,
  { from, to }: Span,
  { firstDay }: Publication,
  { daysBefore }: Pick<TimelineLimits, 'daysBefore'>,
): RunPlan {
  const first = Math.max(from - daysBefore * millisecondsPerDay, firstDay * millisecondsPerDay)
  return {
    ...plan,
    after: Math.max(plan.after, first - 2 * millisecondsPerDay),
    until: to + 2 * millisecondsPerDay,
  }
}

function frequencyOf({ cron, cycleType }: RunsTrigger, { movesSkipped }: RunPlan): Frequency {
  if (movesSkipped && cycleType !== 'NotDaily') return 'day'
  const parsed = acceptCron(cron)
  const interval = parsed.ok ? (parsed.schedule.minIntervalMinutes ?? minutesPerHour) : minutesPerHour
  return interval < minutesPerHour ? 'minute' : 'hour'
}

function collectRuns(
  plan: RunPlan,
  span: Span,
  publication: Publication,
  { daysBefore, mostInside, mostRuns }: TimelineLimits,
): readonly TimelineRun[] | Excess {
  const runs: TimelineRun[] = []
  let inside = 0
  for (const resolved of walkRuns(plan)) {
    const run = new WalkedRun(resolved, publication, runs.length)
    if (run.day > span.lastDay) break
    if (run.day < span.firstDay - daysBefore || run.day < publication.firstDay) continue
    runs.push(run)
    if (span.isInWindow(run)) inside++
    if (inside > mostInside) return 'instances'
    if (runs.length > mostRuns) return 'runs of schedules'
  }
  return runs
}

/** A run of which only numbers are kept: most runs are never shown, and there are millions of them. */
class WalkedRun implements TimelineRun {
  readonly index: number
  readonly dryRunReason: DryRunReason | undefined
  readonly #resolved: ResolvedRun
  #described: ScheduledRun | undefined

  constructor(resolved: ResolvedRun, { dryBefore }: Publication, index: number) {
    this.index = index
    this.dryRunReason = reasonOf(resolved, dryBefore)
    this.#resolved = resolved
  }

  get described(): ScheduledRun {
    this.#described ??= { ...describeRun(this.#resolved), dryRun: this.dryRunReason !== undefined }
    return this.#described
  }

  get cronTime(): string {
    return wallClockText(this.#resolved.wall)
  }

  get instant(): number {
    return this.#resolved.instant
  }

  get shown(): number {
    return shownAt(this.#resolved)
  }

  get day(): number {
    return dayOf(this.shown)
  }
}

function reasonOf({ isOtherDay, kind, instant }: ResolvedRun, dryBefore: number): DryRunReason | undefined {
  if (isOtherDay) return 'other-day'
  if (kind === 'skipped') return 'clock-change'
  return instant < dryBefore ? 'published-later' : undefined
}
