import { inspect } from 'node:util'
import fc from 'fast-check'
import { isFlowSpecError } from 'flowspec'
import {
  atHours,
  calendar,
  daily,
  everyMinutes,
  hourly,
  lastWeekday,
  monthly,
  nthWeekday,
  parseCron,
  runs,
  type Schedule,
  weekly,
  yearly,
} from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

describe('a schedule', () => {
  it.each<[what: string, schedule: Schedule, cron: string]>([
    ['every 30 minutes', everyMinutes(30), '00 */30 00-23 * * ?'],
    ['every 5 minutes', everyMinutes(5), '00 */5 00-23 * * ?'],
    ['every 30 minutes in a part of the day', everyMinutes(30).between('08:00', '17:59'), '00 */30 08-17 * * ?'],
    ['up to its last run', everyMinutes(30).between('08:00', '17:30'), '00 */30 08-17 * * ?'],
    ['from just before its first run', everyMinutes(30).between('07:31', '17:59'), '00 */30 08-17 * * ?'],
    ['in one hour', everyMinutes(10).between('08:00', '08:59'), '00 */10 08-08 * * ?'],
    ['over midnight', everyMinutes(30).between('22:00', '05:59'), '00 */30 00-05,22-23 * * ?'],
    ['in another part', everyMinutes(30).between('08:00', '17:59').between('09:00', '09:59'), '00 */30 09-09 * * ?'],
    ['every hour', hourly(), '00 00 00-23/1 * * ?'],
    ['every hour at a minute', hourly({ minute: 5 }), '00 05 00-23/1 * * ?'],
    ['every six hours', hourly({ every: 6 }), '00 00 00-23/6 * * ?'],
    ['both ends included', hourly().between('00:00', '03:00'), '00 00 00-03/1 * * ?'],
    ['both ends a minute off', hourly({ minute: 30 }).between('08:31', '17:29'), '00 30 09-16/1 * * ?'],
    ['every two hours in a part', hourly({ every: 2 }).between('08:00', '20:00'), '00 00 08-20/2 * * ?'],
    ['every hour over midnight', hourly().between('22:00', '03:00'), '00 00 00-03,22-23 * * ?'],
    ['every three hours over midnight', hourly({ every: 3 }).between('22:00', '09:00'), '00 00 01,04,07,22 * * ?'],
    ['at hours', atHours(1, 5, 9), '00 00 1,5,9 * * ?'],
    ['at hours, in no order', atHours([9, 1, 5, 1], 30), '00 30 1,5,9 * * ?'],
    ['at one hour', atHours(5), '00 00 05 * * ?'],
    ['daily', daily('02:00'), '00 00 02 * * ?'],
    ['daily to the minute', daily('23:59'), '00 59 23 * * ?'],
    ['weekly', weekly(['MON', 'FRI'], '03:00'), '00 00 03 ? * 1,5'],
    ['weekly, in no order', weekly(['SUN', 'MON', 'MON'], '03:05'), '00 05 03 ? * 1,7'],
    ['monthly', monthly([1, 'L'], '02:00'), '00 00 02 1,L * ?'],
    ['monthly, in no order', monthly(['L', 15, 3], '02:00'), '00 00 02 3,15,L * ?'],
    ['yearly', yearly([1, 4, 7, 10], [1, 'L'], '02:00'), '00 00 02 1,L 1,4,7,10 ?'],
    ['on the 29th of February', yearly([2], [29], '02:00'), '00 00 02 29 2 ?'],
    ['on a last weekday', lastWeekday('FRI', '02:00'), '00 00 02 ? * 5L'],
    ['on a last weekday of some months', lastWeekday('SUN', '02:00', [3, 6]), '00 00 02 ? 3,6 7L'],
    ['on an nth weekday', nthWeekday(2, 'FRI', '02:00'), '00 00 02 ? * 5#2'],
    ['on an nth weekday of some months', nthWeekday(1, 'MON', '02:00', [1]), '00 00 02 ? 1 1#1'],
    ['of a calendar', calendar(7, '02:00'), '00 00 02 * * ?'],
    ['of a calendar, at midnight', calendar(7), '00 00 00 * * ?'],
  ])('%s', (_, schedule, cron) => {
    expect(schedule.cron).toBe(cron)
    expect(parseCron(cron).ok).toBe(true)
  })

  it('runs in its part of the day and nowhere else', () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    const clock = ([hour, minute]: readonly [number, number]): string =>
      `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
    const inPart = (time: string, start: string, end: string): boolean =>
      start <= end ? time >= start && time <= end : time >= start || time <= end
    const range = { from: '2026-01-01T23:59:59Z', to: '2026-01-02T23:59:59Z' }
    fc.assert(
      fc.property(times, times, fc.integer({ min: 0, max: 59 }), (from, to, minute) => {
        const [start, end] = [clock(from), clock(to)]
        const all = Array.from({ length: 24 }, (_, hour) => clock([hour, minute]))
        const expected = all.filter((time) => inPart(time, start, end))
        fc.pre(expected.length > 0)
        const schedule = hourly({ minute }).between(start, end).timezone('UTC')
        expect([...runs(schedule, range)].map(({ wallClock }) => wallClock.slice(11, 16))).toEqual(expected)
      }),
      { numRuns: 200 },
    )
  })

  it('has a time zone, a window and a calendar, and is never changed', () => {
    const base = daily('02:00')
    const full = base.timezone('Europe/London').from('2026-01-01').until('2026-12-31').calendar(3)
    expect(full.toTrigger()).toEqual({
      cron: '00 00 02 * * ?',
      timezone: 'Europe/London',
      startTime: '2026-01-01 00:00:00',
      endTime: '2026-12-31 23:59:59',
      calendarId: 3,
    })
    expect(full.until('2027-06-30 12:00:00').toTrigger().endTime).toBe('2027-06-30 12:00:00')
    expect(base.toTrigger()).toEqual({ cron: '00 00 02 * * ?' })
    expect(Object.isFrozen(base) && Object.isFrozen(base.toTrigger())).toBe(true)
    expect(everyMinutes(30).timezone('UTC').between('08:00', '08:59').toTrigger()).toEqual({
      cron: '00 */30 08-08 * * ?',
      timezone: 'UTC',
    })
  })

  it('shows its trigger as JSON and in the console', () => {
    const schedule = daily('02:00').timezone('UTC')
    expect(JSON.stringify({ schedule })).toBe('{"schedule":{"cron":"00 00 02 * * ?","timezone":"UTC"}}')
    expect(inspect(schedule)).toBe("{ cron: '00 00 02 * * ?', timezone: 'UTC' }")
  })

  it('is what runs are worked out from', () => {
    const schedule = weekly(['MON'], '03:00').timezone('Europe/London').from('2026-03-01')
    const times = [...runs(schedule, { from: '2026-01-01T00:00:00Z', count: 2 })].map(({ at }) => at)
    expect(times).toEqual(['2026-03-02T03:00:00Z', '2026-03-09T03:00:00Z'])
  })

  it('of a calendar has no runs anybody but the service can know', () => {
    expect(() => runs(calendar(7), { from: 0 })).toThrow(/runs of the custom calendar 7 cannot be known/)
    const trigger = { cron: '00 00 02 * * ?', calendarId: 7 }
    expect(() => runs(trigger, { from: 0 })).toThrow(/schedule\/calendar-unknown at \/calendarId/)
  })
})

/** The faults of a call, each as its path and message. */
function faultsOf(make: () => unknown): readonly string[] {
  try {
    make()
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ path, message }) => `${path} ${message}`)
  }
  throw new Error('not refused')
}

describe('a schedule that cannot be', () => {
  it('does not compile, and says why', () => {
    // @ts-expect-error '25:00' is no time of day, such as 02:00
    expect(faultsOf(() => daily('25:00'))).toEqual(['/time daily: the time "25:00" is no time of day.'])
    // @ts-expect-error '2:00' is no time of day, such as 02:00
    expect(faultsOf(() => daily('2:00'))).toHaveLength(1)
    // @ts-expect-error 7 is no number of minutes that divides the hour
    expect(faultsOf(() => everyMinutes(7))[0]).toMatch(/the step 7 is none of 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30/)
    // @ts-expect-error FRIDAY is no day of the week, such as MON
    expect(faultsOf(() => weekly(['MON', 'FRIDAY'], '03:00'))[0]).toMatch(/^\/days\/1 weekly: the day "FRIDAY" is none/)
    // @ts-expect-error 32 is no day of a month, such as 15 or L
    expect(faultsOf(() => monthly([1, 32], '02:00'))[0]).toMatch(/^\/days\/1 monthly: the day 32 is no whole number/)
    // @ts-expect-error 13 is no month of a year
    expect(faultsOf(() => yearly([13], [1], '02:00'))[0]).toMatch(/^\/months\/0 yearly: the month 13/)
    // @ts-expect-error 24 is no hour of a day
    expect(faultsOf(() => atHours(1, 24))[0]).toMatch(/^\/hours\/1 atHours: the hour 24/)
    // @ts-expect-error 24 is no hour of a day
    expect(faultsOf(() => atHours([24]))).toHaveLength(1)
    // @ts-expect-error 6 is no number from 1 to 5
    expect(faultsOf(() => nthWeekday(6, 'FRI', '02:00'))[0]).toMatch(/^\/nth nthWeekday: the nth 6/)
    // @ts-expect-error FRIDAY is no day of the week, such as MON
    expect(faultsOf(() => lastWeekday('FRIDAY', '02:00'))).toHaveLength(1)
    // @ts-expect-error a schedule of one time a day has no part of the day
    expect(faultsOf(() => daily('02:00').between('01:00', '03:00'))[0]).toMatch(/no interval/)
  })

  it('is refused at the call where its arguments are known only then', () => {
    const time: string = '24:00'
    const days: string[] = ['MOO']
    const dates: number[] = [0]
    expect(faultsOf(() => weekly(days, time))).toHaveLength(2)
    expect(faultsOf(() => monthly(dates, time))).toHaveLength(2)
    expect(faultsOf(() => weekly([], '03:00'))).toEqual(['/days weekly: the list of days is empty.'])
    expect(faultsOf(() => hourly({ every: 24, minute: 60 }))).toHaveLength(2)
    expect(faultsOf(() => hourly({ every: 1.5 }))).toHaveLength(1)
    expect(faultsOf(() => calendar(0))).toHaveLength(1)
    expect(faultsOf(() => yearly([2, 4], [31], '02:00'))[0]).toMatch(/none of the months 2,4 has one of the days 31/)
  })

  it.each([
    ['08:00', '18:00', "between('08:00', '17:59') or between('08:00', '18:59')"],
    ['08:15', '17:59', "between('08:00', '16:59') or between('08:00', '17:59')"],
  ])('every 30 minutes from %s to %s begins or ends within an hour', (start, end, hint) => {
    expect(() => everyMinutes(30).between(start, end)).toThrow(/within an hour, which no cron can say/)
    expect(() => everyMinutes(30).between(start, end)).toThrow(hint)
  })

  it('has nothing left of its day', () => {
    expect(() => hourly({ minute: 30 }).between('08:31', '09:29')).toThrow(/minute 30 of no hour/)
    expect(() => everyMinutes(30).between('08:01', '08:29')).toThrow(/within an hour/)
  })

  it('has a time zone or a window that is none', () => {
    expect(() => daily('02:00').timezone('asia/shanghai')).toThrow(/exact case/)
    expect(() => daily('02:00').from('2026-02-30')).toThrow(/no date and time of the calendar/)
    expect(() => daily('02:00').from('tomorrow')).toThrow(/not of the form/)
    expect(() => daily('02:00').from('2026-03-01').until('2026-02-28')).toThrow(/before the startTime/)
    expect(() => daily('02:00').calendar(-1)).toThrow(/calendarId -1/)
  })
})
