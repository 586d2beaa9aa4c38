import { atHours, daily, everyMinutes, hourly, monthly, weekly } from '../../schedule/index.ts'
import { minuteSteps, weekdays } from '../../schedule/values/units.ts'
import { type Expression, literal, scheduleCall } from '../program/expression.ts'

/** A schedule in words: the cron they make, and the call that makes it. */
interface Worded {
  readonly cron: string
  readonly call: () => Expression
}

function timeOf(hour: string, minute: string): string | undefined {
  const isClock = /^([01]\d|2[0-3])$/.test(hour) && /^[0-5]\d$/.test(minute)
  return isClock ? `${hour}:${minute}` : undefined
}

function numbersOf(text: string): readonly number[] | undefined {
  return /^\d{1,2}(?:,\d{1,2})*$/.test(text) ? text.split(',').map(Number) : undefined
}

/** Schedules of one time a day: by day, by days of the week, by days of the month. */
function atTime(time: string, [days = '', , dow = '']: readonly string[]): readonly (() => Worded)[] {
  const dates = days.split(',').map((day) => (day === 'L' ? day : Number(day)))
  const names = (numbersOf(dow) ?? []).flatMap((day) => weekdays[day - 1] ?? [])
  return [
    () => ({ cron: daily(time).cron, call: () => scheduleCall('daily', literal(time)) }),
    () => ({
      cron: weekly(names, time).cron,
      call: () => scheduleCall('weekly', literal(names), literal(time)),
    }),
    () => ({
      cron: monthly(dates, time).cron,
      call: () => scheduleCall('monthly', literal(dates), literal(time)),
    }),
  ]
}

function overTheDay(minute: string, hour: string): readonly (() => Worded)[] {
  const step = minuteSteps.find((one) => minute === `*/${one}`)
  const at = Number(minute)
  const every = Number(/\/(\d+)$/.exec(hour)?.[1] ?? Number.NaN)
  const options = { ...(every === 1 ? {} : { every }), ...(at === 0 ? {} : { minute: at }) }
  const hours = numbersOf(hour) ?? []
  const rest = at === 0 ? [] : [literal(at)]
  return [
    () => ({ cron: everyMinutes(step ?? Number.NaN).cron, call: () => scheduleCall('everyMinutes', literal(step)) }),
    () => ({
      cron: hourly({ every, minute: at }).cron,
      call: () => scheduleCall('hourly', ...(Object.keys(options).length === 0 ? [] : [literal(options)])),
    }),
    () => ({ cron: atHours(hours, at).cron, call: () => scheduleCall('atHours', literal(hours), ...rest) }),
  ]
}

function isExactly(make: () => Worded, cron: string): Worded | undefined {
  try {
    const made = make()
    return made.cron === cron ? made : undefined
  } catch {
    // What these words do not take, they cannot say.
    return undefined
  }
}

/**
 * A schedule in the words of `flowspec/schedule`.
 *
 * @returns undefined where no words make exactly this cron
 */
export function scheduleWords(cron: string): Expression | undefined {
  const [seconds, minute = '', hour = '', ...days] = cron.split(' ')
  if (seconds !== '00' || days.length !== 3) return undefined
  const time = timeOf(hour, minute)
  const ways = time === undefined ? overTheDay(minute, hour) : atTime(time, days)
  for (const way of ways) {
    const found = isExactly(way, cron)
    if (found !== undefined) return found.call()
  }
  return undefined
}
