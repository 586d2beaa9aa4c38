import { type CronSchedule, parseCron } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

function scheduleOf(cron: string): CronSchedule {
  const result = parseCron(cron)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.schedule
}

const numbers = (first: number, last: number, step = 1): number[] =>
  Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step)

const everyMinute = numbers(0, 59)
const everyHour = numbers(0, 23)
const everyDay = numbers(1, 31)
const everyMonth = numbers(1, 12)
const everyWeekday = numbers(1, 7)

describe('the sets of a cron', () => {
  it.each<[string, Partial<CronSchedule>]>([
    [
      '00 02 00 * * ?',
      { minutes: [2], hours: [0], daysOfMonth: everyDay, months: everyMonth, daysOfWeek: everyWeekday },
    ],
    ['0 2 0 ? * *', { minutes: [2], hours: [0], daysOfMonth: everyDay, daysOfWeek: everyWeekday }],
    ['00 * * * * ?', { minutes: everyMinute, hours: everyHour }],
    ['00 00/10 * * * ?', { minutes: numbers(0, 50, 10) }],
    ['00 5/10 8-17 * * ?', { minutes: numbers(5, 55, 10), hours: numbers(8, 17) }],
    ['00 00-59/10 8-17/2,23 * * ?', { minutes: numbers(0, 50, 10), hours: [8, 10, 12, 14, 16, 23] }],
    ['00 1,1,3-5,4 0,0 * * ?', { minutes: [1, 3, 4, 5], hours: [0] }],
    ['00 00 01 1,3 * ?', { daysOfMonth: [1, 3], lastDayOfMonth: false }],
    ['00 00 01 L * ?', { daysOfMonth: [], lastDayOfMonth: true }],
    ['00 00 01 L,1,15-16 1,4,7,10 ?', { daysOfMonth: [1, 15, 16], lastDayOfMonth: true, months: [1, 4, 7, 10] }],
    ['00 00 01 */5 * ?', { daysOfMonth: [5, 10, 15, 20, 25, 30] }],
    ['00 00 01 1/5 * ?', { daysOfMonth: [1, 6, 11, 16, 21, 26, 31] }],
    ['00 00 01 */1 * MON', { daysOfMonth: everyDay, daysOfWeek: [1] }],
    ['00 00 01 28-31 2 ?', { daysOfMonth: [28, 29] }],
    ['00 00 01 29-31 4,6 ?', { daysOfMonth: [29, 30] }],
    ['00 00 01 30,31 2 ?', { daysOfMonth: [30, 31], neverFires: true }],
    ['00 10 00 1 1-12/3 ?', { months: [1, 4, 7, 10] }],
    ['00 10 00 1 */3 ?', { months: [1, 4, 7, 10] }],
    ['00 10 00 1 jan,Mar-MAY ?', { months: [1, 3, 4, 5] }],
    ['00 05 00 * * 2,5', { daysOfWeek: [2, 5] }],
    ['00 05 00 ? * 0,7', { daysOfWeek: [7] }],
    ['00 05 00 ? * SUN-TUE', { daysOfWeek: [1, 2, 7] }],
    ['00 05 00 ? * 5-7', { daysOfWeek: [5, 6, 7] }],
    ['00 05 00 ? * */2', { daysOfWeek: [2, 4, 6, 7] }],
    ['00 05 00 ? * 1/2', { daysOfWeek: [1, 3, 5, 7] }],
    ['00 05 00 ? * mon-Fri', { daysOfWeek: [1, 2, 3, 4, 5] }],
    ['00 05 00 ? * 5L', { daysOfWeek: [5], lastDayOfWeek: true, nthDayOfWeek: undefined }],
    ['00 05 00 ? * 0L', { daysOfWeek: [7], lastDayOfWeek: true }],
    ['00 05 00 ? * FRIL', { daysOfWeek: [5], lastDayOfWeek: true }],
    ['00 05 00 ? * 5#2', { daysOfWeek: [5], lastDayOfWeek: false, nthDayOfWeek: 2 }],
    ['00 05 00 ? * SUN#1', { daysOfWeek: [7], nthDayOfWeek: 1 }],
  ])('%s', (cron, sets) => {
    expect(scheduleOf(cron)).toMatchObject(sets)
  })

  it('keeps the text as written and is frozen all the way down', () => {
    const result = parseCron('0 2 0 ? * MON')
    if (!result.ok) throw new Error('refused')
    expect(result.schedule.text).toBe('0 2 0 ? * MON')
    for (const part of [result, result.schedule, result.diagnostics, ...Object.values(result.schedule)]) {
      expect(Object.isFrozen(part)).toBe(true)
    }
  })

  it.each([
    ['00 02 00 * * ?', 'Daily'],
    ['00 02 00 ? * MON-FRI', 'Daily'],
    ['00 */5 00 * * ?', 'NotDaily'],
    ['00 00 1,5,9 * * ?', 'NotDaily'],
    ['00 15 00-23/1 * * ?', 'NotDaily'],
  ])('%s is %s', (cron, cycleType) => {
    expect(scheduleOf(cron).cycleType).toBe(cycleType)
  })

  it.each<[string, number | undefined]>([
    ['00 02 00 * * ?', 1440],
    ['00 */5 * * * ?', 5],
    ['00 */7 * * * ?', 4],
    ['00 0,58 * * * ?', 2],
    ['00 0,58 0,23 * * ?', 2],
    ['00 0,58 0,23 1 * ?', 58],
    ['00 50 22,23 1,L * ?', 60],
    ['00 00 0,23 1,L * ?', 60],
    ['00 00 01 ? * MON', 7 * 1440],
    ['00 00 01 ? * MON,THU', 3 * 1440],
    ['00 00 01 1,3,4 * ?', 1440],
    ['00 00 01 ? * 1,4,6', 2 * 1440],
    ['00 00 01 1 * ?', 28 * 1440],
    ['00 00 01 1 1 ?', 365 * 1440],
    ['00 00 01 29 2 ?', 1461 * 1440],
    ['00 00 01 ? * 1#1', 28 * 1440],
    ['00 00 01 ? 2 1#5', 4382 * 1440],
    ['00 00 01 30 2 ?', undefined],
  ])('%s runs at least %s minutes apart', (cron, minutes) => {
    expect(scheduleOf(cron).minIntervalMinutes).toBe(minutes)
  })

  it.each([
    ['00 00 01 30 2 ?', true],
    ['00 00 01 31 2,4,6,9,11 ?', true],
    ['00 00 01 31 2-4 ?', false],
    ['00 00 01 30,L 2 ?', false],
    ['00 00 01 29 2 ?', false],
  ])('%s never fires: %s', (cron, neverFires) => {
    expect(scheduleOf(cron).neverFires).toBe(neverFires)
  })

  it('remembers what it has read', () => {
    expect(parseCron('00 11 11 * * ?')).toBe(parseCron('00 11 11 * * ?'))
  })
})

