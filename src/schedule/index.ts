export type { CronField } from './cron/cron-fields.ts'
export type { CronDiagnostic } from './cron/diagnostics.ts'
export { parseCron } from './cron/parse.ts'
export type { CronParseResult, CronSchedule } from './cron/schedule.ts'
export type { CronConversion, CronNote } from './dialects/conversion.ts'
export { fromQuartzCron, toQuartzCron } from './dialects/quartz.ts'
export { fromUnixCron } from './dialects/unix.ts'
export type { ParameterContext } from './parameters/context.ts'
export type { ParameterDiagnostic } from './parameters/diagnostics.ts'
export { evaluateParameter, evaluateParameters } from './parameters/evaluate.ts'
export type { ParameterParseResult } from './parameters/parse.ts'
export { parseParameter } from './parameters/parse.ts'
export type {
  BuiltinParameter,
  DateOffset,
  DateUnit,
  ParameterMeaning,
  ParameterPart,
} from './parameters/part.ts'
export { printParameter } from './parameters/print.ts'
export type { RenderCodeOptions } from './parameters/render-code.ts'
export { renderCode } from './parameters/render-code.ts'
export type { InstantLike } from './runs/instant.ts'
export type { RunsRange, RunsSource, RunsTrigger } from './runs/request.ts'
export type { ScheduledRun } from './runs/run.ts'
export { runs } from './runs/runs.ts'
export { calendar, daily } from './values/daily.ts'
export { everyMinutes } from './values/every-minutes.ts'
export { atHours, type HourlyOptions, hourly } from './values/hourly.ts'
export { monthly, yearly } from './values/monthly.ts'
export type { IntervalSchedule, LiteralOr, LiteralsOr, Schedule } from './values/schedule.ts'
export type {
  AnyWeekday,
  DayOfMonthOrLast,
  HourOfDay,
  MinuteStep,
  MonthOfYear,
  NthOfMonth,
  TimeOfDay,
  Weekday,
} from './values/units.ts'
export { lastWeekday, nthWeekday } from './values/weekday-of-month.ts'
export { weekly } from './values/weekly.ts'
export { type DescribeCronOptions, describeCron } from './words/describe-cron.ts'
export type { TimeZone } from './zones/time-zone.ts'
