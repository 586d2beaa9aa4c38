import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { remember } from '../remember.ts'

/** A time as a clock on the wall shows it, without a zone. */
export interface WallClock {
  /** As written: `yyyy-MM-dd HH:mm:ss`. */
  readonly text: string
  /** The milliseconds that a clock on UTC would have counted since 1970: wall clocks in order have these in order. */
  readonly value: number
}

/**
 * The value of a {@link WallClock} with these parts; undefined when there is no such date or time of day. Months count
 * from 1, years from 1 to 9999.
 */
// @__NO_SIDE_EFFECTS__
export function wallClockValue(
  [year, month, day]: readonly [number, number, number],
  [hour, minute, second]: readonly [number, number, number],
): number | undefined {
  if (year < 1 || hour > 23 || minute > 59 || second > 59) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // A day or month that is not there has become another one.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  return date.setUTCHours(hour, minute, second)
}

/** A wall clock read from text, or what is wrong with the text; the diagnostic has the empty path. */
type WallClockResult =
  | { readonly ok: true; readonly wallClock: WallClock }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const form = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/
const nearForm =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/

/**
 * Reads `yyyy-MM-dd HH:mm:ss`, the form of a trigger's startTime and endTime, which says nothing of a zone. Nothing else
 * is taken, and no date that is not in the calendar: neither the 30th of February nor 24:00:00.
 *
 * @param value - what stands in the field
 * @param field - how the field is called in messages
 */
export function parseWallClock(value: unknown, field: string): WallClockResult {
  if (typeof value !== 'string') return refuse(`The ${field} has to be text, but is ${showValue(value)}.`, example)
  const { wallClock } = readClock(value)
  return wallClock === undefined ? misread(value, field) : { ok: true, wallClock }
}

const remembered = 256

interface KnownClock {
  readonly wallClock: WallClock | undefined
}

/** Most documents have the same few moments. */
const readClock: (text: string) => KnownClock = /* @__PURE__ */ remember(remembered, (text) => {
  const match = form.exec(text)
  const value = match === null ? undefined : timeOf(match)
  return { wallClock: value === undefined ? undefined : Object.freeze({ text, value }) }
})

function misread(value: string, field: string): WallClockResult {
  if (form.test(value)) return refuse(`The ${field} ${showValue(value)} is no date and time of the calendar.`, example)
  const near = rewrite(value)
  const hint = near === undefined ? example : `Write ${showValue(near)}, in the time zone of the schedule.`
  return refuse(`The ${field} ${showValue(value)} is not of the form yyyy-MM-dd HH:mm:ss.`, hint)
}

const example = 'Write a date and a time of day, as in "2026-01-31 00:00:00".'

function timeOf(match: RegExpExecArray): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  return wallClockValue([year, month, day], [hour, minute, second])
}

/** What a text in a similar form would be in this one. */
function rewrite(text: string): string | undefined {
  const match = nearForm.exec(text.trim())
  if (match === null || timeOf(match) === undefined) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => (part ?? '').padStart(2, '0'))
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`
}

function refuse(message: string, hint: string): WallClockResult {
  const rule = 'schedule/date-syntax'
  return { ok: false, diagnostics: [createDiagnostic({ rule, severity: 'error', message, path: '', hint })] }
}
