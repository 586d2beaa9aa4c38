import { isFlowSpecError } from 'flowspec'
import {
  type CronConversion,
  type CronDiagnostic,
  fromQuartzCron,
  fromUnixCron,
  parseCron,
  toQuartzCron,
} from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

type Convert = (text: string) => CronConversion

/** What a refused cron is refused for: rule, field and column of each fault. */
function refusal(convert: Convert, text: string): readonly (readonly [string, string | undefined, number])[] {
  try {
    convert(text)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    const faults = error.diagnostics as readonly CronDiagnostic[]
    return faults.map(({ rule, field, column }) => [rule.replace('schedule/cron-', ''), field, column])
  }
  throw new Error(`${text} was carried`)
}

describe('a cron of Quartz', () => {
  it.each<[quartz: string, cron: string, noted: readonly string[]]>([
    ['0 0 2 * * ?', '00 00 02 * * ?', []],
    ['0 15 10 ? * *', '00 15 10 * * ?', []],
    ['0 0/10 8-17 * * ?', '00 0/10 8-17 * * ?', []],
    ['0 /5 * * * ?', '00 */5 * * * ?', []],
    ['0 0 9 ? * 2-6', '00 00 09 ? * 1-5', ['day-of-week']],
    ['0 0 9 ? * 1', '00 00 09 ? * 7', ['day-of-week']],
    ['0 0 9 ? * 1,7', '00 00 09 ? * 6,7', ['day-of-week']],
    ['0 0 9 ? * MON-FRI', '00 00 09 ? * MON-FRI', []],
    ['0 0 9 ? * mon', '00 00 09 ? * MON', []],
    ['0 0 9 ? * FRI-MON', '00 00 09 ? * 1,5-7', ['day-of-week']],
    ['0 0 9 ? * SAT-SUN', '00 00 09 ? * 6,7', ['day-of-week']],
    ['0 0 9 ? * MON-SUN', '00 00 09 * * ?', []],
    ['0 0 9 ? * 2/2', '00 00 09 ? * 1,3,5', ['day-of-week']],
    ['0 0 9 ? * 6L', '00 00 09 ? * 5L', ['day-of-week']],
    ['0 0 9 ? * FRIL', '00 00 09 ? * FRIL', []],
    ['0 0 9 ? * 6#3', '00 00 09 ? * 5#3', ['day-of-week']],
    ['0 0 9 ? * SAT#5', '00 00 09 ? * SAT#5', []],
    ['0 0 9 ? * L', '00 00 09 ? * 6', ['day-of-week']],
    ['0 0 22-2 * * ?', '00 00 0-2,22,23 * * ?', ['hour']],
    ['0 0 22-2/2 * * ?', '00 00 0,2,22 * * ?', ['hour']],
    ['0 0 23-7/3 * * ?', '00 00 2,5,23 * * ?', ['hour']],
    ['0 0 22-2/5 * * ?', '00 00 22 * * ?', ['hour']],
    ['0 0 9 ? * SAT-TUE/2', '00 00 09 ? * 1,6', ['day-of-week']],
    ['0 0 9 ? * */2', '00 00 09 ? * */2', []],
    ['0 0 9 ? * 01,07', '00 00 09 ? * 6,7', ['day-of-week']],
    ['0 0/59 0/23 1/31 * ?', '00 0/59 0/23 1/31 * ?', []],
    ['0 0 0 1 1/12 ?', '00 00 00 1 1/12 ?', []],
    ['0 0 0 30-2/2 * ?', '00 00 00 1,30 * ?', ['day-of-month']],
    ['0 50-10/5 0 * * ?', '00 0,5,10,50,55 00 * * ?', ['minute']],
    ['0 0 0 24-7 * ?', '00 00 00 1-7,24-31 * ?', ['day-of-month']],
    ['0 0 0 1 NOV-FEB ?', '00 00 00 1 1,2,11,12 ?', ['month']],
    ['0 0 0 */5 * ?', '00 00 00 1,6,11,16,21,26,31 * ?', ['day-of-month']],
    ['0 0 0 1/5 * ?', '00 00 00 1/5 * ?', []],
    ['0 0 0 L,1 * ?', '00 00 00 L,1 * ?', []],
    ['0 0 0 1 */3 ?', '00 00 00 1 */3 ?', []],
    ['0 0 0 1 JAN,JUL ? *', '00 00 00 1 JAN,JUL ?', ['year']],
    ['0\t0   0 1 1/1 ?', '00 00 00 1 1/1 ?', []],
  ])('%s is %s here', (quartz, cron, noted) => {
    const carried = fromQuartzCron(quartz)
    expect(carried.cron).toBe(cron)
    expect(carried.notes.map(({ field }) => field)).toEqual(noted)
    expect(parseCron(carried.cron).ok).toBe(true)
  })

  it('notes what stood there, what stands there now, and why', () => {
    expect(fromQuartzCron('0 0 9 ? * 2-6').notes).toEqual([
      {
        field: 'day-of-week',
        message:
          'The day of week "2-6" is written "1-5": Quartz counts days from Sunday, 1, and DataWorks from Monday, 1.',
      },
    ])
    expect(fromQuartzCron('0 0 22-2 * * ?').notes[0]?.message).toMatch(/no range runs over the end/)
    expect(fromQuartzCron('0 0 0 */5 * ?').notes[0]?.message).toMatch(/begin with day 1 in Quartz/)
    expect(fromQuartzCron('0 0 0 ? * L').notes[0]?.message).toMatch(/L alone is Saturday/)
    expect(fromQuartzCron('0 0 0 * * ? *').notes[0]?.message).toMatch(/year "\*" is left out/)
  })

  it.each<[quartz: string, refused: readonly (readonly [string, string | undefined, number])[]]>([
    ['30 0 9 * * ?', [['not-carried', 'second', 1]]],
    ['0/20 * * * * ?', [['not-carried', 'second', 1]]],
    ['* * * * * ?', [['not-carried', 'second', 1]]],
    ['0 0 9 LW * ?', [['not-carried', 'day-of-month', 7]]],
    ['0 0 9 15W * ?', [['not-carried', 'day-of-month', 7]]],
    ['0 0 9 1,15w * ?', [['not-carried', 'day-of-month', 9]]],
    ['0 0 9 L-3 * ?', [['not-carried', 'day-of-month', 7]]],
    ['0 0 9 * * ? 2027', [['not-carried', 'year', 13]]],
    ['0 0 9 * * ? 2026-2030', [['not-carried', 'year', 13]]],
    [
      '5 0 9 L-1W * ? 2027',
      [
        ['not-carried', 'second', 1],
        ['not-carried', 'day-of-month', 7],
        ['not-carried', 'year', 16],
      ],
    ],
    ['0 0 9 * * MON', [['syntax', 'day-of-week', 11]]],
    ['0 0 9 * * *', [['syntax', 'day-of-week', 11]]],
    ['0 0 9 ? * ?', [['syntax', 'day-of-week', 11]]],
    ['0 0 9 1 * 2', [['syntax', 'day-of-week', 11]]],
    ['0 60 9 * * ?', [['syntax', 'minute', 3]]],
    ['0 0/120 8-18 ? * 2-6', [['syntax', 'minute', 5]]],
    ['0 0 0/ ? * 2-6', [['syntax', 'hour', 7]]],
    ['0 0 1/2/3 * * ?', [['syntax', 'hour', 5]]],
    ['0 0 1-2-3 * * ?', [['syntax', 'hour', 5]]],
    ['0 0 2 ? * 0/7 *', [['syntax', 'day-of-week', 11]]],
    ['0 0 2 ? * 1/8 *', [['syntax', 'day-of-week', 13]]],
    ['0 0/60 2 * * ?', [['syntax', 'minute', 5]]],
    ['0 0 0/24 * * ?', [['syntax', 'hour', 7]]],
    ['0 0 0 1/32 * ?', [['syntax', 'day-of-month', 9]]],
    ['0 0 0 1 1/13 ?', [['syntax', 'month', 11]]],
    ['0 0 2 ? * 8', [['syntax', 'day-of-week', 11]]],
    ['0 0 2 ? * 10', [['syntax', 'day-of-week', 11]]],
    ['0 0 15W * * ?', [['syntax', 'hour', 5]]],
    ['0 0 2 WED * ?', [['syntax', 'day-of-month', 7]]],
    ['0 43 9 ? * SAT,SUN,L', [['syntax', 'day-of-week', 20]]],
    ['0 0 2 ? * 6#6', [['syntax', 'day-of-week', 13]]],
    ['0 0 2 ? * 6#1#2', [['syntax', 'day-of-week', 11]]],
    ['0 0 2 1 FOO ?', [['syntax', 'month', 9]]],
    ['0 0 * * ?', [['syntax', 'second', 9]]],
    ['0 15 10 * * ? 2005 *', [['syntax', undefined, 20]]],
    ['', [['syntax', undefined, 1]]],
  ])('%s is refused', (quartz, refused) => {
    expect(refusal(fromQuartzCron, quartz)).toEqual(refused)
  })

  it.each([null, 5, 'x'.repeat(300)])('is text of a bounded length, not %s', (value) => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(refusal(fromQuartzCron, value)).toEqual([['syntax', undefined, 1]])
  })
})

