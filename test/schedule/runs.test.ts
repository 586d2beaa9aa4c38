import { branch, isFlowSpecError, project, virtual, workflow } from 'flowspec'
import { type RunsRange, type RunsTrigger, runs } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

const daily: RunsTrigger = { cron: '00 30 02 * * ?', timezone: 'Asia/Shanghai' }
const january = '2026-01-01T00:00:00+08:00'

function times(trigger: RunsTrigger, range: RunsRange): string[] {
  return [...runs(trigger, range)].map((run) => run.at)
}

describe('the runs of a schedule', () => {
  it('have an instant, a wall clock and a business date', () => {
    expect([...runs(daily, { from: january, count: 1 })]).toEqual([
      {
        at: '2026-01-01T02:30:00+08:00',
        wallClock: '2026-01-01 02:30:00',
        offset: '+08:00',
        businessDate: '2025-12-31',
        dryRun: false,
        overlap: false,
      },
    ])
  })

  it('are in Asia/Shanghai when no zone is said', () => {
    expect(times({ cron: daily.cron }, { from: january, count: 1 })).toEqual(['2026-01-01T02:30:00+08:00'])
  })

  it('take GMT+8 as a fixed offset', () => {
    expect(times({ cron: daily.cron, timezone: 'GMT+8' }, { from: january, count: 1 })).toEqual([
      '2026-01-01T02:30:00+08:00',
    ])
  })

  it.each([
    ['after from, not at it', { from: '2026-01-01T02:30:00+08:00', count: 1 }, ['2026-01-02T02:30:00+08:00']],
    ['a millisecond later', { from: '2026-01-01T02:29:59.999+08:00', count: 1 }, ['2026-01-01T02:30:00+08:00']],
    ['to, included', { from: january, to: '2026-01-01T02:30:00+08:00' }, ['2026-01-01T02:30:00+08:00']],
    ['to, before the first', { from: january, to: '2026-01-01T02:29:59+08:00' }, []],
    ['to, before from', { from: january, to: '2025-01-01T00:00:00+08:00' }, []],
    ['no count', { from: january, count: 0 }, []],
    ['a Date', { from: new Date(Date.UTC(2026, 0, 1)), count: 1 }, ['2026-01-02T02:30:00+08:00']],
    ['milliseconds', { from: Date.UTC(2026, 0, 1), count: 1 }, ['2026-01-02T02:30:00+08:00']],
    [
      'any count',
      { from: january, to: '2026-01-02T02:30:00+08:00', count: Number.POSITIVE_INFINITY },
      ['2026-01-01T02:30:00+08:00', '2026-01-02T02:30:00+08:00'],
    ],
  ])('keep to the range: %s', (_, range, expected) => {
    expect(times(daily, range)).toEqual(expected)
  })

  it('come one at a time: of an endless schedule only what is asked for is worked out', () => {
    const iterator = runs(daily, { from: january })
    expect(iterator.next().value?.at).toBe('2026-01-01T02:30:00+08:00')
    expect(iterator.next().value?.at).toBe('2026-01-02T02:30:00+08:00')
  })

  it.each([
    ['00 00 02 L * ?', ['2026-01-31', '2026-02-28', '2026-03-31']],
    ['00 00 02 1,L 2 ?', ['2026-02-01', '2026-02-28', '2027-02-01']],
    ['00 00 02 30 * ?', ['2026-01-30', '2026-03-30', '2026-04-30']],
    ['00 00 02 29 2 ?', ['2028-02-29', '2032-02-29', '2036-02-29']],
    ['00 00 02 ? * 5L', ['2026-01-30', '2026-02-27', '2026-03-27']],
    ['00 00 02 ? * 7L', ['2026-01-25', '2026-02-22', '2026-03-29']],
    ['00 00 02 ? 5 7L', ['2026-05-31', '2027-05-30', '2028-05-28']],
    ['00 00 02 */31 * ?', ['2026-01-31', '2026-03-31', '2026-05-31']],
    ['00 00 02 ? * 1#1', ['2026-01-05', '2026-02-02', '2026-03-02']],
    ['00 00 02 ? * 4#5', ['2026-01-29', '2026-04-30', '2026-07-30']],
    ['00 00 02 ? 2 1#5', ['2044-02-29', '2072-02-29', '2112-02-29']],
    ['00 00 02 */10 * ?', ['2026-01-10', '2026-01-20', '2026-01-30']],
  ])('%s falls on the right days', (cron, days) => {
    const given = [...runs({ cron }, { from: january, count: 3 })].map((run) => run.wallClock.slice(0, 10))
    expect(given).toEqual(days)
  })

  it('end, and are none, when the cron never fires', () => {
    expect(times({ cron: '00 00 02 31 2,4 ?' }, { from: january })).toEqual([])
  })

  it('go from 1970 to 9999', () => {
    expect(times(daily, { from: '0001-01-01T00:00:00Z', count: 1 })).toEqual(['1970-01-01T02:30:00+08:00'])
    expect(times(daily, { from: -8.64e15, count: 1 })).toEqual(['1970-01-01T02:30:00+08:00'])
    expect(times(daily, { from: '9999-12-29T12:00:00Z' })).toEqual([
      '9999-12-30T02:30:00+08:00',
      '9999-12-31T02:30:00+08:00',
    ])
    expect(times(daily, { from: 8.64e15 })).toEqual([])
  })
})

