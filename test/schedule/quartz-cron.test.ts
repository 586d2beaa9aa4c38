import { fromQuartzCron, parseCron, toQuartzCron } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { faultsOf, refusal } from './refused-cron.ts'

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
    ['0 0 0 */10,L * ?', '00 00 00 1,11,21,31,L * ?', ['day-of-month']],
    ['0 0 22-21 * * ?', '00 00 * * * ?', ['hour']],
    ['0 50-49 0 * * ?', '00 * 00 * * ?', ['minute']],
    ['0 0 22-2,0-23 * * ?', '00 00 * * * ?', ['hour']],
    ['0 0 0 1 JUL-JUN ?', '00 00 00 1 * ?', ['month']],
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
    expect(fromQuartzCron('0 0 0 * * ? *').notes[0]?.message).toMatch(/year "\*" is left out/)
  })

  const counting = 'Quartz counts days from Sunday, 1, and DataWorks from Monday, 1'
  const wrapping = 'in DataWorks no range runs over the end of its field'
  const beginning = 'the steps of * begin with day 1 in Quartz, and before it, with 0, in DataWorks'

  it.each<[quartz: string, reason: string]>([
    ['0 0 9 ? * 2-2', counting],
    ['0 0 9 ? * 6-2', `${counting}; ${wrapping}`],
    ['0 0 9 ? * L', `${counting}; L alone is Saturday in Quartz`],
    ['0 0 22-2 * * ?', wrapping],
    ['0 0 */6,22-2 * * ?', wrapping],
    ['0 0 0 24-7 * ?', wrapping],
    ['0 0 0 */5 * ?', beginning],
  ])('%s is written in another way because %s', (quartz, reason) => {
    expect(fromQuartzCron(quartz).notes.map(({ message }) => message.replace(/^The .* is written ".*": /, ''))).toEqual(
      [`${reason}.`],
    )
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

  it.each<[quartz: string, said: RegExp, hint: RegExp]>([
    ['0 0 9 ? * ?', /which has \? in both day of month "\?" and day of week "\?"/, /Write \? for the one/],
    ['0 0 9 1 * 2', /which needs \? in one of day of month "1" and day of week "2"/, /Write \? for the one/],
    ['0 0 * * ?', /but this one has 5/, /If it is a Unix cron, use fromUnixCron/],
    ['0 0 * ?', /but this one has 4/, /An example is "0 0 9 \? \* MON-FRI"/],
    ['0 0 9 * * ? * *', /but this one has 8/, /An example is/],
    ['0 0/60 2 * * ?', /"60" in minute "0\/60" is not a whole number from 1 to 59;/, /A step is/],
  ])('%s is refused, and said why', (quartz, said, hint) => {
    const [fault] = faultsOf(fromQuartzCron, quartz)
    expect(fault?.message).toMatch(said)
    expect(fault?.hint).toMatch(hint)
  })

  it.each<[value: unknown, said: string]>([
    [null, 'The Quartz cron has to be text, but is null.'],
    [5, 'The Quartz cron has to be text, but is 5.'],
    ['x'.repeat(257), 'The Quartz cron has 257 characters; at most 256 are read.'],
  ])('is text of a bounded length, not %s', (value, said) => {
    // @ts-expect-error: what a caller without a compiler may pass
    const faults = faultsOf(fromQuartzCron, value)
    expect(faults).toMatchObject([{ message: said, column: 1, length: 0 }])
    expect(faults.some((fault) => Object.hasOwn(fault, 'hint'))).toBe(false)
  })

  it('may be as long as 256 characters', () => {
    expect(fromQuartzCron(`0 0 2 * * ?${' '.repeat(245)}`).cron).toBe('00 00 02 * * ?')
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

  it.each<[cron: string, message: string]>([
    [
      '00 00 03 ? * 1,5',
      'The day of week "1,5" is written "2,6": Quartz counts days from Sunday, 1, and DataWorks from Monday, 1.',
    ],
    ['00 00 03 */10 * ?', 'The day of month "*/10" is written "10,20,30": the steps of * begin with day 1 in Quartz.'],
    ['00 00 03 1/40 * ?', 'The day of month "1/40" is written "1": Quartz refuses a step longer than the field.'],
    ['00 */70 * * * ?', 'The minute "*/70" is written "0": Quartz refuses a step longer than the field.'],
    ['00 00 03 1,L * ?', 'The day of month "1,L" has L in a list, which Quartz 2.3 refuses and later versions take.'],
  ])('%s is noted: %s', (cron, message) => {
    expect(toQuartzCron(cron).notes.map((note) => note.message)).toEqual([message])
  })

  it('is refused when it is none', () => {
    expect(refusal(toQuartzCron, '00 02 25 * * ?')).toEqual([['syntax', 'hour', 7]])
  })
})
