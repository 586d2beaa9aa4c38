export type { CronDiagnostic } from './cron-diagnostic.ts'
export type { CronField } from './cron-field.ts'
export type { CronParseResult, CronSchedule } from './cron-schedule.ts'
export type { CronConversion, CronNote } from './foreign/cron-conversion.ts'
export { fromQuartzCron } from './foreign/from-quartz-cron.ts'
export { fromUnixCron } from './foreign/from-unix-cron.ts'
export { toQuartzCron } from './foreign/to-quartz-cron.ts'
export { evaluateParameter } from './parameters/evaluate-parameter.ts'
export { evaluateParameters } from './parameters/evaluate-parameters.ts'
export type { ParameterContext } from './parameters/parameter-context.ts'
export type { ParameterDiagnostic } from './parameters/parameter-diagnostic.ts'
export type { ParameterParseResult } from './parameters/parameter-parse-result.ts'
export type {
  BuiltinParameter,
  DateOffset,
  DateUnit,
  ParameterMeaning,
  ParameterPart,
} from './parameters/parameter-part.ts'
export { parseParameter } from './parameters/parse-parameter.ts'
export { printParameter } from './parameters/print-parameter.ts'
export { renderCode } from './parameters/render-code.ts'
export type { RenderCodeOptions } from './parameters/render-code-options.ts'
export { parseCron } from './parse-cron.ts'
export type { InstantLike } from './parse-instant.ts'
export { runs } from './runs.ts'
export type { RunsRange, RunsSource, RunsTrigger } from './runs-request.ts'
export type { ScheduledRun } from './scheduled-run.ts'
export { atHours } from './values/at-hours.ts'
export { calendar } from './values/calendar.ts'
export { daily } from './values/daily.ts'
export { everyMinutes } from './values/every-minutes.ts'
export { type HourlyOptions, hourly } from './values/hourly.ts'
export { lastWeekday } from './values/last-weekday.ts'
export type { LiteralOr, LiteralsOr } from './values/literal-or.ts'
export { monthly } from './values/monthly.ts'
export { nthWeekday } from './values/nth-weekday.ts'
export type { IntervalSchedule, Schedule } from './values/schedule.ts'
export type {
  DayOfMonthOrLast,
  HourOfDay,
  MinuteStep,
  MonthOfYear,
  NthOfMonth,
  Weekday,
} from './values/schedule-units.ts'
export type { TimeOfDay } from './values/time-of-day.ts'
export { weekly } from './values/weekly.ts'
export { yearly } from './values/yearly.ts'
export { type DescribeCronOptions, describeCron } from './words/describe-cron.ts'