/** Cron, field, column, length, a piece of the message, a piece of the hint. */
type BadCron = readonly [
  cron: string,
  field: string | undefined,
  column: number,
  length: number,
  said: RegExp,
  hint: RegExp,
]

const badCrons: readonly BadCron[] = [
  ['', undefined, 1, 0, /is empty/, /00 02 00 \* \* \?/],
  ['   ', undefined, 1, 0, /is empty/, /six fields/],
  ['day', 'second', 1, 3, /nickname/, /"00 00 00 \* \* \?"/],
  ['@hourly', 'second', 1, 7, /nickname/, /"00 00 \* \* \* \?"/],
  ['00,00', 'minute', 6, 0, /has 1 field, but six/, /ss mm HH dom mon dow/],
  ['00 02 00', 'day-of-month', 9, 0, /has 3 fields, but six/, /ss mm HH dom mon dow/],
  ['0 0 * * ?', 'second', 1, 1, /has 5 fields.*seconds are missing/, /write "00 00 00 \* \* \?"\./],
  // One of the two fields of days is ?, as in all examples of cron-time.md, 1.2, that set the other.
  ['0 2 * * *', 'second', 1, 1, /has 5 fields.*seconds are missing/, /write "00 00 02 \* \* \?"\./],
  ['*/30 9-18 1,15 * *', 'second', 1, 4, /has 5 fields/, /write "00 \*\/30 9-18 1,15 \* \?"\./],
  ['5 0 * * 1-5', 'second', 1, 1, /has 5 fields/, /write "00 05 00 \? \* 1-5"\./],
  ['0 2 1 * 1', 'second', 1, 1, /has 5 fields/, /fromUnixCron\("0 2 1 \* 1"\) of flowspec\/schedule translates it/],
  ['0 2 */2 * *', 'second', 1, 1, /has 5 fields/, /fromUnixCron\("0 2 \*\/2 \* \*"\)/],
  ['00 02 00 * *', 'second', 1, 2, /has 5 fields/, /If the last is missing, write "00 02 00 \* \* \?"\./],
  ['00 02 00 * * ? *', 'year', 16, 1, /year "\*" is not supported/, /startTime and endTime/],
  ['00 02 00 * * ? 2027', 'year', 16, 4, /year "2027" is not supported/, /"00 02 00 \* \* \?"/],
  ['00 00-59/10 8-17 * * * ?', 'year', 24, 1, /has 7 fields.*"\?" is too much/, /mm=00-59\/10 HH=8-17/],
  ['1 2 3 4 5 6 7 8', 'year', 13, 1, /has 8 fields.*"7 8" is too much/, /ss=1 mm=2/],
  ['TZ=Asia/Shanghai 00 02 00 * * ?', undefined, 1, 16, /time zone "TZ=Asia\/Shanghai"/, /timezone of the trigger/],
  ['00 02 00 * * ? Asia/Shanghai', undefined, 16, 13, /time zone "Asia\/Shanghai"/, /timezone of the trigger/],
  ['00\t02 00 * * ?', undefined, 3, 1, /"\\t"/, /"00 02 00 \* \* \?"/],
  ['00 02　00 * * ?', undefined, 6, 1, /"\\u3000"/, /"00 02 00 \* \* \?"/],
  ['30 02 00 * * ?', 'second', 1, 2, /second "30" has to be 00/, /Write 00/],
  ['* 02 00 * * ?', 'second', 1, 1, /second "\*" has to be 00/, /Write 00/],
  ['000 02 00 * * ?', 'second', 1, 3, /second "000"/, /Write 00/],
  ['00 60 00 * * ?', 'minute', 4, 2, /minute "60" is out of range; allowed are 0 to 59/, /mm=60/],
  ['00 005 00 * * ?', 'minute', 4, 3, /more than two digits/, /mm=005/],
  ['00 1,,2 00 * * ?', 'minute', 6, 0, /minute "1,,2" lacks a value/, /mm=1,,2/],
  ['00 5- 00 * * ?', 'minute', 6, 0, /lacks a value/, /range is 1-3/],
  ['00 -5 00 * * ?', 'minute', 4, 0, /lacks a value/, /range is 1-3/],
  ['00 1-2-3 00 * * ?', 'minute', 4, 5, /more than one -/, /range is 1-3/],
  ['00 1/2/3 00 * * ?', 'minute', 4, 5, /more than one \//, /step is 2\/5/],
  ['00 */0 00 * * ?', 'minute', 6, 1, /step "0" in minute "\*\/0" is not a whole number/, /\*\/10/],
  ['00 */ 00 * * ?', 'minute', 6, 0, /step "" in minute "\*\/"/, /\*\/10/],
  ['00 */x 00 * * ?', 'minute', 6, 1, /step "x"/, /\*\/10/],
  ['00 H 00 * * ?', 'minute', 4, 1, /Jenkins/, /mm=H/],
  ['00 HHH 00 * * ?', 'minute', 4, 3, /neither a number nor a name/, /mm=HHH/],
  ['00 02 00 LLL * ?', 'day-of-month', 10, 3, /neither a number nor a name/, /dom=LLL/],
  ['00 02 15W * * ?', 'hour', 7, 3, /nearest weekday \(W\)/, /List the days/],
  ['00 H(0-29)/10 00 * * ?', 'minute', 4, 7, /Jenkins/, /mm=H/],
  ['00 *5 00 * * ?', 'minute', 4, 2, /holds a \*/, /\*\/10/],
  ['00 ? 00 * * ?', 'minute', 4, 1, /stands only for the day/, /\* for every value/],
  ['00 1.5 00 * * ?', 'minute', 4, 3, /neither a number nor a name/, /mm=1\.5/],
  ['00 02 24 * * ?', 'hour', 7, 2, /hour "24" is out of range; allowed are 0 to 23/, /HH=24/],
  ['00 02 1,25 * * ?', 'hour', 9, 2, /value "25" in hour "1,25" is out of range/, /HH=1,25/],
  ['00 02 22-2 * * ?', 'hour', 7, 4, /runs backwards/, /22-23,0-2/],
  ['00 02 MON * * ?', 'hour', 7, 3, /neither a number nor a name/, /HH=MON/],
  ['00 02 00 0 * ?', 'day-of-month', 10, 1, /out of range; allowed are 1 to 31/, /dom=0/],
  ['00 02 00 32 * ?', 'day-of-month', 10, 2, /out of range/, /dom=32/],
  ['00 02 00 15W * ?', 'day-of-month', 10, 3, /nearest weekday \(W\)/, /List the days/],
  ['00 02 00 LW * ?', 'day-of-month', 10, 2, /nearest weekday \(W\)/, /List the days/],
  ['00 02 00 1,L-3 * ?', 'day-of-month', 12, 3, /counts back from the last day/, /1,L/],
  ['00 02 00 l * ?', 'day-of-month', 10, 1, /small l/, /"L"/],
  ['00 02 00 1,? * ?', 'day-of-month', 12, 1, /\? that is not alone/, /either \?/],
  ['00 02 00 5#2 * ?', 'day-of-month', 10, 3, /stands in the day of week alone/, /dom=5#2/],
  ['00 02 00 */40 * ?', 'day-of-month', 10, 4, /no day is left/, /step is/],
  ['00 02 00 1 13 ?', 'month', 12, 2, /out of range; allowed are 1 to 12, or JAN to DEC/, /mon=13/],
  ['00 02 00 1 JANUARY ?', 'month', 12, 7, /neither a number nor a name/, /Did you mean JAN\?/],
  ['00 02 00 1 NOV-FEB ?', 'month', 12, 7, /backwards, from 11 to 2/, /11-12,1-2/],
  ['00 02 00 1 L ?', 'month', 12, 1, /stands only in the day of month/, /mon=L/],
  ['00 02 00 ? * 8', 'day-of-week', 14, 1, /out of range; allowed are 1 \(Monday\)/, /dow=8/],
  ['00 02 00 ? * FRI-MON', 'day-of-week', 14, 7, /backwards, from 5 to 1/, /5-7,1/],
  ['00 02 00 ? * FRI-SUN', 'day-of-week', 14, 7, /backwards, from 5 to 0/, /Write 5-7/],
  ['00 02 00 ? * 7-2', 'day-of-week', 14, 3, /backwards/, /Write 7,1-2/],
  ['00 02 00 ? * L', 'day-of-week', 14, 1, /lacks the day before its L/, /6L/],
  ['00 02 00 ? * fril', 'day-of-week', 14, 4, /small l/, /"FRIL"/],
  ['00 02 00 ? * 1L,2', 'day-of-week', 14, 2, /has to stand alone/, /dow=1L,2/],
  ['00 02 00 ? * 2,1#3', 'day-of-week', 16, 3, /has to stand alone/, /dow=2,1#3/],
  ['00 02 00 ? * 5#6', 'day-of-week', 16, 1, /"6" after its #, not one of 1 to 5/, /5L is the last Friday/],
  ['00 02 00 ? * 5#', 'day-of-week', 16, 0, /"" after its #/, /5L/],
  ['00 02 00 ? * 5#1#2', 'day-of-week', 14, 5, /more than one #/, /dow=5#1#2/],
  ['00 02 00 ? * #2', 'day-of-week', 14, 0, /lacks a value/, /dow=#2/],
  ['00 02 00 ? * 9L', 'day-of-week', 14, 1, /value "9" in day of week "9L" is out of range/, /dow=9L/],
  ['00 02 00 ? * MONDAY', 'day-of-week', 14, 6, /neither a number nor a name/, /Did you mean MON\?/],
  ['00 02 00 1 * 2', 'day-of-week', 14, 1, /restricts both day of month "1" and day of week "2"/, /\? for one/],
  ['00 02 00 1-31 * MON', 'day-of-week', 17, 3, /restricts both/, /\? for one/],
  ['00 02 00 * * ？', 'day-of-week', 14, 1, /full-width/, /"\?"/],
  ['00 ０２ 00 * * ?', 'minute', 4, 2, /full-width/, /"02"/],
]

describe('a cron that cannot be used', () => {
  it.each(badCrons)('%s', (cron, field, column, length, said, hint) => {
    const result = parseCron(cron)
    expect(result.ok).toBe(false)
    expect(result.diagnostics).toHaveLength(1)
    const [diagnostic] = result.diagnostics
    expect(diagnostic).toMatchObject({ rule: 'schedule/cron-syntax', severity: 'error', path: '', column, length })
    expect(diagnostic?.field).toBe(field)
    expect(diagnostic?.message).toMatch(said)
    expect(diagnostic?.hint).toMatch(hint)
  })

  it('gives all faults at once, each once, in the order of their places', () => {
    const { diagnostics } = parseCron('30 60 1,25,26 32 13 ？')
    expect(diagnostics.map(({ field, column }) => [field, column])).toEqual([
      ['second', 1],
      ['minute', 4],
      ['hour', 9],
      ['hour', 12],
      ['day-of-month', 15],
      ['month', 18],
      ['day-of-week', 21],
    ])
  })

  it('checks the six fields of a cron with a year as well', () => {
    const { diagnostics } = parseCron('00 02 25 * * ? 2027')
    expect(diagnostics.map(({ field }) => field)).toEqual(['hour', 'year'])
  })

  it.each([5, null, undefined, {}, ['00 02 00 * * ?']])('is not text: %s', (value) => {
    // @ts-expect-error: what a caller without a compiler may pass
    const result = parseCron(value)
    expect(result).toMatchObject({ ok: false, diagnostics: [{ rule: 'schedule/cron-syntax', column: 1 }] })
  })

  it('is longer than 256 characters', () => {
    const result = parseCron(`00 ${'1,'.repeat(200)}1 00 * * ?`)
    expect(result).toMatchObject({ ok: false, diagnostics: [{ message: expect.stringMatching(/at most 256/) }] })
  })

  it('shows invisible characters in the message', () => {
    const [diagnostic] = parseCron('00 0\u200B2 00 * * ?').diagnostics
    expect(diagnostic?.message).toContain('"0\\u200b2"')
  })
})

describe('a cron that may surprise', () => {
  it.each<[string, string, string, string | undefined, number, RegExp]>([
    [
      '00 02 00 */5 * ?',
      'schedule/cron-ambiguous-step',
      'warning',
      'day-of-month',
      10,
      /5, 10, 15, … here, but 1, 6, 11 in Quartz/,
    ],
    ['00 02 00 29 2 ?', 'schedule/cron-leap-day', 'warning', 'day-of-month', 10, /leap years only/],
    ['00 */4 * * * ?', 'schedule/cron-short-interval', 'warning', 'minute', 4, /again after 4 minutes/],
    ['00 0,59 0,23 * * ?', 'schedule/cron-short-interval', 'warning', 'minute', 4, /again after 1 minute;/],
    ['00 */25 * * * ?', 'schedule/cron-uneven-step', 'info', 'minute', 4, /does not divide 60: after 50 comes 0/],
    ['00 00 00-23/5 * * ?', 'schedule/cron-uneven-step', 'info', 'hour', 7, /does not divide 24: after 20 comes 0/],
    ['00 00 00 1 */5 ?', 'schedule/cron-uneven-step', 'info', 'month', 12, /does not divide 12: after 11 comes 1/],
    ['00 00 00 1/7 * ?', 'schedule/cron-uneven-step', 'info', 'day-of-month', 10, /every month: after 29 comes 1/],
    ['00 */70 * * * ?', 'schedule/cron-uneven-step', 'warning', 'minute', 4, /means only 0/],
    ['00 00 00 ? * */7', 'schedule/cron-uneven-step', 'warning', 'day-of-week', 14, /means only 7/],
    ['00 00 00 ? * 1/2', 'schedule/cron-uneven-step', 'info', 'day-of-week', 14, /divide 7: after 7 comes 1/],
    ['00 00 00 ? * */2', 'schedule/cron-uneven-step', 'info', 'day-of-week', 14, /divide 7: after 6 comes 0/],
    ['00  02 00 * * ?', 'schedule/cron-spacing', 'warning', undefined, 3, /spaces beyond/],
    ['00 02 00 * * ? ', 'schedule/cron-spacing', 'warning', undefined, 15, /spaces beyond/],
  ])('%s', (cron, rule, severity, field, column, said) => {
    const result = parseCron(cron)
    expect(result.ok).toBe(true)
    expect(result.diagnostics).toHaveLength(1)
    const [diagnostic] = result.diagnostics
    expect(diagnostic).toMatchObject({ rule, severity, column })
    expect(diagnostic?.field).toBe(field)
    expect(diagnostic?.message).toMatch(said)
  })

  it.each([
    '00 02 00 * * ?',
    '00 */5 * * * ?',
    '00 00/10 8-17 * * ?',
    '00 00 9/3 * * ?',
    '00 10 00 1 1-12/3 ?',
    '00 00 00 30 2 ?',
  ])('%s has nothing to be said of it', (cron) => {
    expect(parseCron(cron)).toMatchObject({ ok: true, diagnostics: [] })
  })
})
