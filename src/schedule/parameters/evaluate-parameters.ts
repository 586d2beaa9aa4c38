import { createDiagnostic } from '../../diagnostics/create-diagnostic.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { parseInstant } from '../parse-instant.ts'
import { quote } from '../quote.ts'
import { resolveWallClock } from '../resolve-wall-clock.ts'
import type { ScheduledRun } from '../scheduled-run.ts'
import { evaluateParts } from './evaluate-parts.ts'
import type { ParameterContext } from './parameter-context.ts'
import { type EvaluationTimes, readContext } from './read-context.ts'

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
  const named = timezone === undefined ? 'Asia/Shanghai, which no other is given for' : quote(timezone)
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
