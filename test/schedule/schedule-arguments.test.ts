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
  weekly,
  yearly,
} from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { faultsOf, loose } from './refused-call.ts'

describe('the arguments of a schedule', () => {
  it.each<[what: string, cron: string, expected: string]>([
    ['the first minute of a day', daily('00:00').cron, '00 00 00 * * ?'],
    ['the last minute of a day', daily('23:59').cron, '00 59 23 * * ?'],
    ['eight in the evening', daily('20:00').cron, '00 00 20 * * ?'],
    ['seven in the evening', daily('19:09').cron, '00 09 19 * * ?'],
    ['the first and the last hour', atHours(0, 23).cron, '00 00 0,23 * * ?'],
    ['no minute', atHours([9]).cron, '00 00 09 * * ?'],
    ['the last minute of an hour', atHours([9], 59).cron, '00 59 09 * * ?'],
    ['the longest distance', hourly({ every: 23, minute: 59 }).cron, '00 59 00-23/23 * * ?'],
    ['the first and the last day', monthly([1, 31], '00:00').cron, '00 00 00 1,31 * ?'],
    ['the first and the last month', yearly([12, 1], [1], '00:00').cron, '00 00 00 1 1,12 ?'],
    ['each day of the week', weekly(['MON', 'TUE', 'WED', 'THU'], '01:00').cron, '00 00 01 ? * 1,2,3,4'],
    ['the days after them', weekly(['FRI', 'SAT', 'SUN'], '01:00').cron, '00 00 01 ? * 5,6,7'],
    ['the first of a weekday', nthWeekday(1, 'TUE', '01:00').cron, '00 00 01 ? * 2#1'],
    ['the fifth of a weekday', nthWeekday(5, 'WED', '01:00').cron, '00 00 01 ? * 3#5'],
    ['the last of a weekday', lastWeekday('THU', '01:00').cron, '00 00 01 ? * 4L'],
    ['the shortest step', everyMinutes(1).cron, '00 */1 00-23 * * ?'],
    ['the first calendar', calendar(1, '20:30').cron, '00 30 20 * * ?'],
  ])('take %s', (_, cron, expected) => {
    expect(cron).toBe(expected)
    expect(parseCron(cron).ok).toBe(true)
  })

  it.each([1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30])('take a step of %s minutes, which divides the hour', (step) => {
    expect(loose('everyMinutes')(step)).toMatchObject({ cron: `00 */${step} 00-23 * * ?` })
  })

  const timeHint = 'Write two digits for the hour and two for the minute, "00:00" to "23:59".'

  it.each<[name: string, given: readonly unknown[], faults: readonly string[]]>([
    ...['102:00', '02:000', '24:00', '29:00', '2:00', '02:60', '02.00', ' 02:00', 200, null].map(
      (time): [string, readonly unknown[], readonly string[]] => [
        'daily',
        [time],
        [`/time daily: the time ${JSON.stringify(time)} is no time of day. ${timeHint}`],
      ],
    ),
    ['daily', [], [`/time daily: the time undefined is no time of day. ${timeHint}`]],
    [
      'calendar',
      [0],
      [
        `/calendarId calendar: the calendarId 0 is no whole number from 1 to 9007199254740991. Write 1 to 9007199254740991.`,
      ],
    ],
    [
      'calendar',
      ['7'],
      [
        `/calendarId calendar: the calendarId "7" is no whole number from 1 to 9007199254740991. Write 1 to 9007199254740991.`,
      ],
    ],
    ['calendar', [7, '7'], [`/time calendar: the time "7" is no time of day. ${timeHint}`]],
    [
      'everyMinutes',
      [0],
      [
        '/step everyMinutes: the step 0 is none of 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30. Write one of 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30.',
      ],
    ],
    ['hourly', [{ every: 0 }], ['/every hourly: the every 0 is no whole number from 1 to 23. Write 1 to 23.']],
    ['hourly', [{ every: 24 }], ['/every hourly: the every 24 is no whole number from 1 to 23. Write 1 to 23.']],
    ['hourly', [{ minute: -1 }], ['/minute hourly: the minute -1 is no whole number from 0 to 59. Write 0 to 59.']],
    ['hourly', [{ minute: 60 }], ['/minute hourly: the minute 60 is no whole number from 0 to 59. Write 0 to 59.']],
    ['hourly', [{ minute: 0.5 }], ['/minute hourly: the minute 0.5 is no whole number from 0 to 59. Write 0 to 59.']],
    ['atHours', [-1], ['/hours/0 atHours: the hour -1 is no whole number from 0 to 23. Write 0 to 23.']],
    ['atHours', [1, '9'], ['/hours/1 atHours: the hour "9" is no whole number from 0 to 23. Write 0 to 23.']],
    ['atHours', [[9], 60], ['/minute atHours: the minute 60 is no whole number from 0 to 59. Write 0 to 59.']],
    [
      'atHours',
      [],
      ['/hours atHours: the list of hours is empty. Write a list with at least one item, such as [9, 18].'],
    ],
    [
      'weekly',
      ['MON', '02:00'],
      ['/days weekly: the days are "MON". Write a list with at least one item, such as ["MON", "FRI"].'],
    ],
    [
      'weekly',
      [undefined, '02:00'],
      ['/days weekly: the days are undefined. Write a list with at least one item, such as ["MON", "FRI"].'],
    ],
    [
      'weekly',
      [['FRIDAY'], '02:00'],
      [
        '/days/0 weekly: the day "FRIDAY" is none of MON, TUE, WED, THU, FRI, SAT, SUN. Write one of MON, TUE, WED, THU, FRI, SAT, SUN.',
      ],
    ],
    [
      'weekly',
      [['FIR'], '02:00'],
      ['/days/0 weekly: the day "FIR" is none of MON, TUE, WED, THU, FRI, SAT, SUN. Did you mean FRI?'],
    ],
    [
      'weekly',
      [[5], '02:00'],
      [
        '/days/0 weekly: the day 5 is none of MON, TUE, WED, THU, FRI, SAT, SUN. Write one of MON, TUE, WED, THU, FRI, SAT, SUN.',
      ],
    ],
    ['weekly', [['MON'], '2'], [`/time weekly: the time "2" is no time of day. ${timeHint}`]],
    [
      'monthly',
      [[0, 'l'], '2'],
      [
        '/days/0 monthly: the day 0 is no whole number from 1 to 31. Write 1 to 31.',
        '/days/1 monthly: the day "l" is no whole number from 1 to 31. Write 1 to 31.',
        `/time monthly: the time "2" is no time of day. ${timeHint}`,
      ],
    ],
    [
      'yearly',
      [undefined, [1], '2'],
      [
        '/months yearly: the list of months is empty. Write a list with at least one item, such as [1, 7].',
        `/time yearly: the time "2" is no time of day. ${timeHint}`,
      ],
    ],
    [
      'yearly',
      [[0, 13], [1], '02:00'],
      [
        '/months/0 yearly: the month 0 is no whole number from 1 to 12. Write 1 to 12.',
        '/months/1 yearly: the month 13 is no whole number from 1 to 12. Write 1 to 12.',
      ],
    ],
    [
      'yearly',
      [[2, 4], [31], '02:00'],
      ['/days yearly: none of the months 2,4 has one of the days 31. Write L for the last day.'],
    ],
    [
      'lastWeekday',
      ['FIR', '2', [0]],
      [
        '/day lastWeekday: the day "FIR" is none of MON, TUE, WED, THU, FRI, SAT, SUN. Did you mean FRI?',
        `/time lastWeekday: the time "2" is no time of day. ${timeHint}`,
        '/months/0 lastWeekday: the month 0 is no whole number from 1 to 12. Write 1 to 12.',
      ],
    ],
    [
      'lastWeekday',
      ['FRI', '02:00', []],
      ['/months lastWeekday: the list of months is empty. Write a list with at least one item, such as [1, 7].'],
    ],
    [
      'nthWeekday',
      [0, 'FIR', '2', [13]],
      [
        '/nth nthWeekday: the nth 0 is no whole number from 1 to 5. Write 1 to 5.',
        '/day nthWeekday: the day "FIR" is none of MON, TUE, WED, THU, FRI, SAT, SUN. Did you mean FRI?',
        `/time nthWeekday: the time "2" is no time of day. ${timeHint}`,
        '/months/0 nthWeekday: the month 13 is no whole number from 1 to 12. Write 1 to 12.',
      ],
    ],
  ])('are refused by %s of %j, with the way out', (name, given, faults) => {
    expect(faultsOf(() => loose(name)(...given)).toSorted()).toEqual(faults.toSorted())
  })

  /** Times of a day that no cron can keep to. */
  it.each<[call: () => unknown, faults: readonly string[]]>([
    [() => daily('02:00'), ['/start between: this schedule has no interval. Use everyMinutes or hourly.']],
    [() => weekly(['MON'], '02:00'), ['/start between: this schedule has no interval. Use everyMinutes or hourly.']],
  ])('are refused by between of a schedule of one time a day: %s', (make, faults) => {
    const schedule = make()
    const between: unknown = Reflect.get(Object(schedule), 'between')
    if (typeof between !== 'function') throw new Error('there is no between')
    expect(faultsOf(() => Reflect.apply(between, schedule, ['01:00', '02:00']))).toEqual(faults)
  })

  it('are refused by between, both at once', () => {
    // @ts-expect-error: '1:00' and '24:00' are no times of day
    expect(faultsOf(() => hourly().between('1:00', '24:00'))).toEqual([
      `/start between: the start "1:00" is no time of day. ${timeHint}`,
      `/end between: the end "24:00" is no time of day. ${timeHint}`,
    ])
  })
})

