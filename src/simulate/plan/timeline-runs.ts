import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { acceptCron } from '../../schedule/cron/accepted-cron.ts'
import { planRuns, type RunPlan } from '../../schedule/runs/plan.ts'
import type { RunsTrigger } from '../../schedule/runs/request.ts'
import { describeRun, type ResolvedRun, shownAt } from '../../schedule/runs/run.ts'
import { walkRuns } from '../../schedule/runs/walk.ts'
import { millisecondsPerDay, minutesPerHour } from '../../schedule/time-units.ts'
import type { DryRunReason } from '../instance.ts'
import { type SimulationRequest, tooMany } from '../simulate-options.ts'
import { type InstanceMode, type Publication, publicationIn } from './publication.ts'
import { dayOf, Span, wallClockText } from './span.ts'
import { daysBefore, type Frequency, Timeline, type TimelineRun } from './timeline.ts'

/** The timeline of a schedule, or what is wrong with it; a cron that never fires is neither. */
export type TimelineResult =
  | { readonly kind: 'timeline'; readonly timeline: Timeline; readonly span: Span }
  | { readonly kind: 'never-fires' }
  | { readonly kind: 'faulty'; readonly diagnostics: readonly Diagnostic[] }

/** Works out the runs of a schedule about the simulated span. */
export function planTimeline(trigger: RunsTrigger, mode: InstanceMode, request: SimulationRequest): TimelineResult {
  // The span itself depends on the zone of the schedule, so it is set afterwards.
  const planned = planRuns(trigger, { from: 0, everyDay: true })
  if (!planned.ok) return { kind: 'faulty', diagnostics: planned.diagnostics }
  const { plan } = planned
  if (plan.count === 0) return { kind: 'never-fires' }
  const span = new Span(plan.zone, request.from, request.to)
  const publication = publicationIn(plan.zone, mode, request.publishedAt)
  const runs = collectRuns(aboutSpan(plan, span, publication), {
    span,
    publication,
    maxInstances: request.maxInstances,
  })
  const timeline = new Timeline(plan.zone, frequencyOf(trigger, plan), runs, (run) => span.contains(run))
  return { kind: 'timeline', timeline, span }
}

/** The plan for walking over the runs of the span, of the days before it, and of the rest of its last day. */
function aboutSpan(plan: RunPlan, { from, to }: Span, { firstDay }: Publication): RunPlan {
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

interface Limits {
  readonly span: Span
  readonly publication: Publication
  readonly maxInstances: number
}

function collectRuns(plan: RunPlan, { span, publication, maxInstances }: Limits): readonly TimelineRun[] {
  const runs: TimelineRun[] = []
  let inside = 0
  for (const resolved of walkRuns(plan)) {
    const run = timelineRun(resolved, publication, runs.length)
    if (run.day > span.lastDay) break
    if (run.day < span.firstDay - daysBefore || run.day < publication.firstDay) continue
    runs.push(run)
    if (span.contains(run) && ++inside > maxInstances) throw tooMany('instances', maxInstances)
  }
  return runs
}

function timelineRun(resolved: ResolvedRun, { dryBefore }: Publication, index: number): TimelineRun {
  const { instant, wall } = resolved
  const shown = shownAt(resolved)
  const dryRunReason = reasonOf(resolved, dryBefore)
  const described = { ...describeRun(resolved), dryRun: dryRunReason !== undefined }
  return { index, described, cronTime: wallClockText(wall), instant, shown, day: dayOf(shown), dryRunReason }
}

function reasonOf({ isOtherDay, kind, instant }: ResolvedRun, dryBefore: number): DryRunReason | undefined {
  if (isOtherDay) return 'other-day'
  if (kind === 'skipped') return 'clock-change'
  return instant < dryBefore ? 'published-later' : undefined
}
