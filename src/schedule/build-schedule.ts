import { CronCalendar } from './cron-calendar.ts'
import type { CronSchedule } from './cron-schedule.ts'
import type { CronFieldSets } from './read-fields.ts'
import { shortestInterval } from './shortest-interval.ts'
import type { SixFields } from './six-fields.ts'

/** Two leap years with those between them show every distance that does not depend on the weekdays of a month. */
const leapRound = 9

/** The years after which dates fall on the same weekdays again, the turns of centuries left out. */
const weekdayRound = 28

/** A fifth weekday of February comes only in some leap years: its distances need a whole Gregorian round. */
const gregorianRound = 400

/** Puts together what a cron says, frozen: schedules are remembered and shared. */
export function buildSchedule(text: string, fields: SixFields, sets: CronFieldSets, neverFires: boolean): CronSchedule {
  const firing = {
    minutes: Object.freeze(sets.minutes),
    hours: Object.freeze(sets.hours),
    daysOfMonth: Object.freeze(sets.dayOfMonth.days),
    lastDayOfMonth: sets.dayOfMonth.last,
    months: Object.freeze(sets.months),
    daysOfWeek: Object.freeze(sets.dayOfWeek.days),
    lastDayOfWeek: sets.dayOfWeek.last,
    nthDayOfWeek: sets.dayOfWeek.nth,
  }
  return Object.freeze({
    text,
    ...firing,
    neverFires,
    cycleType: cycleType(fields),
    minIntervalMinutes: neverFires ? undefined : shortestInterval(new CronCalendar(firing), roundOf(sets)),
  })
}

/** The scheduler takes a node for an hourly or minutely one when its minute or hour is more than a single value. */
function cycleType([, minute, hour]: SixFields): CronSchedule['cycleType'] {
  return /[-/,*]/.test(minute.text + hour.text) ? 'NotDaily' : 'Daily'
}

function roundOf({ dayOfWeek, months }: CronFieldSets): number {
  if (!dayOfWeek.last && dayOfWeek.nth === undefined) return leapRound
  return months.length === 1 ? gregorianRound : weekdayRound
}
