import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { brief, nodesDocument } from './nodes-document.ts'

const hourly = '00 00 00-23/8 * * ?'
const late = ['01-06 00:00 +08:00', '01-06 08:00 +08:00', '01-06 16:00 +08:00']
const dry = (time: string): string => `${time} +08:00 dry-run published-later`

/** The instances of two days of a node that is published at a time. */
function published(publishedAt: string | undefined, instanceMode: string | undefined): string[] {
  const nodes = nodesDocument({ node: { cron: hourly, ...(instanceMode === undefined ? {} : { instanceMode }) } })
  return simulate(nodes, { from: '2026-01-05', to: '2026-01-06', publishedAt }).instances.map(brief)
}

describe('what is published', () => {
  it.each<[string, string | undefined, string | undefined, string[]]>([
    [
      'long ago has all instances',
      undefined,
      'T+1',
      ['01-05 00:00 +08:00', '01-05 08:00 +08:00', '01-05 16:00 +08:00', ...late],
    ],
    ['in the afternoon with T+1 has those of the next day on', '2026-01-05 15:00:00', 'T+1', late],
    ['without an instance mode is T+1', '2026-01-05 15:00:00', undefined, late],
    [
      'in the afternoon and Immediately has the earlier ones of the day as dry runs',
      '2026-01-05 15:00:00',
      'Immediately',
      [dry('01-05 00:00'), dry('01-05 08:00'), '01-05 16:00 +08:00', ...late],
    ],
    [
      'Immediately, ten minutes before a schedule time, runs then',
      '2026-01-05 15:50:00',
      'Immediately',
      [dry('01-05 00:00'), dry('01-05 08:00'), '01-05 16:00 +08:00', ...late],
    ],
    [
      'Immediately, nine minutes before it, does not',
      '2026-01-05 15:51:00',
      'Immediately',
      [dry('01-05 00:00'), dry('01-05 08:00'), dry('01-05 16:00'), ...late],
    ],
    ['Immediately, from 22:00 on, has none on that day', '2026-01-05 22:00:00', 'Immediately', late],
    ['just before 23:30 has those of the next day', '2026-01-05 23:29:59', 'T+1', late],
    ['from 23:30 on has those of the third day on', '2026-01-05 23:30:00', 'T+1', []],
    ['from 23:30 on, Immediately, as well', '2026-01-04 23:45:00', 'Immediately', late],
    ['on a date is published when that begins', '2026-01-05', 'T+1', late],
    ['after the span has none', '2026-02-01T00:00:00+08:00', 'T+1', []],
  ])('%s', (_, publishedAt, instanceMode, expected) => {
    expect(published(publishedAt, instanceMode)).toEqual(expected)
  })

  it('is published at one instant, whatever each clock shows then', () => {
    const nodes = nodesDocument({
      shanghai: { cron: '00 00 12 * * ?' },
      newYork: { cron: '00 00 12 * * ?', timezone: 'America/New_York' },
    })
    // 01:00 on the 6th in Shanghai, noon on the 5th in New York.
    const options = { from: '2026-01-06', to: '2026-01-07', publishedAt: '2026-01-05T17:00:00Z' }
    expect(simulate(nodes, options).instances.map(({ name, wallClock }) => `${name} ${wallClock}`)).toEqual([
      'newYork 2026-01-06 12:00:00',
      'shanghai 2026-01-07 12:00:00',
      'newYork 2026-01-07 12:00:00',
    ])
  })

  it('has no previous cycle before its first instance', () => {
    const nodes = nodesDocument({ node: { cron: '00 00 02 * * ?', self: true } })
    const options = { from: '2026-01-05', to: '2026-01-07', publishedAt: '2026-01-05' }
    expect(simulate(nodes, options).instances.map(({ upstream }) => upstream.map(({ at }) => at))).toEqual([
      [],
      ['2026-01-06T02:00:00+08:00'],
    ])
  })

  it('takes the instance mode of the workflow for its nodes', () => {
    const document = {
      kind: 'CycleWorkflow',
      spec: {
        workflows: [
          {
            name: 'orders',
            trigger: { type: 'Scheduler', cron: hourly },
            strategy: { instanceMode: 'Immediately' },
            nodes: [{ name: 'node', instanceMode: 'T+1' }],
          },
        ],
      },
    }
    const options = { from: '2026-01-05', to: '2026-01-05', publishedAt: '2026-01-05 10:00:00' }
    expect(simulate(document, options).instancesOf('node').map(brief)).toEqual([
      dry('01-05 00:00'),
      dry('01-05 08:00'),
      '01-05 16:00 +08:00',
    ])
  })

  it('long after 1970 is found at once', () => {
    const nodes = nodesDocument({ node: { cron: '00 */5 * * * ?' } })
    const options = { from: '1970-01-01', to: '2026-01-06 00:10:00', publishedAt: '2026-01-05' }
    expect(simulate(nodes, options).instances).toHaveLength(3)
  })
})
