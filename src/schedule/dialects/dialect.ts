import {
  type CronFieldSpec,
  dayOfMonthSpec,
  dayOfWeekSpec,
  hourSpec,
  minuteSpec,
  monthSpec,
} from '../cron/field-specs.ts'

/** What another dialect has in its fields, and how it counts the days of the week. */
export interface CronDialect {
  readonly name: string
  readonly minute: CronFieldSpec
  readonly hour: CronFieldSpec
  readonly dayOfMonth: CronFieldSpec
  readonly month: CronFieldSpec
  readonly dayOfWeek: CronFieldSpec
  /** Whether a step may not be longer than its field. */
  readonly boundedSteps: boolean
  /** Whether `L` alone is a day of the week: the last one, Saturday. */
  readonly loneLast: boolean
  /** A day of the week as DataWorks counts it: 1 is Monday, 7 is Sunday. */
  weekday(value: number): number
  /** A day of the week, counted from Monday, as the dialect counts it. */
  ownWeekday(day: number): number
  /** How the dialect counts the days of the week, in words. */
  readonly weekdayCount: string
}

const daysPerWeek = 7

/** Quartz: Sunday is 1; the steps of `*` begin with the first day of a month. */
export const quartzDialect: CronDialect = {
  name: 'Quartz',
  minute: minuteSpec,
  hour: hourSpec,
  dayOfMonth: { ...dayOfMonthSpec, stepStart: 1 },
  month: monthSpec,
  dayOfWeek: {
    ...dayOfWeekSpec,
    min: 1,
    stepStart: 1,
    firstName: 1,
    allowed: '1 (Sunday) to 7 (Saturday), SUN to SAT, L, 6L (the last Friday), 6#2 (the second Friday), or ? alone',
  },
  boundedSteps: true,
  loneLast: true,
  weekday: (value) => ((value + 5) % daysPerWeek) + 1,
  ownWeekday: (day) => (day % daysPerWeek) + 1,
  weekdayCount: 'Quartz counts days from Sunday, 1, and DataWorks from Monday, 1',
}

/** Unix: five fields; Sunday is 0 and 7; the steps of `*` begin with the first day of a month. */
export const unixDialect: CronDialect = {
  name: 'Unix cron',
  minute: minuteSpec,
  hour: hourSpec,
  dayOfMonth: { ...dayOfMonthSpec, stepStart: 1, allowed: '1 to 31' },
  month: monthSpec,
  dayOfWeek: { ...dayOfWeekSpec, allowed: '0 or 7 (Sunday) to 6 (Saturday), or SUN to SAT' },
  boundedSteps: false,
  loneLast: false,
  weekday: (value) => (value === 0 ? daysPerWeek : value),
  ownWeekday: (day) => day % daysPerWeek,
  weekdayCount: 'both count days from Monday, 1',
}
