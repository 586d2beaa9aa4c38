import { runs, type ScheduledRun } from 'flowspec/schedule'
import { describe, expect, it } from 'vitest'

/** A run in short: its time, and a mark when it is a dry run or the second time in an overlap. */
function brief({ at, dryRun, overlap }: ScheduledRun): string {
  return `${at}${dryRun ? ' dry' : ''}${overlap ? ' overlap' : ''}`
}

/** Zone, cron, from, runs: what the scheduler does on the day of a clock change and about it. */
const clockChanges: readonly (readonly [zone: string, cron: string, from: string, expected: readonly string[]])[] = [
  [
    'America/New_York',
    '00 30 02 * * ?',
    '2025-03-08T12:00:00Z',
    ['2025-03-09T03:30:00-04:00 dry', '2025-03-10T02:30:00-04:00'],
  ],
  [
    'America/New_York',
    '00 30 * * * ?',
    '2025-03-09T05:45:00Z',
    ['2025-03-09T01:30:00-05:00', '2025-03-09T03:30:00-04:00', '2025-03-09T04:30:00-04:00'],
  ],
  [
    'America/New_York',
    '00 30 01 * * ?',
    '2025-11-01T12:00:00Z',
    ['2025-11-02T01:30:00-05:00 overlap', '2025-11-03T01:30:00-05:00'],
  ],
  [
    'America/New_York',
    '00 30 * * * ?',
    '2025-11-02T04:00:00Z',
    ['2025-11-02T00:30:00-04:00', '2025-11-02T01:30:00-05:00 overlap', '2025-11-02T02:30:00-05:00'],
  ],
  [
    'America/New_York',
    '00 30 * * * ?',
    '2025-11-02T05:30:00Z',
    ['2025-11-02T01:30:00-05:00 overlap', '2025-11-02T02:30:00-05:00'],
  ],
  [
    'America/New_York',
    '00 15 * * * ?',
    '2025-11-02T05:30:00Z',
    ['2025-11-02T01:15:00-05:00 overlap', '2025-11-02T02:15:00-05:00'],
  ],
  [
    'Europe/London',
    '00 30 01 * * ?',
    '2025-03-29T12:00:00Z',
    ['2025-03-30T02:30:00+01:00 dry', '2025-03-31T01:30:00+01:00'],
  ],
  ['Europe/London', '00 30 01 * * ?', '2025-10-25T12:00:00Z', ['2025-10-26T01:30:00Z overlap', '2025-10-27T01:30:00Z']],
  [
    'Australia/Lord_Howe',
    '00 15 02 * * ?',
    '2025-10-04T12:00:00Z',
    ['2025-10-05T02:45:00+11:00 dry', '2025-10-06T02:15:00+11:00'],
  ],
  [
    'Australia/Lord_Howe',
    '00 45 01 * * ?',
    '2025-04-05T12:00:00Z',
    ['2025-04-06T01:45:00+10:30 overlap', '2025-04-07T01:45:00+10:30'],
  ],
  [
    'Australia/Lord_Howe',
    '00 00 * * * ?',
    '2025-10-04T14:00:00Z',
    ['2025-10-05T01:00:00+10:30', '2025-10-05T03:00:00+11:00'],
  ],
  [
    'Pacific/Apia',
    '00 30 02 * * ?',
    '2011-12-29T00:00:00-10:00',
    ['2011-12-29T02:30:00-10:00', '2011-12-31T02:30:00+14:00', '2012-01-01T02:30:00+14:00'],
  ],
  [
    'Pacific/Apia',
    '00 30 02 30 * ?',
    '2011-12-01T00:00:00-10:00',
    ['2011-12-31T02:30:00+14:00 dry', '2012-01-30T02:30:00+14:00'],
  ],
  [
    'Pacific/Apia',
    '00 00 */12 * * ?',
    '2011-12-29T00:00:00-10:00',
    ['2011-12-29T12:00:00-10:00', '2011-12-31T00:00:00+14:00', '2011-12-31T12:00:00+14:00'],
  ],
  [
    'America/Sao_Paulo',
    '00 05 00 * * ?',
    '2018-11-03T12:00:00Z',
    ['2018-11-04T01:05:00-02:00 dry', '2018-11-05T00:05:00-02:00'],
  ],
  [
    'America/Sao_Paulo',
    '00 30 23 * * ?',
    '2018-02-17T12:00:00Z',
    ['2018-02-17T23:30:00-03:00 overlap', '2018-02-18T23:30:00-03:00'],
  ],
  [
    'Africa/Monrovia',
    '00 00 00 * * ?',
    '1972-01-05T12:00:00Z',
    ['1972-01-06T00:00:00-00:44:30', '1972-01-07T00:44:30Z dry', '1972-01-08T00:00:00Z'],
  ],
]

describe('on the day of a clock change', () => {
  it.each(clockChanges)('%s runs %s as it should after %s', (timezone, cron, from, expected) => {
    const given = [...runs({ cron, timezone }, { from, count: expected.length })].map(brief)
    expect(given).toEqual(expected)
  })

  it.each([
    ['2025-03-08', 24],
    ['2025-03-09', 23],
    ['2025-11-02', 24],
  ])('an hourly schedule of New York has on %s %s runs', (day, count) => {
    const range = { from: Date.parse(`${day}T00:00:00Z`), to: Date.parse(`${day}T00:00:00Z`) + 48 * 3_600_000 }
    const ofDay = [...runs({ cron: '00 00 * * * ?', timezone: 'America/New_York' }, range)].filter((run) =>
      run.wallClock.startsWith(day),
    )
    expect(ofDay).toHaveLength(count)
  })
})
