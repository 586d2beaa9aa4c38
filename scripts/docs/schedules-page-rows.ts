import { calendar, daily } from '../../src/schedule/values/daily.ts'
import { everyMinutes } from '../../src/schedule/values/every-minutes.ts'
import { atHours, hourly } from '../../src/schedule/values/hourly.ts'
import { monthly, yearly } from '../../src/schedule/values/monthly.ts'
import type { Schedule } from '../../src/schedule/values/schedule.ts'
import { lastWeekday, nthWeekday } from '../../src/schedule/values/weekday-of-month.ts'
import { weekly } from '../../src/schedule/values/weekly.ts'

/** A form of the console, the same in builders as text, and what the text gives; the page runs the text and compares. */
export const forms: readonly (readonly [form: string, code: string, schedule: Schedule])[] = [
  ['by minute', 'everyMinutes(5)', everyMinutes(5)],
  [
    'by minute, in a part of the day',
    "everyMinutes(30).between('08:00', '17:59')",
    everyMinutes(30).between('08:00', '17:59'),
  ],
  ['by hour, with an interval', 'hourly({ minute: 5 })', hourly({ minute: 5 })],
  [
    'by hour, in a part of the day',
    "hourly({ every: 2 }).between('08:00', '20:00')",
    hourly({ every: 2 }).between('08:00', '20:00'),
  ],
  ['by hour, at points in time', 'atHours(1, 5, 9)', atHours(1, 5, 9)],
  ['by hour, at points in time', 'atHours([1, 5, 9], 30)', atHours([1, 5, 9], 30)],
  ['by day', "daily('02:00')", daily('02:00')],
  ['by week', "weekly(['MON', 'FRI'], '03:00')", weekly(['MON', 'FRI'], '03:00')],
  ['by month', "monthly([1, 15], '02:00')", monthly([1, 15], '02:00')],
  ['by month, first and last day', "monthly([1, 'L'], '02:00')", monthly([1, 'L'], '02:00')],
  ['by year', "yearly([1, 4, 7, 10], [1, 'L'], '02:00')", yearly([1, 4, 7, 10], [1, 'L'], '02:00')],
  ['cron, last weekday of a month', "lastWeekday('FRI', '02:00')", lastWeekday('FRI', '02:00')],
  ['cron, nth weekday of a month', "nthWeekday(2, 'FRI', '02:00')", nthWeekday(2, 'FRI', '02:00')],
  ['custom calendar', "calendar(1024, '02:00')", calendar(1024, '02:00')],
]

/** Days on which clocks are changed, and schedules that show what becomes of runs. */
export const clockChanges: readonly (readonly [zone: string, day: string, what: string, crons: readonly string[]])[] = [
  ['America/New_York', '2026-03-08', '02:00 becomes 03:00', ['00 30 02 * * ?', '00 30 03 * * ?', '00 30 1-4 * * ?']],
  ['America/New_York', '2026-11-01', '02:00 becomes 01:00', ['00 30 01 * * ?', '00 30 02 * * ?', '00 30 0-3 * * ?']],
  ['Europe/London', '2026-03-29', '01:00 becomes 02:00', ['00 30 01 * * ?', '00 30 02 * * ?', '00 30 0-3 * * ?']],
  ['Europe/London', '2026-10-25', '02:00 becomes 01:00', ['00 30 01 * * ?', '00 30 02 * * ?', '00 30 0-3 * * ?']],
]

/** Crons of other dialects. */
export const quartzCrons: readonly string[] = [
  '0 0/10 8-17 * * ?',
  '0 0 9 ? * 2-6',
  '0 0 9 ? * MON-FRI',
  '0 0 22-2 * * ?',
  '0 0 0 */5 * ?',
  '0 0 0 ? * 6L',
  '0 0 9 15W * ?',
  '0 0 9 L-3 * ?',
  '0/30 * * * * ?',
  '0 0 0 * * ? 2027',
]

/** Crons of crontab and of what has its crons from there. */
export const unixCrons: readonly string[] = ['30 2 * * 1-5', '*/15 * * * *', '0 0 */5 * *', '@monthly', '0 0 1 * 1']

/** Crons that can be read and may surprise. */
export const surprisingCrons: readonly string[] = [
  '00 02 00 */5 * ?',
  '00 00 */5 * * ?',
  '00 */2 * * * ?',
  '00 02 00 29 2 ?',
  '00 02 00 30 2 ?',
]

/** What people want of a scheduling parameter, and how it is written. */
export const recipes: readonly (readonly [want: string, expression: string])[] = [
  ['the business date', '$bizdate'],
  ['the same', '${yyyymmdd}'],
  ['the business date with dashes', '${yyyy-mm-dd}'],
  ['the day before the business date', '${yyyymmdd-1}'],
  ['a week before the business date', '${yyyymmdd-7*1}'],
  ['the month of the business date', '${yyyymm}'],
  ['the month before that', '${yyyymm-1}'],
  ['the first day of the business month', '${yyyymm}01'],
  ['the year before', '${yyyy-1}'],
  ['the schedule time', '$cyctime'],
  ['the schedule time, in parts', '$[yyyy-mm-dd]T$[hh24:mi:ss]'],
  ['the date of the schedule time', '$[yyyymmdd]'],
  ['the hour before the schedule time', '$[yyyymmddhh24-1/24]'],
  ['15 minutes before the schedule time', '$[hh24:mi-15/24/60]'],
  ['a day and an hour before', '$[yyyymmddhh24-1-1/24]'],
  ['the same day of the month before', '$[add_months(yyyymmdd,-1)]'],
  ['the month before', '$[add_months(yyyymm,-1)]'],
  ['the same day of the year before', '$[add_months(yyyymmdd,-12*1)]'],
  ['the current date', '$gmtdate'],
  ['a parameter of the workflow', '${workflow.region}'],
]

/** Scheduling parameters that are wrong, or mean something else than they look. */
export const doubtfulParameters: readonly string[] = [
  '$[yyyymm-1]',
  '$[yyyymmddhh]',
  '$[hh24:mm]',
  '${yyyymmdd-1/24}',
  '$[yyyy-mm-dd hh24:mi]',
  '$[yyyyMMdd]',
  '$yyyymmdd',
  '$[last_day(yyyymmdd)]',
  '$taskid',
]
