import fc from 'fast-check'
import { type RunsTrigger, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'
import { arbitraryCron } from './arbitrary-cron.ts'

interface Days {
  readonly cron: string
  readonly timezone?: string
  readonly from: string
  readonly to: string
}

/** The runs of a span, a dry run in brackets. */
function shown({ cron, timezone, from, to }: Days, everyDay: boolean): string[] {
  return [...runs({ cron, timezone }, { from, to, everyDay })].map(({ wallClock, dryRun }) => {
    const text = wallClock.slice(5, 16)
    return dryRun ? `(${text})` : text
  })
}

const shanghai = { from: '2026-01-01T00:00:00+08:00', to: '2026-01-06T23:59:59+08:00' }

describe('a run on every day', () => {
  it.each<[string, Days, string[]]>([
    [
      'of a weekly schedule: Mondays run, 2026-01-05 is one',
      { cron: '00 00 02 ? * MON', ...shanghai },
      ['(01-01 02:00)', '(01-02 02:00)', '(01-03 02:00)', '(01-04 02:00)', '01-05 02:00', '(01-06 02:00)'],
    ],
    [
      'of a monthly schedule',
      { cron: '00 30 01 1,L * ?', from: '2026-01-30T00:00:00+08:00', to: '2026-02-02T23:59:59+08:00' },
      ['(01-30 01:30)', '01-31 01:30', '02-01 01:30', '(02-02 01:30)'],
    ],
    [
      'of a yearly schedule, in a month that it does not name',
      { cron: '00 30 01 1 7 ?', from: '2026-01-01T00:00:00+08:00', to: '2026-01-02T23:59:59+08:00' },
      ['(01-01 01:30)', '(01-02 01:30)'],
    ],
    [
      'of the last Friday of a month',
      { cron: '00 00 02 ? * 5L', from: '2026-01-29T00:00:00+08:00', to: '2026-01-31T23:59:59+08:00' },
      ['(01-29 02:00)', '01-30 02:00', '(01-31 02:00)'],
    ],
    [
      'of a daily schedule: nothing is added',
      { cron: '00 00 22 * * ?', ...shanghai, to: '2026-01-01T23:59:59+08:00' },
      ['01-01 22:00'],
    ],
    [
      'whose time a clock change skips, on a day that is not named: moved, and a dry run all the same',
      {
        cron: '00 30 02 ? * MON',
        timezone: 'America/New_York',
        from: '2026-03-08T00:00:00-05:00',
        to: '2026-03-09T23:59:59-04:00',
      },
      ['(03-08 03:30)', '03-09 02:30'],
    ],
    [
      'after a day that the zone skipped: one for the day there is',
      {
        cron: '00 00 02 ? * MON',
        timezone: 'Pacific/Apia',
        from: '2011-12-29T00:00:00-10:00',
        to: '2011-12-31T23:59:59+14:00',
      },
      ['(12-29 02:00)', '(12-31 02:00)'],
    ],
    ['of a cron that never fires', { cron: '00 00 02 30 2 ?', ...shanghai }, []],
  ])('%s', (_, days, expected) => {
    expect(shown(days, true)).toEqual(expected)
  })

  it('is given on request only', () => {
    expect(shown({ cron: '00 00 02 ? * MON', ...shanghai }, false)).toEqual(['01-05 02:00'])
  })

  it('keeps to the window', () => {
    const trigger: RunsTrigger = {
      cron: '00 00 02 ? * MON',
      startTime: '2026-01-03 00:00:00',
      endTime: '2026-01-04 23:59:59',
    }
    const given = [...runs(trigger, { ...shanghai, everyDay: true })]
    expect(given.map(({ wallClock }) => wallClock)).toEqual(['2026-01-03 02:00:00', '2026-01-04 02:00:00'])
  })

  it('leaves every run of the schedule as it is, and adds dry runs only', () => {
    const zones = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Europe/London',
      'Australia/Lord_Howe',
      'Pacific/Apia',
    )
    const instants = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2035, 0, 1) })
    fc.assert(
      fc.property(arbitraryCron, zones, instants, (cron, timezone, from) => {
        const range = { from, to: from + 40 * 86_400_000, count: 2000 }
        const every = [...runs({ cron, timezone }, { ...range, everyDay: true })]
        const last = every.length < 2000 ? range.to : Date.parse(every.at(-1)?.at ?? '')
        const named = [...runs({ cron, timezone }, { from, to: last })]
        const isNamed = new Set(named.map(({ at }) => at))
        expect(every.filter(({ at }) => isNamed.has(at))).toEqual(named)
        for (const { at, dryRun } of every) if (!isNamed.has(at)) expect(dryRun).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a node that counts as an hourly one although it runs once a day', () => {
  it('loses the run that a clock change skips', () => {
    const range = { from: '2026-03-08T00:00:00-05:00', to: '2026-03-08T23:59:59-04:00' }
    const trigger: RunsTrigger = { cron: '00 30 02 * * ?', timezone: 'America/New_York' }
    expect([...runs(trigger, range)]).toMatchObject([{ wallClock: '2026-03-08 03:30:00', dryRun: true }])
    expect([...runs({ ...trigger, cycleType: 'Daily' }, range)]).toHaveLength(1)
    expect([...runs({ ...trigger, cycleType: 'NotDaily' }, range)]).toEqual([])
  })
})

describe('the offset of a run', () => {
  it.each([
    ['Asia/Shanghai', '2026-07-01T00:00:00Z', '+08:00'],
    ['UTC', '2026-07-01T00:00:00Z', 'Z'],
    ['America/New_York', '2026-01-01T00:00:00Z', '-05:00'],
    ['America/New_York', '2026-07-01T00:00:00Z', '-04:00'],
    ['Australia/Lord_Howe', '2026-07-01T00:00:00Z', '+10:30'],
  ])('in %s after %s', (timezone, from, offset) => {
    const [run] = runs({ cron: '00 30 05 * * ?', timezone }, { from, count: 1 })
    expect(run?.offset).toBe(offset)
    expect(run?.at).toBe(`${run?.wallClock.replace(' ', 'T')}${offset}`)
  })
})