describe('the part of a day in which something runs', () => {
  it.each<[what: string, cron: string, expected: string]>([
    ['one hour', hourly().between('08:00', '08:00').cron, '00 00 08-08/1 * * ?'],
    ['up to the last minute', everyMinutes(15).between('22:00', '23:59').cron, '00 */15 22-23 * * ?'],
    ['around midnight', everyMinutes(20).between('23:00', '00:59').cron, '00 */20 00-00,23-23 * * ?'],
    ['from just after its last run', everyMinutes(20).between('22:41', '00:59').cron, '00 */20 00-00,23-23 * * ?'],
    ['all but an hour', everyMinutes(30).between('09:00', '07:59').cron, '00 */30 00-07,09-23 * * ?'],
    [
      'every two hours over midnight',
      hourly({ every: 2, minute: 30 }).between('22:00', '04:00').cron,
      '00 30 00,02,22 * * ?',
    ],
    ['every five hours', hourly({ every: 5, minute: 7 }).between('01:00', '23:00').cron, '00 07 01-22/5 * * ?'],
  ])('is %s', (_, cron, expected) => {
    expect(cron).toBe(expected)
    expect(parseCron(cron).ok).toBe(true)
  })

  it.each<[make: () => unknown, faults: readonly string[]]>([
    [
      () => everyMinutes(30).between('08:15', '17:59'),
      [
        "/start between: every 30 minutes from 08:15 to 17:59 begins or ends within an hour, which no cron can say. Write between('08:00', '16:59') or between('08:00', '17:59').",
      ],
    ],
    [
      () => everyMinutes(30).between('08:10', '08:40'),
      [
        "/start between: every 30 minutes from 08:10 to 08:40 begins or ends within an hour, which no cron can say. Write between('08:00', '08:59').",
      ],
    ],
    [
      () => everyMinutes(30).between('08:01', '08:29'),
      [
        "/start between: every 30 minutes from 08:01 to 08:29 begins or ends within an hour, which no cron can say. Write between('08:00', '08:59').",
      ],
    ],
    [
      () => everyMinutes(30).between('08:59', '09:29'),
      [
        "/start between: every 30 minutes from 08:59 to 09:29 begins or ends within an hour, which no cron can say. Write between('08:00', '09:59').",
      ],
    ],
    [
      () => hourly({ minute: 30 }).between('08:31', '09:29'),
      ['/start between: minute 30 of no hour is from 08:31 to 09:29. Choose a longer part of the day.'],
    ],
  ])('is refused where no cron can say it: %s', (make, faults) => {
    expect(faultsOf(make)).toEqual(faults)
  })
})

