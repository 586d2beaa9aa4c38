import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { acceptCron } from '../cron/accepted-cron.ts'
import { CronCalendar, type CronSets } from '../cron/calendar.ts'
import type { CronSchedule } from '../cron/schedule.ts'
import { wholeNumbers } from '../number-sets.ts'
import { daysPerWeek, longestMonthLength, millisecondsPerDay, monthsPerYear } from '../time-units.ts'
import { defaultZone } from '../zones/names.ts'
import { checkZone, type Zone, type ZoneCheck } from '../zones/zone.ts'
import { type InstantResult, parseInstant } from './instant.ts'
import type { RunsRange, RunsTrigger } from './request.ts'
import { checkWindow } from './window.ts'

/** All that is needed to walk over the runs of a schedule, checked. Times are in milliseconds. */
export interface RunPlan {
  readonly calendar: CronCalendar
  /** The days that the cron names, when the calendar has every day: the runs of the others are dry runs. */
  readonly namedDays: CronCalendar | undefined
  /** Whether a run whose time the clock skips is moved on as a dry run (daily schedules) or dropped (hourly ones). */
  readonly movesSkipped: boolean
  readonly zone: Zone
  /** The instant after which runs are wanted, and the last instant at which. */
  readonly after: number
  readonly until: number
  /** What the clock shows at the first and the last time at which the schedule may run. */
  readonly windowStart: number
  readonly windowEnd: number
  readonly count: number
}

/** What a clock can show at the earliest and at the latest: from the year 1970 to the year 9999. */
const earliest = 0
const latest = /* @__PURE__ */ Date.UTC(9999, 11, 31, 23, 59, 59)

const calendars = new WeakMap<CronSchedule, CronCalendar>()
const dailyCalendars = new WeakMap<CronSchedule, CronCalendar>()

const everyDay = {
  daysOfMonth: wholeNumbers(1, longestMonthLength),
  lastDayOfMonth: false,
  months: wholeNumbers(1, monthsPerYear),
  daysOfWeek: wholeNumbers(1, daysPerWeek),
  lastDayOfWeek: false,
  nthDayOfWeek: undefined,
}

/** A plan, or every fault of what was asked for. */
type RunPlanResult =
  | { readonly ok: true; readonly plan: RunPlan }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Checks a trigger and a range, all of it at once, and makes the plan for walking over the runs. */
export function planRuns(trigger: RunsTrigger, range: RunsRange): RunPlanResult {
  const cron = acceptCron(trigger.cron)
  const zone = checkZone(trigger.timezone === undefined ? defaultZone : trigger.timezone)
  const window = checkWindow(trigger.startTime, trigger.endTime)
  const windowFaults = window.diagnostics.filter(({ severity }) => severity === 'error')
  const from = parseInstant(range.from, 'from')
  const to = range.to === undefined ? undefined : parseInstant(range.to, 'to')
  const counts = checkCount(range.count)
  const calendarFaults = checkCalendar(trigger.calendarId)
  const isFine = windowFaults.length + counts.length + calendarFaults.length === 0
  if (cron.ok && zone.ok && from.ok && to?.ok !== false && isFine) {
    const plan = {
      ...calendarsOf(cron.schedule, range.everyDay === true),
      movesSkipped: cron.schedule.cycleType === 'Daily' && trigger.cycleType !== 'NotDaily',
      zone: zone.zone,
      after: clamp(from.instant),
      until: to === undefined ? Number.POSITIVE_INFINITY : to.instant,
      windowStart: Math.max(earliest, window.start?.value ?? earliest),
      windowEnd: Math.min(latest, window.end?.value ?? latest),
      count: cron.schedule.neverFires ? 0 : (range.count ?? Number.POSITIVE_INFINITY),
    }
    return { ok: true, plan }
  }
  const diagnostics = [
    ...errorsAt('/cron', cron),
    ...errorsAt('/timezone', zone),
    ...windowFaults,
    ...calendarFaults,
    ...errorsAt('/from', from),
    ...errorsAt('/to', to),
    ...counts,
  ]
  return { ok: false, diagnostics }
}

/** Brings an instant near the years that are walked over: beyond them, no offset is worth asking for. */
function clamp(instant: number): number {
  return Math.min(Math.max(instant, earliest - 2 * millisecondsPerDay), latest + 2 * millisecondsPerDay)
}

function calendarsOf(schedule: CronSchedule, isEveryDay: boolean): Pick<RunPlan, 'calendar' | 'namedDays'> {
  const named = remembered(calendars, schedule, schedule)
  if (!isEveryDay) return { calendar: named, namedDays: undefined }
  return { calendar: remembered(dailyCalendars, schedule, { ...schedule, ...everyDay }), namedDays: named }
}

function remembered(known: WeakMap<CronSchedule, CronCalendar>, schedule: CronSchedule, sets: CronSets): CronCalendar {
  const calendar = known.get(schedule) ?? new CronCalendar(sets)
  known.set(schedule, calendar)
  return calendar
}

type Checked = InstantResult | ZoneCheck | ReturnType<typeof acceptCron>

function errorsAt(path: string, checked: Checked | undefined): readonly Diagnostic[] {
  if (checked === undefined || checked.ok) return []
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error')
  return errors.map((diagnostic) => ({ ...diagnostic, path }))
}

function checkCalendar(calendarId: unknown): readonly Diagnostic[] {
  if (calendarId === undefined) return []
  const message = `The runs of the custom calendar ${showValue(calendarId)} cannot be known: its days are kept by the service.`
  const hint = 'Leave the calendarId out to see the runs of the cron on every day.'
  return [
    createDiagnostic({ rule: 'schedule/calendar-unknown', severity: 'error', message, path: '/calendarId', hint }),
  ]
}

function checkCount(count: unknown): readonly Diagnostic[] {
  if (count === undefined || count === Number.POSITIVE_INFINITY) return []
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return []
  const message = `The count ${showValue(count)} is not a whole number from 0.`
  const hint = 'Leave it out for all runs.'
  return [createDiagnostic({ rule: 'schema/value', severity: 'error', message, path: '/count', hint })]
}
