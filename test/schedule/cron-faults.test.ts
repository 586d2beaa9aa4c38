import { describeCron, parseCron, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { acceptCron } from '../../src/schedule/cron/accepted-cron.ts'

/** What is said of a cron: each diagnostic as its rule, place and message. */
function saidOf(cron: string): readonly string[] {
  return parseCron(cron).diagnostics.map(({ rule, column, message }) => `${rule} at ${column}: ${message}`)
}

describe('the message about a cron', () => {
  /** An item of a list is named with its field; what fills its field alone is named as the field. */
  it.each([
    ['00 60 00 * * ?', /The minute "60" is out of range/],
    ['00 1,60 00 * * ?', /The value "60" in minute "1,60" is out of range/],
    ['00 1/2/3,5 00 * * ?', /The item "1\/2\/3" in minute "1\/2\/3,5" has more than one \//],
    ['00 1-2-3,5 00 * * ?', /The range "1-2-3" in minute "1-2-3,5" has more than one -/],
    ['00 00 22-2,5 * * ?', /The range "22-2" in hour "22-2,5" runs backwards, from 22 to 2/],
    ['00 02 00 */40,5 * ?', /The item "\*\/40" in day of month "\*\/40,5" has so long a step that no day is left/],
    ['00 02 00 L-3,5 * ?', /The item "L-3" in day of month "L-3,5" counts back/],
    ['00 02 00 ? * 1,5L', /The item "5L" in day of week "1,5L" has to stand alone/],
    ['00 02 00 ? * 5#1#2', /The day of week "5#1#2" has more than one #/],
    ['00 02 00 ? * 5#6', /The day of week "5#6" has "6" after its #/],
    ['00 02 00 ? * L', /The day of week "L" lacks the day before its L/],
    ['00 1,,2 00 * * ?', /The minute "1,,2" lacks a value/],
    ['00 */0 00 * * ?', /The step "0" in minute "\*\/0" is not a whole number from 1; allowed/],
    ['00 02 00 * * ？', /The day of week "？" has full-width characters\.$/],
    ['00 */70,5 00 * * ?', /The item "\*\/70" in minute "\*\/70,5" has so long a step that it means only 0\.$/],
    ['00 */25,5 00 * * ?', /The item "\*\/25" in minute "\*\/25,5" has a step that does not divide 60/],
  ])('%s names the place', (cron, said) => {
    expect(saidOf(cron).join('\n')).toMatch(said)
  })

  it.each([
    ['00 00 22-0 * * ?', 'Write 22-23,0.'],
    ['00 00 23-1 * * ?', 'Write 23,0-1.'],
    ['00 02 00 ? * FRI-SUN', 'Write 5-7.'],
    ['00 02 00 ? * SUN-SAT', undefined],
    ['00 02 00 */5 * ?', 'Write the days as a list: 5,10,15,20,25,30.'],
    ['00 */70 * * * ?', 'Write 0, or a shorter step.'],
    ['00 02 00 1 XQZ ?', 'A list is 1,3, a range is 1-3, a step is 2/5.'],
    ['00 02 00 1 FBE ?', 'Did you mean FEB?'],
    ['00 02 00 ? * 5l', 'Write "5L".'],
    ['00 02 00 ? * fril', 'Write "FRIL".'],
  ])('%s says the way out: %s', (cron, hint) => {
    const given = parseCron(cron).diagnostics[0]?.hint
    expect(given?.replace(/ The fields read .*$/, '')).toBe(hint)
  })

  it.each([
    ['00 02 00 */15 * ?', 'the days 15, 30 here, but 1, 16, 31 in Quartz'],
    ['00 02 00 */20 * ?', 'the days 20 here, but 1, 21 in Quartz'],
    ['00 02 00 */31 * ?', 'the days 31 here, but 1 in Quartz'],
  ])('%s means %s', (cron, said) => {
    expect(saidOf(cron)[0]).toContain(said)
  })

  it.each([
    ['00 02 00 1 1JAN ?', 12, /"1JAN" is neither a number nor a name/],
    ['00 02 00 1 JANFEB ?', 12, /"JANFEB" is neither a number nor a name/],
    ['00 02 00 1 JAX ?', 12, /"JAX" is neither a number nor a name/],
    ['00 02 00 123W * ?', 10, /"123W" is neither a number nor a name/],
    ['00 02 00 XL-3 * ?', 10, /"XL" in day of month "XL-3" is neither/],
    ['00 02 00 1 5l ?', 12, /"5l" is neither/],
    ['00 02 00 ? * 15l', 14, /"15l" is neither/],
    ['00 02 00 ? * xfril', 14, /"xfril" is neither/],
    ['00 02 00 ? * fril1', 14, /"fril1" is neither/],
    ['00 02 00 ? * 1,?', 16, /\? that is not alone/],
    ['00 02 00 ? * 5#02', 16, /"02" after its #/],
    ['00 02 00 ? * 5#12', 16, /"12" after its #/],
    ['00 02 00 ? * 5#2x', 16, /"2x" after its #/],
    ['00 */+5 00 * * ?', 6, /step "\+5" .* is not a whole number/],
    ['00 */1e1 00 * * ?', 6, /step "1e1" .* is not a whole number/],
    ['00 */1.5 00 * * ?', 6, /step "1\.5" .* is not a whole number/],
    ['00 02 00 * * ? 2027 *', 16, /has 8 fields.*"2027 \*" is too much/],
    ['00 02 00 * * ? 7', 16, /has 7 fields.*"7" is too much/],
    ['00 02 00 * * ? x*', 16, /has 7 fields.*"x\*" is too much/],
    ['00 02 00 * * ? XTZ=UTC', 16, /"XTZ=UTC" is too much/],
    ['00 02 00 * * ? 2Asia/Shanghai', 16, /"2Asia\/Shanghai" is too much/],
    ['00 02 00 * * ? Asia/Shanghai2', 16, /"Asia\/Shanghai2" is too much/],
  ])('%s is one, and says what is wrong', (cron, column, said) => {
    const { ok, diagnostics } = parseCron(cron)
    expect(ok).toBe(false)
    expect(diagnostics).toMatchObject([{ column, message: expect.stringMatching(said) }])
  })

  it('shows which value of too many landed where', () => {
    expect(parseCron('00 02 00 * * ? 2027 x').diagnostics[0]?.hint).toContain(
      'ss=00 mm=02 HH=00 dom=* mon=* dow=? more=2027 more=x',
    )
  })

  /** Sources: crontab(5) for the words with @; `day` stands in documents of the oldest version. */
  it.each([
    ['@hourly', '00 00 * * * ?'],
    ['@daily', '00 00 00 * * ?'],
    ['@midnight', '00 00 00 * * ?'],
    ['@weekly', '00 00 00 ? * 7'],
    ['@monthly', '00 00 00 1 * ?'],
    ['@yearly', '00 00 00 1 1 ?'],
    ['@annually', '00 00 00 1 1 ?'],
    ['day', '00 00 00 * * ?'],
  ])('%s is a nickname of %s', (nickname, cron) => {
    expect(parseCron(nickname).diagnostics).toMatchObject([{ hint: `Write "${cron}".` }])
    expect(parseCron(cron).ok).toBe(true)
  })

  it('has a field and a hint only where there is one', () => {
    expect(parseCron('').diagnostics.map((one) => Object.hasOwn(one, 'field'))).toEqual([false])
    expect(parseCron('00 60 00 * * ?').diagnostics.map((one) => Object.hasOwn(one, 'field'))).toEqual([true])
  })

  it('says of what is no text what it is, and has no place', () => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(parseCron(5).diagnostics).toMatchObject([{ message: 'The cron has to be text, but is 5.', length: 0 }])
  })

  it('is about at most 256 characters', () => {
    const long = `00 ${'1,'.repeat(121)}01 00 * * ?`
    expect([long.length, parseCron(long).ok]).toEqual([256, true])
    expect(saidOf(`${long} `)).toEqual([
      'schedule/cron-syntax at 1: The cron has 257 characters; at most 256 are read.',
    ])
  })
})

describe('a cron that can be used', () => {
  it.each([
    ['00 0-30/7 * * * ?'],
    ['00 10/7 8 * * ?'],
    ['00 7/7 8 * * ?'],
    ['00 0-56/7 8 * * ?'],
    ['00 */5 * * * ?'],
    ['00 00 00-12/5 * * ?'],
  ])('%s has nothing to be said of it', (cron) => {
    expect(saidOf(cron)).toEqual([])
  })

  it.each([
    [' 00 02 00 * * ?', 1],
    ['00 02 00 * * ?  ', 15],
    ['00 02 00 *   * ?', 11],
  ])('%j has more than single spaces', (cron, column) => {
    expect(parseCron(cron)).toMatchObject({ ok: true, diagnostics: [{ rule: 'schedule/cron-spacing', column }] })
  })
})

/** Source: crons with the year of Quartz stand in official test documents, and the service takes them. */
describe('a year that allows every year', () => {
  it.each([
    ['00 02 00 * * ? *', 16, '00 02 00 * * ?'],
    ['0 0 3 * * ? *', 13, '0 0 3 * * ?'],
    ['00 */10 * * * ?   *  ', 19, '00 */10 * * * ?'],
  ])('is read over with a warning in %j', (cron, column, six) => {
    const result = acceptCron(cron)
    expect(result).toMatchObject({ ok: true, schedule: { text: six } })
    expect(result.diagnostics).toMatchObject([
      { rule: 'schedule/cron-syntax', severity: 'warning', path: '', field: 'year', column, length: 1 },
    ])
    expect(result.diagnostics[0]?.hint).toBe(`Write "${six}".`)
    expect(describeCron(cron)).toBe(describeCron(six))
    expect([result, result.diagnostics, result.diagnostics[0]].every((part) => Object.isFrozen(part))).toBe(true)
  })

  it('leaves the other remarks and faults as they are', () => {
    const rules = (cron: string): readonly string[] =>
      acceptCron(cron).diagnostics.map(({ rule, field }) => `${rule} ${field}`)
    expect(rules('00 */4 * * * ? *')).toEqual(['schedule/cron-syntax year', 'schedule/cron-short-interval minute'])
    expect(rules('00 60 * * * ? *')).toEqual(['schedule/cron-syntax year', 'schedule/cron-syntax minute'])
  })

  it.each([
    ['00 02 00 * * ? 2027', /year "2027" is not supported/],
    ['00 02 00 * * ? **', /year "\*\*" is not supported/],
    ['00 02 00 * * ? * *', /"\* \*" is too much/],
    ['02 00 * * ? *', /second "02" has to be 00/],
    ['00 02 00 * *  *', /^(?!.*year)/],
  ])('is not what %s has', (cron, said) => {
    expect(
      acceptCron(cron)
        .diagnostics.map(({ message }) => message)
        .join('\n'),
    ).toMatch(said)
  })

  it('is read in texts of a bounded length', () => {
    const cron = (spaces: number): string => `00 02 00 * * ?${' '.repeat(spaces)}*`
    expect([cron(241).length, acceptCron(cron(241)).ok]).toEqual([256, true])
    expect(acceptCron(cron(242))).toMatchObject({
      ok: false,
      diagnostics: [{ message: expect.stringMatching(/at most 256/) }],
    })
  })

  it.each([null, 5, {}])('is in no cron that is %s', (cron) => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(() => runs({ cron }, { from: 0 })).toThrow(/has to be text/)
  })
})

// The cron page of Quartz counts days of the week from 1, Sunday: 2-6 is Monday to Friday there, and Tuesday to Saturday here.
it.each([
  ['0 0 2 ? * 2-6 2026', /day 1 of the week is Sunday.*fromQuartzCron\("0 0 2 \? \* 2-6"\)/],
  ['0 0 2 ? * 6#3 *', /fromQuartzCron\("0 0 2 \? \* 6#3"\)/],
  ['0 0 2 */2 * ? 2026', /fromQuartzCron\("0 0 2 \*\/2 \* \?"\)/],
  ['0 0 2 ? * MON-FRI 2026', /^Leave the year out, "0 0 2 \? \* MON-FRI"/],
])('what is said of the year of %s leads to the days that were meant', (cron, hint) => {
  const result = parseCron(cron)
  expect(result.ok).toBe(false)
  expect(result.diagnostics.find(({ message }) => message.includes('the year'))?.hint).toMatch(hint)
})

it('what is said of a year that allows every one asks whose days are meant', () => {
  const [found] = acceptCron('0 0 2 ? * 2-6 *').diagnostics
  expect(found?.hint).toBe(
    'Write "0 0 2 ? * 2-6". Of a cron of Quartz, where day 1 of the week is Sunday, write what fromQuartzCron gives.',
  )
})
