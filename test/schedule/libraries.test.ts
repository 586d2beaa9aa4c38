import { createRequire } from 'node:module'
import { CronExpressionParser } from 'cron-parser'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// What cron-parser and luxon answer is what counts: their answers are exchanged here. What was answered is remembered, so
// each test has the library anew.

type Library = typeof import('flowspec/schedule')

const luxon: typeof import('luxon') = createRequire(import.meta.url)('luxon')
const { defaultLocale } = luxon.Settings
let library: Library

beforeEach(async () => {
  vi.resetModules()
  library = await import('flowspec/schedule')
})

afterEach(() => {
  vi.restoreAllMocks()
  luxon.Settings.defaultLocale = defaultLocale
})

/** What cron-parser is asked while something runs: an item in its field, the others having one value each. */
function questionsOf(run: (library: Library) => unknown): readonly string[] {
  const asked = vi.spyOn(CronExpressionParser, 'parse')
  run(library)
  return asked.mock.calls.map(([text]) => text)
}

it('leaves the locale of luxon as its user has set it', () => {
  luxon.Settings.defaultLocale = 'fr'
  library.parseCron('00 02 00 * * ?')
  expect(luxon.Settings.defaultLocale).toBe('fr')
})

describe('cron-parser', () => {
  it.each([
    ['minute', '00 41 02 * * ?', '0 41 0 1 1 0', '0 42 0 1 1 0', { minutes: [42] }],
    ['hour', '00 02 4-5 * * ?', '0 0 4-5/1 1 1 0', '0 0 6,9 1 1 0', { hours: [6, 9] }],
    ['day of month', '00 02 00 17 * ?', '0 0 0 17 1 0', '0 0 0 18 1 0', { daysOfMonth: [18] }],
    ['last day', '00 02 00 L * ?', '0 0 0 L 1 0', '0 0 0 9 1 0', { lastDayOfMonth: false }],
    ['month', '00 02 00 1 7 ?', '0 0 0 1 7 0', '0 0 0 1 8 0', { months: [8] }],
    ['day of week', '00 02 00 ? * 3', '0 0 0 1 1 3', '0 0 0 1 1 4', { daysOfWeek: [4] }],
    ['last weekday', '00 02 00 ? * 3L', '0 0 0 1 1 3L', '0 0 0 1 1 2#4', { daysOfWeek: [2], nthDayOfWeek: 4 }],
    ['nth weekday', '00 02 00 ? * 3#1', '0 0 0 1 1 3#1', '0 0 0 1 1 5L', { daysOfWeek: [5], lastDayOfWeek: true }],
  ])('gives the %s', (_, cron, asked, answered, sets) => {
    const parse = CronExpressionParser.parse.bind(CronExpressionParser)
    vi.spyOn(CronExpressionParser, 'parse').mockImplementation((text, options) =>
      parse(text === asked ? answered : text, options),
    )
    expect(library.parseCron(cron)).toMatchObject({ ok: true, schedule: sets })
  })

  it.each([
    ['00 43 02 * * ?', '0 43 0 1 1 0', 'minute', 4, 2],
    ['00 02 4,7-8 * * ?', '0 0 7-8/1 1 1 0', 'hour', 9, 3],
    ['00 02 00 1,*/6 * ?', '0 0 0 6-31/6 1 0', 'day-of-month', 12, 3],
    ['00 02 00 ? * 4L', '0 0 0 1 1 4L', 'day-of-week', 14, 2],
  ])('is quoted where it refuses what we took: %s', (cron, asked, field, column, length) => {
    const parse = CronExpressionParser.parse.bind(CronExpressionParser)
    vi.spyOn(CronExpressionParser, 'parse').mockImplementation((text, options) => {
      if (text === asked) throw new Error('not this one')
      return parse(text, options)
    })
    const { ok, diagnostics } = library.parseCron(cron)
    expect(ok).toBe(false)
    expect(diagnostics).toHaveLength(1)
    const message = expect.stringMatching(/ is (refused by cron-parser, which says "not this one"|out of range)/)
    expect(diagnostics[0]).toMatchObject({ rule: 'schedule/cron-syntax', field, column, length, message })
  })

  it.each<[string, (from: Library) => unknown, readonly string[]]>([
    ['steps that begin before day 1', ({ parseCron }) => parseCron('00 02 00 */9 * ?'), ['0 0 0 9-31/9 1 0']],
    [
      'steps from a value on',
      ({ parseCron }) => parseCron('00 47/11 02 * * ?'),
      ['0 47 0 1 1 0', '0 47-59/11 0 1 1 0'],
    ],
    [
      'names',
      ({ parseCron }) => parseCron('00 02 00 ? * WED-fri'),
      ['0 0 0 1 1 WED', '0 0 0 1 1 fri', '0 0 0 1 1 3-5/1'],
    ],
    ['weekdays of Quartz', ({ fromQuartzCron }) => fromQuartzCron('0 5 0 ? * 5#3'), ['0 0 0 1 1 4#3']],
    [
      'a range of Quartz over the end',
      ({ fromQuartzCron }) => fromQuartzCron('0 0 19-8/7 * * ?'),
      ['0 0 19-23/7 1 1 0', '0 0 2-8/7 1 1 0'],
    ],
  ])('is asked in its own dialect: %s', (_, run, items) => {
    expect(questionsOf(run)).toEqual(expect.arrayContaining([...items]))
  })
})

describe('luxon', () => {
  it('judges the names of zones', () => {
    expect(() => library.runs({ cron: '00 02 00 * * ?', timezone: 'Europe/Vienna' }, { from: 0 })).not.toThrow()
    vi.spyOn(luxon.IANAZone, 'isValidZone').mockReturnValue(false)
    expect(() => library.runs({ cron: '00 02 00 * * ?', timezone: 'Europe/Oslo' }, { from: 0 })).toThrow(
      /Europe\/Oslo" is unknown/,
    )
  })

  it('gives the offsets', () => {
    vi.spyOn(luxon.IANAZone.prototype, 'offset').mockReturnValue(75)
    const [run] = library.runs({ cron: '00 02 00 * * ?', timezone: 'Europe/Rome' }, { from: 0, count: 1 })
    expect(run?.at).toBe('1970-01-02T00:02:00+01:15')
  })
})