describe('a cron of Unix', () => {
  it.each<[unix: string, cron: string, noted: readonly string[]]>([
    ['30 2 * * *', '00 30 02 * * ?', []],
    ['*/15 * * * *', '00 */15 * * * ?', []],
    ['0 9 * * 1-5', '00 00 09 ? * 1-5', []],
    ['0 9 * * 0', '00 00 09 ? * 0', []],
    ['0 9 * * sun', '00 00 09 ? * SUN', []],
    ['0 9 * * fri-mon', '00 00 09 ? * 1,5-7', ['day-of-week']],
    ['0 9 * * 5-7', '00 00 09 ? * 5-7', []],
    ['0 9 * * 7-2', '00 00 09 ? * 1,2,7', ['day-of-week']],
    ['0 9 * * 6-3/2', '00 00 09 ? * 1,3,6', ['day-of-week']],
    ['0 9 1,15 * *', '00 00 09 1,15 * ?', []],
    ['0 9 */5 * *', '00 00 09 1,6,11,16,21,26,31 * ?', ['day-of-month']],
    ['0 22-2 * jan-mar *', '00 00 0-2,22,23 * JAN-MAR ?', ['hour']],
    ['5/20 * * * *', '00 5/20 * * * ?', ['minute']],
    ['0 0 ? * 1', '00 00 00 ? * 1', []],
    ['@hourly', '00 00 * * * ?', []],
    ['@daily', '00 00 00 * * ?', []],
    ['@weekly', '00 00 00 ? * 0', []],
    ['@monthly', '00 00 00 1 * ?', []],
    ['@Yearly', '00 00 00 1 1 ?', []],
  ])('%s is %s here', (unix, cron, noted) => {
    const carried = fromUnixCron(unix)
    expect(carried.cron).toBe(cron)
    expect(carried.notes.map(({ field }) => field)).toEqual(noted)
    expect(parseCron(carried.cron).ok).toBe(true)
  })

  it.each<[unix: string, refused: readonly (readonly [string, string | undefined, number])[]]>([
    ['0 0 1 * 1', [['not-carried', 'day-of-week', 9]]],
    ['0 0 */2 * 1', [['not-carried', 'day-of-week', 11]]],
    ['0 0 * * L', [['syntax', 'day-of-week', 9]]],
    ['0 24 * * *', [['syntax', 'hour', 3]]],
    ['0 0 15W * *', [['not-carried', 'day-of-month', 5]]],
    ['H 0 * * *', [['syntax', 'minute', 1]]],
    ['0 2 * * * /usr/bin/report', [['syntax', undefined, 11]]],
    ['CRON_TZ=UTC 0 2 * * *', [['syntax', undefined, 21]]],
    ['0 0 2 * * ?', [['syntax', undefined, 11]]],
    ['@reboot', [['syntax', undefined, 1]]],
    ['', [['syntax', undefined, 1]]],
  ])('%s is refused', (unix, refused) => {
    expect(refusal(fromUnixCron, unix)).toEqual(refused)
  })
})