describe('the window and the zone of a schedule', () => {
  it('are those of the day where only a date is said', () => {
    const trigger = daily('02:00').from('2026-01-01').until('2026-12-31').toTrigger()
    expect(trigger).toMatchObject({ startTime: '2026-01-01 00:00:00', endTime: '2026-12-31 23:59:59' })
    expect(daily('02:00').from('2026-01-01 02:00:00').toTrigger().startTime).toBe('2026-01-01 02:00:00')
  })

  it.each(['2026-01-01 ', ' 2026-01-01', '2026-01-011', '12026-01-01', '2026-1-01'])('are not read from %j', (date) => {
    expect(faultsOf(() => daily('02:00').from(date))[0]).toMatch(/^\/startTime .* is not of the form/)
    expect(faultsOf(() => daily('02:00').until(date))[0]).toMatch(/^\/endTime .* is not of the form/)
  })

  it('may have the T of the oldest documents', () => {
    expect(daily('02:00').from('2026-01-01T02:00:00').toTrigger().startTime).toBe('2026-01-01T02:00:00')
  })

  it.each<[make: () => unknown, faults: RegExp]>([
    [() => daily('02:00').timezone('asia/shanghai'), /^\/timezone The time zone "asia\/shanghai" is not written/],
    [() => daily('02:00').calendar(-1), /^\/calendarId calendar: the calendarId -1 is no whole number/],
    [() => daily('02:00').from('2026-02-01').until('2026-01-01'), /^\/endTime The endTime .* is before the startTime/],
  ])('are refused: %s', (make, faults) => {
    expect(faultsOf(make)).toEqual([expect.stringMatching(faults)])
  })

  it('are part of what a schedule is', () => {
    expect(daily('02:00').timezone('UTC')).toEqual(daily('02:00').timezone('UTC'))
    expect(daily('02:00').timezone('UTC')).not.toEqual(daily('02:00'))
    expect(hourly({ every: 2 }).between('00:00', '23:59')).not.toEqual(hourly({ every: 1 }).between('00:00', '23:59'))
  })
})
