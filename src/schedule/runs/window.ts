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
  /** All faults, their paths relative to the trigger: `/startTime` or `/endTime`. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Checks a trigger's startTime and endTime: their form, the calendar, and that the one is not after the other. */
export function checkWindow(startTime: unknown, endTime: unknown): WindowCheck {
  const start = startTime === undefined ? undefined : parseWallClock(startTime, 'startTime')
  const end = endTime === undefined ? undefined : parseWallClock(endTime, 'endTime')
  const diagnostics: Diagnostic[] = []
  if (start?.ok === false) diagnostics.push(...start.diagnostics.map((fault) => ({ ...fault, path: '/startTime' })))
  if (end?.ok === false) diagnostics.push(...end.diagnostics.map((fault) => ({ ...fault, path: '/endTime' })))
  const first = start?.ok === true ? start.wallClock : undefined
  const last = end?.ok === true ? end.wallClock : undefined
  if (first !== undefined && last !== undefined && first.value > last.value) diagnostics.push(orderFault(first, last))
  return { start: first, end: last, diagnostics }
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