describe('the window of a schedule', () => {
  it('includes both ends, in the time zone of the schedule', () => {
    const window = { startTime: '2026-01-02 02:30:00', endTime: '2026-01-04 02:30:00' }
    expect(times({ ...daily, ...window }, { from: january })).toEqual([
      '2026-01-02T02:30:00+08:00',
      '2026-01-03T02:30:00+08:00',
      '2026-01-04T02:30:00+08:00',
    ])
  })

  it('may have the T of the oldest documents', () => {
    const window = { startTime: '2026-01-02T02:30:00', endTime: '2026-01-02T23:59:59' }
    expect(times({ ...daily, ...window }, { from: january })).toEqual(['2026-01-02T02:30:00+08:00'])
  })

  it('leaves out what is a second beyond its ends', () => {
    const window = { startTime: '2026-01-02 02:30:01', endTime: '2026-01-04 02:29:59' }
    expect(times({ ...daily, ...window }, { from: january })).toEqual(['2026-01-03T02:30:00+08:00'])
  })

  it('counts only runs inside it', () => {
    expect(times({ ...daily, startTime: '2030-05-05 00:00:00' }, { from: january, count: 1 })).toEqual([
      '2030-05-05T02:30:00+08:00',
    ])
  })

  it('judges a run that the clock change moved by where it moved to', () => {
    const trigger = { cron: daily.cron, timezone: 'America/New_York' }
    const range = { from: '2025-03-08T12:00:00Z', count: 1 }
    expect(times({ ...trigger, startTime: '2025-03-09 03:00:00' }, range)).toEqual(['2025-03-09T03:30:00-04:00'])
    expect(times({ ...trigger, endTime: '2025-03-09 03:00:00' }, range)).toEqual([])
  })
})

describe('a trigger or range that cannot be used', () => {
  it('is refused at once, with all its faults, each at its place', () => {
    const trigger = {
      cron: '00 02 25 32 * ?',
      timezone: 'asia/shanghai',
      startTime: 'x',
      endTime: '2026-02-30 00:00:00',
    }
    let caught: unknown
    try {
      runs(trigger, { from: '2026-01-01', to: '', count: 1.5 })
    } catch (error) {
      caught = error
    }
    if (!isFlowSpecError(caught)) throw new Error('not refused', { cause: caught })
    expect(caught.diagnostics.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      '/cron schedule/cron-syntax',
      '/cron schedule/cron-syntax',
      '/timezone schedule/zone-case',
      '/startTime schedule/date-syntax',
      '/endTime schedule/date-syntax',
      '/from schedule/date-syntax',
      '/to schedule/date-syntax',
      '/count schema/value',
    ])
  })

  it('is refused with its faults, and not with what is only worth knowing', () => {
    expect(() => runs({ cron: '00  02 25 * * ?' }, { from: january })).toThrow(
      /^1 fault found[\s\S]*"25" is out of range/,
    )
    const window = { startTime: '2026-01-02T02:30:00', endTime: '2026-01-01T00:00:00' }
    expect(() => runs({ ...daily, ...window }, { from: january })).toThrow(
      /^1 fault found[\s\S]*is before the startTime/,
    )
  })

  it.each([1.5, -1, Number.NaN, Number.NEGATIVE_INFINITY, '2'])('is refused for the count %s', (count) => {
    // @ts-expect-error: what a caller without a compiler may pass
    expect(() => runs(daily, { from: january, count })).toThrow(/The count .* is not a whole number from 0/)
  })

  it.each<[string, unknown, string]>([
    ['a document', workflow('w').cron(daily.cron).build(), 'simulate(document, …) of flowspec/simulate'],
    ['a project that was built', project('p').build(), 'simulate(project, …)'],
    ['a node', virtual('v'), 'Give the workflow of the node, with which it runs'],
    ['a branch', branch('b'), 'Give the workflow of the node, with which it runs'],
    ['a list of workflows', [workflow('w')], "a workflow, or a schedule such as daily('02:00')"],
    ['a cron alone', daily.cron, 'Give the fields of a trigger'],
  ])('says what to give instead of %s', (_, given, hint) => {
    expect(() => runs(given as RunsTrigger, { from: january })).toThrow('runs(): trigger is ')
    expect(() => runs(given as RunsTrigger, { from: january })).toThrow(hint)
  })

  it.each<[string, RunsTrigger]>([
    ['an empty zone', { cron: daily.cron, timezone: '' }],
    ['a zone that is none', { cron: daily.cron, timezone: 'UTC+8' }],
    ['an end before the start', { ...daily, startTime: '2026-01-02 00:00:00', endTime: '2026-01-01 00:00:00' }],
    ['a negative count', { ...daily }],
  ])('is refused for %s', (what, trigger) => {
    const count = what === 'a negative count' ? -1 : 1
    expect(() => runs(trigger, { from: january, count })).toThrow(/1 fault found/)
  })
})