describe('a cron of DataWorks in Quartz', () => {
  it.each<[cron: string, quartz: string, noted: readonly string[]]>([
    ['00 30 02 * * ?', '00 30 02 * * ?', []],
    ['00 30 02 ? * *', '00 30 02 * * ?', []],
    ['00 00 03 ? * 1,5', '00 00 03 ? * 2,6', ['day-of-week']],
    ['00 00 03 * * 6-7', '00 00 03 ? * 1,7', ['day-of-week']],
    ['00 00 03 ? * MON-FRI', '00 00 03 ? * MON-FRI', []],
    ['00 00 03 ? * 5L', '00 00 03 ? * 6L', ['day-of-week']],
    ['00 00 03 ? * 0#2', '00 00 03 ? * 1#2', ['day-of-week']],
    ['00 00 03 */5 * ?', '00 00 03 5,10,15,20,25,30 * ?', ['day-of-month']],
    ['00 */70 * * * ?', '00 00 * * * ?', ['minute']],
    ['00 00 03 1,L * ?', '00 00 03 1,L * ?', ['day-of-month']],
    ['00 00 03 L * ?', '00 00 03 L * ?', []],
  ])('%s is %s', (cron, quartz, noted) => {
    const carried = toQuartzCron(cron)
    expect(carried.cron).toBe(quartz)
    expect(carried.notes.map(({ field }) => field)).toEqual(noted)
  })

  it('is refused when it is none', () => {
    expect(refusal(toQuartzCron, '00 02 25 * * ?')).toEqual([['syntax', 'hour', 7]])
  })
})
