import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { wallClockValue } from './wall-clock.ts'

/**
 * A point in time: a `Date`, milliseconds since 1970, or ISO 8601 text with its offset, such as
 * `2026-03-08T00:00:00+08:00`.
 *
 * @example
 * ```ts
 * import { type InstantLike, runs } from 'flowspec/schedule'
 *
 * const next = (from: InstantLike): string | undefined => runs({ cron: '00 02 00 * * ?' }, { from }).next().value?.at
 * process.stdout.write(`${next('2026-03-08T00:00:00+08:00')}, ${next(new Date())}\n`)
 * ```
 */
export type InstantLike = string | number | Date

/** An instant in milliseconds, or what is wrong with the value; the diagnostic has the empty path. */
export type InstantResult =
  | { readonly ok: true; readonly instant: number }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

const form =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2})(?::(\d{2}))?)$/

const furthestDate = 8.64e15
const example = 'Write "2026-03-08T00:00:00+08:00" or "2026-03-07T16:00:00Z", a Date, or milliseconds since 1970.'

/**
 * Reads a point in time. Text without an offset is refused, because what it means would depend on the machine.
 *
 * @param field - how the value is called in messages
 */
export function parseInstant(value: unknown, field: string): InstantResult {
  const instant = readInstant(value)
  if (instant !== undefined && Math.abs(instant) <= furthestDate) return { ok: true, instant }
  const shown = isDate(value) ? 'an invalid Date' : showValue(value)
  const message = `What is given as ${field}, ${shown}, is no point in time with an offset.`
  const diagnostic = createDiagnostic({
    rule: 'schedule/date-syntax',
    severity: 'error',
    message,
    path: '',
    hint: example,
  })
  return { ok: false, diagnostics: [diagnostic] }
}

/** Whether a value is a date; a proxy that was revoked throws whatever it is asked. */
function isDate(value: unknown): value is Date {
  try {
    return value instanceof Date
  } catch {
    return false
  }
}

/** The milliseconds since 1970; undefined or NaN for what is no instant. */
function readInstant(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (isDate(value)) return value.getTime()
  return typeof value === 'string' ? readText(value) : undefined
}

function readText(text: string): number | undefined {
  const match = form.exec(text)
  if (match === null) return undefined
  const number = (group: number): number => Number(match[group] ?? 0)
  const wall = wallClockValue([number(1), number(2), number(3)], [number(4), number(5), number(6)])
  if (wall === undefined || number(9) > 23 || number(10) > 59) return undefined
  const fraction = Number((match[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const offset = ((number(9) * 60 + number(10)) * 60 + number(11)) * 1000
  return wall + fraction - (match[8] === '-' ? -offset : offset)
}
