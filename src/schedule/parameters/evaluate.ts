import { checkArgument, checkSettings, fields, text } from '../../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { parseInstant } from '../runs/instant.ts'
import { resolveWallClock } from '../runs/resolved-wall-clock.ts'
import type { ScheduledRun } from '../runs/run.ts'
import { contextKinds, type EvaluationTimes, type ParameterContext, readContext } from './context.ts'
import { evaluateParts } from './evaluation.ts'

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
  checkArgument('evaluateParameter', 'expression', expression, text)
  checkSettings('evaluateParameter', 'context', context, contextKinds)
  const read = readContext(context)
  if (!read.ok) throw new FlowSpecError(read.diagnostics)
  const value = evaluateParts(expression, read.times, context)
  if (!value.ok) throw new FlowSpecError(value.diagnostics)
  return value.value
}

/**
 * The values that scheduling parameters have in one run of a schedule.
 *
 * @param parameters - the values of the parameters as written, by name
 * @param run - a run, as `runs` gives it
 * @param context - the time zone of the schedule, and what else the values depend on
 * @returns the values by name, in the same order
 * @throws FlowSpecError with every fault of every parameter, its path being the parameter's name; and when the run is not
 *   one of the time zone
 *
 * @example
 * ```ts
 * import { evaluateParameters, runs } from 'flowspec/schedule'
 *
 * const timezone = 'Europe/London'
 * for (const run of runs({ cron: '00 30 02 * * ?', timezone }, { from: '2026-03-28T00:00:00Z', count: 2 })) {
 *   const { ds, hour } = evaluateParameters({ ds: '$bizdate', hour: '$[hh24-1/24]' }, run, { timezone })
 *   process.stdout.write(`${run.at}: ${ds} ${hour}\n`)
 * }
 * ```
 */
export function evaluateParameters<const Names extends string>(
  parameters: Readonly<Record<Names, string>>,
  run: ScheduledRun,
  context: Omit<ParameterContext, 'scheduleTime' | 'businessDate'> = {},
): Readonly<Record<Names, string>> {
  checkArgument('evaluateParameters', 'parameters', parameters, fields)
  checkArgument('evaluateParameters', 'run', run, fields)
  checkSettings('evaluateParameters', 'context', context, contextKinds)
  const { wallClock: scheduleTime, businessDate } = run
  const read = readContext({ ...context, scheduleTime, businessDate })
  if (!read.ok) throw new FlowSpecError(read.diagnostics)
  checkZoneOf(run, read.times, context.timezone)
  const faults: Diagnostic[] = []
  const values: [string, string][] = []
  for (const [name, expression] of Object.entries<string>(parameters)) {
    const value = evaluateParts(expression, read.times, context)
    if (value.ok) values.push([name, value.value])
    else faults.push(...value.diagnostics.map((fault) => ({ ...fault, path: joinPointer('', name) })))
  }
  if (faults.length > 0) throw new FlowSpecError(faults)
  // Every name got its value, or its fault was thrown.
  return Object.freeze(Object.fromEntries(values)) as Readonly<Record<Names, string>>
}

/** A zone that was left out would go unnoticed until the clock of one of the two is changed. */
function checkZoneOf(run: ScheduledRun, { zone, scheduleTime }: EvaluationTimes, timezone: string | undefined): void {
  const instant = parseInstant(run.at, 'run.at')
  if (!instant.ok) throw new FlowSpecError(instant.diagnostics)
  if (scheduleTime !== undefined && resolveWallClock(scheduleTime, zone).instant === instant.instant) return
  const named = timezone === undefined ? 'Asia/Shanghai, which no other is given for' : showValue(timezone)
  throw new FlowSpecError([
    createDiagnostic({
      rule: 'schema/value',
      severity: 'error',
      message: `The run at ${run.at} is not one of the time zone ${named}.`,
      path: '/timezone',
      hint: 'Give the time zone of the schedule that the run is of.',
    }),
  ])
}
