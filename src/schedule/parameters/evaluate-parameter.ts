import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { evaluateParts } from './evaluate-parts.ts'
import type { ParameterContext } from './parameter-context.ts'
import { readContext } from './read-context.ts'

/**
 * The value that a scheduling parameter has in an instance.
 *
 * Hours and minutes of an offset are time that goes by, so on the day of a clock change ten minutes before 03:00 is
 * 01:50; days and months go by the calendar, a month's last day standing in for a day it does not have.
 *
 * @param expression - the value of the parameter as written, as `parseParameter` takes it
 * @param context - the times it depends on, and the parameters it names
 * @returns the value; of constant text, the text
 * @throws FlowSpecError with every fault: of the expression and the context, rule `parameter/missing-time` for a time
 *   that is not given, and rule `parameter/runtime-only` where only the service knows the value, as of `$taskid`
 *
 * @example
 * ```ts
 * import { evaluateParameter } from 'flowspec/schedule'
 *
 * const scheduleTime = '2026-03-01 02:30:00'
 * process.stdout.write(`${evaluateParameter('$[yyyymmdd-1]', { scheduleTime })}\n`)
 * process.stdout.write(`${evaluateParameter('${yyyy-mm}', { businessDate: '2026-02-28' })}\n`)
 * ```
 */
export function evaluateParameter(expression: string, context: ParameterContext = {}): string {
  const read = readContext(context)
  if (!read.ok) throw new FlowSpecError(read.diagnostics)
  const value = evaluateParts(expression, read.times, context)
  if (!value.ok) throw new FlowSpecError(value.diagnostics)
  return value.value
}
