import { anything, fields, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { type InstantLike, parseInstant } from '../runs/instant.ts'
import { parseWallClock } from '../runs/wall-clock.ts'
import { millisecondsPerDay, millisecondsPerMinute } from '../time-units.ts'
import { defaultZone } from '../zones/names.ts'
import { checkZone, type Zone } from '../zones/zone.ts'

/**
 * What the value of a scheduling parameter depends on. What is left out is worked out from the rest where the
 * documentation says how: the business date is the day before the schedule time.
 *
 * @example
 * ```ts
 * import { evaluateParameter, type ParameterContext } from 'flowspec/schedule'
 *
 * const night: ParameterContext = { scheduleTime: '2026-03-01 02:30:00', timezone: 'Europe/London' }
 * process.stdout.write(`${evaluateParameter('$[yyyymmddhh24miss-1/24]', night)}\n`)
 * ```
 */
export interface ParameterContext {
  /**
   * When the instance is scheduled, `yyyy-MM-dd HH:mm:ss` in the time zone; of a time that the clock shows twice, the
   * later one. When left out: the beginning of the day after the business date, as for data filled in later.
   */
  readonly scheduleTime?: string | undefined
  /** The date of the data, `yyyy-MM-dd`; the day before the schedule time when left out. */
  readonly businessDate?: string | undefined
  /**
   * The current date, for `$gmtdate` and `$bizmonth`: `yyyy-MM-dd`, or a point in time. When left out: the date of the
   * schedule time. Nothing ever depends on the clock of the machine.
   */
  readonly now?: InstantLike | undefined
  /** A name of the time zone database in its exact case; `Asia/Shanghai` when left out. */
  readonly timezone?: string | undefined
  /** Values of `${workflow.name}`, by name; they may be expressions. */
  readonly workflow?: Readonly<Record<string, string>> | undefined
  /** Values of `${workspace.name}`, by name; they may be expressions. */
  readonly workspace?: Readonly<Record<string, string>> | undefined
}

/** What parameters depend on, checked. Times are what a clock in the zone shows, as the milliseconds of one on UTC. */
export interface EvaluationTimes {
  readonly zone: Zone
  /** Undefined when neither it nor the business date is known. */
  readonly scheduleTime: number | undefined
  readonly businessDate: number | undefined
  readonly now: number | undefined
}

/** Times and the zone are looked at where they are read, which says more of them. */
export const contextKinds: SettingKindsOf<ParameterContext> = {
  scheduleTime: anything,
  businessDate: anything,
  now: anything,
  timezone: anything,
  workflow: fields,
  workspace: fields,
}

/** The times of a context, or every fault of it. */
type EvaluationTimesResult =
  | { readonly ok: true; readonly times: EvaluationTimes }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/** Checks what parameters depend on, all of it at once. */
export function readContext(context: ParameterContext): EvaluationTimesResult {
  const faults: Diagnostic[] = []
  const zone = checkZone(context.timezone ?? defaultZone)
  if (!zone.ok) faults.push(...zone.diagnostics.map((fault) => ({ ...fault, path: '/timezone' })))
  const scheduled = context.scheduleTime === undefined ? undefined : readTime(context.scheduleTime, faults)
  const dated = context.businessDate === undefined ? undefined : readDate(context.businessDate, faults)
  const current = readNow(context.now, zone.ok ? zone.zone : undefined, faults)
  if (!zone.ok || faults.length > 0) return { ok: false, diagnostics: faults }
  const scheduleTime = scheduled ?? (dated === undefined ? undefined : dated + millisecondsPerDay)
  const businessDate = dated ?? (scheduled === undefined ? undefined : dateOf(scheduled) - millisecondsPerDay)
  const now = current ?? (scheduleTime === undefined ? undefined : dateOf(scheduleTime))
  return { ok: true, times: { zone: zone.zone, scheduleTime, businessDate, now } }
}

/** The beginning of the day of a wall clock. */
function dateOf(wall: number): number {
  return Math.floor(wall / millisecondsPerDay) * millisecondsPerDay
}

function readTime(value: unknown, faults: Diagnostic[]): number | undefined {
  const read = parseWallClock(value, 'scheduleTime')
  if (read.ok) return read.wallClock.value
  faults.push(...read.diagnostics.map((fault) => ({ ...fault, path: '/scheduleTime' })))
  return undefined
}

function readDate(value: unknown, faults: Diagnostic[]): number | undefined {
  const date = dateValue(value)
  if (date === undefined) {
    const message = `The businessDate ${showValue(value)} is no date of the form yyyy-MM-dd.`
    faults.push(dateFault(message, '/businessDate', 'Write a date of the calendar, as in "2026-01-31".'))
  }
  return date
}

function dateValue(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const read = parseWallClock(`${value} 00:00:00`, 'date')
  return read.ok ? read.wallClock.value : undefined
}

/** The date of the current time, given as a date, as a wall clock of the zone, or as a point in time. */
function readNow(value: unknown, zone: Zone | undefined, faults: Diagnostic[]): number | undefined {
  if (value === undefined) return undefined
  const date = dateValue(typeof value === 'string' ? value.replace(/ \d{2}:\d{2}:\d{2}$/, '') : value)
  if (date !== undefined) return date
  const instant = parseInstant(value, 'now')
  if (instant.ok) {
    return zone && dateOf(instant.instant + zone.offsetAt(instant.instant) * millisecondsPerMinute)
  }
  const hint = 'Write a date, "2026-01-31", a point in time, "2026-01-31T00:00:00+08:00", or a Date.'
  faults.push(dateFault(instant.diagnostics[0]?.message ?? 'now is no date.', '/now', hint))
  return undefined
}

function dateFault(message: string, path: string, hint: string): Diagnostic {
  return createDiagnostic({ rule: 'schedule/date-syntax', severity: 'error', message, path, hint })
}
