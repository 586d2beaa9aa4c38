import type { RuleDescription } from '../rule.ts'

/** The rules of scheduling parameters that are evaluated. */
export const parameterRules: readonly RuleDescription[] = [
  /**
   * @example
   * ```ts
   * import { evaluateParameter } from 'flowspec/schedule'
   *
   * const day = { businessDate: '2026-06-30' }
   *
   * export const wrong = () => evaluateParameter('${yyyy-2026}', day)
   *
   * export const right = () => evaluateParameter('${yyyy-1}', day)
   * ```
   */
  {
    name: 'parameter/date-range',
    severity: 'error',
    summary: 'A scheduling parameter comes to a date outside of the years 1 to 9999.',
    evidence: 'No format of a date has room for it.',
  },
  /**
   * @example
   * ```ts
   * import { evaluateParameter } from 'flowspec/schedule'
   *
   * export const wrong = () => evaluateParameter('$[yyyymmdd-1]')
   *
   * export const right = () => evaluateParameter('$[yyyymmdd-1]', { scheduleTime: '2026-07-01 00:02:00' })
   * ```
   */
  {
    name: 'parameter/missing-time',
    severity: 'error',
    summary: 'A scheduling parameter is evaluated without the time it depends on.',
    evidence: '${…} counts from the business date, $[…] from the schedule time.',
  },
  /**
   * @example
   * ```ts
   * import { evaluateParameter } from 'flowspec/schedule'
   *
   * const run = { scheduleTime: '2026-07-01 00:02:00' }
   *
   * // The id of the task's instance.
   * export const wrong = () => evaluateParameter('$taskid', run)
   *
   * export const right = () => evaluateParameter('$cyctime', run)
   * ```
   */
  {
    name: 'parameter/runtime-only',
    severity: 'error',
    summary: 'A scheduling parameter has a value that only the service knows.',
    evidence: 'Ids of instances, and parameters kept in the workspace, are given out when an instance is made.',
  },
  /**
   * @example
   * ```ts
   * import { parseParameter } from 'flowspec/schedule'
   *
   * export const wrong = () => parseParameter('day = ${yyyymmdd}').diagnostics
   *
   * export const right = () => parseParameter('day_${yyyymmdd}').diagnostics
   * ```
   */
  {
    name: 'parameter/spacing',
    severity: 'warning',
    summary: 'A scheduling parameter has a space or an equals sign.',
    evidence:
      '"Supported formats of scheduling parameters": expressions support neither, and they separate parameters written in one line.',
  },
  /**
   * @example
   * ```ts
   * import { evaluateParameter } from 'flowspec/schedule'
   *
   * const run = { scheduleTime: '2026-07-01 00:02:00' }
   *
   * export const wrong = () => evaluateParameter('$today', run)
   *
   * export const right = () => evaluateParameter('$[yyyymmdd]', run)
   * ```
   */
  {
    name: 'parameter/unknown',
    severity: 'error',
    summary: 'A scheduling parameter names something DataWorks does not document.',
    evidence: 'Other schedulers have similar parameters; what the service makes of them is not documented.',
  },
]
