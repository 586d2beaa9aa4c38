import { shell, workflow } from 'flowspec'
import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { brief, nodesDocument } from './nodes-document.ts'

const daily = '00 30 02 * * ?'
const hourly = '00 00 00-23/1 * * ?'

/** The instances of one day of a schedule. */
function day(date: string, cron: string, timezone: string): string[] {
  return simulate(nodesDocument({ node: { cron, timezone } }), { from: date, to: date }).instances.map(brief)
}

describe('on the day of a clock change', () => {
  it.each<[string, string, string, string, string[]]>([
    [
      'New York, clocks forward: the 02:30 node',
      '2026-03-08',
      daily,
      'America/New_York',
      ['03-08 03:30 -04:00 dry-run clock-change'],
    ],
    ['New York, the day after', '2026-03-09', daily, 'America/New_York', ['03-09 02:30 -04:00']],
    [
      'New York, clocks back: the 01:30 node',
      '2026-11-01',
      '00 30 01 * * ?',
      'America/New_York',
      ['11-01 01:30 -05:00 second'],
    ],
    [
      'London, clocks forward: the 01:30 node',
      '2026-03-29',
      '00 30 01 * * ?',
      'Europe/London',
      ['03-29 02:30 +01:00 dry-run clock-change'],
    ],
    ['London, clocks back: the 01:30 node', '2026-10-25', '00 30 01 * * ?', 'Europe/London', ['10-25 01:30 Z second']],
    // Lord Howe changes by half an hour.
    [
      'Lord Howe, clocks forward: the 02:15 node',
      '2026-10-04',
      '00 15 02 * * ?',
      'Australia/Lord_Howe',
      ['10-04 02:45 +11:00 dry-run clock-change'],
    ],
    [
      'Lord Howe, clocks back: the 01:45 node',
      '2026-04-05',
      '00 45 01 * * ?',
      'Australia/Lord_Howe',
      ['04-05 01:45 +10:30 second'],
    ],
    ['Shanghai knows none', '2026-03-08', daily, 'Asia/Shanghai', ['03-08 02:30 +08:00']],
  ])('%s', (_, date, cron, timezone, expected) => {
    expect(day(date, cron, timezone)).toEqual(expected)
  })

  it.each([
    ['New York, clocks forward', '2026-03-08', 'America/New_York', 23, '02:00'],
    ['London, clocks forward', '2026-03-29', 'Europe/London', 23, '01:00'],
    ['Lord Howe, clocks forward', '2026-10-04', 'Australia/Lord_Howe', 23, '02:00'],
  ])('%s: the hourly node has no instance at the time that is skipped', (_, date, timezone, count, skipped) => {
    const given = day(date, hourly, timezone)
    expect(given).toHaveLength(count)
    expect(given.filter((text) => text.includes(` ${skipped} `))).toEqual([])
    expect(given.join()).not.toContain('dry-run')
  })

  it.each([
    ['New York', '2026-11-01', 'America/New_York', '11-01 01:00 -05:00 second'],
    ['London', '2026-10-25', 'Europe/London', '10-25 01:00 Z second'],
  ])(
    '%s, clocks back: the hourly node has 24 instances, the second of the time that comes twice',
    (_, date, timezone, second) => {
      const given = day(date, hourly, timezone)
      expect(given).toHaveLength(24)
      expect(given.filter((text) => text.includes('second'))).toEqual([second])
    },
  )
})

describe('a time that is skipped', () => {
  const report = workflow('report')
    .cron(daily)
    .timezone('America/New_York')
    .nodes(shell('count').code('count $1 $2').param('1', '$[yyyymmddhh24miss]').param('2', '$bizdate'))
  const march = simulate(report, { from: '2026-03-07', to: '2026-03-09' })

  it('finds the instances that are moved on', () => {
    const [workflowInstance, node, ...others] = march.at('2026-03-08 02:30:00')
    expect(others).toEqual([])
    expect(workflowInstance).toMatchObject({ kind: 'workflow', name: 'report' })
    expect(node).toMatchObject({
      name: 'count',
      cronTime: '2026-03-08 02:30:00',
      wallClock: '2026-03-08 03:30:00',
      at: '2026-03-08T03:30:00-04:00',
      businessDate: '2026-03-07',
      dryRun: true,
      state: 'dry-run',
      dryRunReason: 'clock-change',
    })
    expect(march.at('2026-03-08 03:30:00')).toEqual(march.at('2026-03-08 02:30:00'))
    expect(march.at('2026-03-08T07:30:00Z')).toEqual(march.at('2026-03-08 02:30:00'))
  })

  it('gives parameters of the time that the clock shows', () => {
    expect(march.instancesOf('count').map(({ parameters }) => parameters)).toEqual([
      { 1: '20260307023000', 2: '20260306' },
      { 1: '20260308033000', 2: '20260307' },
      { 1: '20260309023000', 2: '20260308' },
    ])
  })
})

describe('parameters that go back some hours', () => {
  it('count time that goes by', () => {
    const sketch = {
      cron: '00 00 03 * * ?',
      timezone: 'America/New_York',
      more: {
        script: {
          parameters: [{ name: 'before', type: 'System', scope: 'NodeParameter', value: '$[hh24mi-10/24/60]' }],
        },
      },
    }
    const [instance] = simulate(nodesDocument({ node: sketch }), { from: '2026-03-08', to: '2026-03-08' }).instances
    expect(instance?.parameters).toEqual({ before: '0150' })
  })
})
