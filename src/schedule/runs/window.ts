import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { parseWallClock, type WallClock } from './wall-clock.ts'

/**
 * The times between which a schedule runs, both included, as the zone of the schedule has them. A missing one is
 * undefined, and so is one that cannot be read.
 */
export interface WindowCheck {
  readonly start: WallClock | undefined
  readonly end: WallClock | undefined
  /** All faults and warnings, their paths relative to the trigger: `/startTime` or `/endTime`. */
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Checks a trigger's startTime and endTime: their form, the calendar, and that the one is not after the other. A T between
 * date and time is read with a warning. The check, `runs` and `simulate` take what this takes.
 */
export function checkWindow(startTime: unknown, endTime: unknown): WindowCheck {
  const diagnostics: Diagnostic[] = []
  const first = readMoment(startTime, 'startTime', diagnostics)
  const last = readMoment(endTime, 'endTime', diagnostics)
  if (first !== undefined && last !== undefined && first.value > last.value) diagnostics.push(orderFault(first, last))
  return { start: first, end: last, diagnostics }
}

const withLetter = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)$/

/** Reads a moment, if there is one; what is said of it is added to the diagnostics. */
function readMoment(given: unknown, field: 'startTime' | 'endTime', diagnostics: Diagnostic[]): WallClock | undefined {
  if (given === undefined) return undefined
  const path = `/${field}`
  const spaced = typeof given === 'string' ? given.replace(withLetter, '$1 $2') : given
  const read = parseWallClock(spaced, field)
  if (!read.ok) {
    diagnostics.push(...read.diagnostics.map((fault) => ({ ...fault, path })))
    return undefined
  }
  if (spaced !== given) {
    const message = `The ${field} ${showValue(given)} has a T between date and time, as the oldest documents do.`
    const hint = `Write ${showValue(spaced)}.`
    diagnostics.push(createDiagnostic({ rule: 'schedule/date-syntax', severity: 'warning', message, path, hint }))
  }
  return read.wallClock
}

function orderFault(start: WallClock, end: WallClock): Diagnostic {
  return createDiagnostic({
    rule: 'schedule/date-order',
    severity: 'error',
    message: `The endTime ${showValue(end.text)} is before the startTime ${showValue(start.text)}, so nothing can ever run.`,
    path: '/endTime',
    hint: 'Swap them, or leave the endTime at its default, 9999-01-01 00:00:00.',
  })
}
