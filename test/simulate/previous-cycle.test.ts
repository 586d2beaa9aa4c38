import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { type NodeSketch, nodesDocument, waitsFor } from './nodes-document.ts'

type Sketches = Readonly<Record<string, NodeSketch>>
const previous = ['up']

describe('which instances of the previous cycle an instance waits for', () => {
  it.each<[string, Sketches, Record<string, string[]>]>([
    [
      'its own, day by day',
      { down: { cron: '00 00 02 * * ?', self: true } },
      { '01-05 02:00': ['down 01-04 02:00 *'], '01-06 02:00': ['down 01-05 02:00'] },
    ],
    [
      'its own, hour by hour: the first of a day after the last of the day before',
      { down: { cron: '00 00 08,16 * * ?', self: true } },
      {
        '01-05 08:00': ['down 01-04 16:00 *'],
        '01-05 16:00': ['down 01-05 08:00'],
        '01-06 08:00': ['down 01-05 16:00'],
        '01-06 16:00': ['down 01-06 08:00'],
      },
    ],
    [
      'its own, of a weekly node: the dry run of the day before',
      { down: { cron: '00 00 02 ? * MON', self: true } },
      { '01-05 02:00': ['down 01-04 02:00 *'], '01-06 02:00': ['down 01-05 02:00'] },
    ],
    [
      'its own, there being none before the first one',
      { down: { cron: '00 00 02 * * ?', self: true, trigger: { startTime: '2026-01-05 00:00:00' } } },
      { '01-05 02:00': [], '01-06 02:00': ['down 01-05 02:00'] },
    ],
    [
      'that of another daily node: the day before, whatever the time',
      { up: { cron: '00 00 05 * * ?' }, down: { cron: '00 00 02 * * ?', previous } },
      { '01-05 02:00': ['up 01-04 05:00 *'], '01-06 02:00': ['up 01-05 05:00'] },
    ],
    [
      'daily, that of an hourly node: all of the day before',
      { up: { cron: '00 00 08,16 * * ?' }, down: { cron: '00 00 02 * * ?', previous } },
      { '01-05 02:00': ['up 01-04 08:00 *', 'up 01-04 16:00 *'], '01-06 02:00': ['up 01-05 08:00', 'up 01-05 16:00'] },
    ],
    [
      'daily, that of an hourly node that depends on itself: the last of the day before',
      { up: { cron: '00 00 08,16 * * ?', self: true }, down: { cron: '00 00 02 * * ?', previous } },
      { '01-05 02:00': ['up 01-04 16:00 *'], '01-06 02:00': ['up 01-05 16:00'] },
    ],
    [
      'hourly, that of a daily node: the day before',
      { up: { cron: '00 00 05 * * ?' }, down: { cron: '00 00 08,16 * * ?', previous } },
      {
        '01-05 08:00': ['up 01-04 05:00 *'],
        '01-05 16:00': ['up 01-04 05:00 *'],
        '01-06 08:00': ['up 01-05 05:00'],
        '01-06 16:00': ['up 01-05 05:00'],
      },
    ],
    [
      'hourly, that of an hourly node: the one before that of the same cycle',
      { up: { cron: '00 30 07,15 * * ?' }, down: { cron: '00 00 08,16 * * ?', previous } },
      {
        '01-05 08:00': ['up 01-04 15:30 *'],
        '01-05 16:00': ['up 01-05 07:30'],
        '01-06 08:00': ['up 01-05 15:30'],
        '01-06 16:00': ['up 01-06 07:30'],
      },
    ],
    [
      'those of what comes after it: only the direct ones',
      {
        down: { cron: '00 00 02 * * ?', children: true },
        child: { cron: '00 00 03 * * ?', after: ['down'] },
        other: { cron: '00 00 04 * * ?', after: ['down'] },
        grandchild: { cron: '00 00 05 * * ?', after: ['child'] },
      },
      {
        '01-05 02:00': ['child 01-04 03:00 *', 'other 01-04 04:00 *'],
        '01-06 02:00': ['child 01-05 03:00', 'other 01-05 04:00'],
      },
    ],
  ])('%s', (_, nodes, expected) => {
    const simulation = simulate(nodesDocument(nodes), { from: '2026-01-05', to: '2026-01-06' })
    expect(waitsFor(simulation, 'down')).toEqual(expected)
  })

  it('steps over a day that the zone skipped', () => {
    const nodes = { down: { cron: '00 00 02 * * ?', timezone: 'Pacific/Apia', self: true } }
    expect(waitsFor(simulate(nodesDocument(nodes), { from: '2012-01-01', to: '2012-01-01' }), 'down')).toEqual({
      '01-01 02:00': ['down 12-31 02:00 *'],
    })
    const [first] = simulate(nodesDocument(nodes), { from: '2011-12-31', to: '2011-12-31' }).instances
    expect(first?.upstream).toMatchObject([{ at: '2011-12-29T02:00:00-10:00', isInside: false }])
  })

  it('names the kind of every dependency', () => {
    const nodes = nodesDocument({
      up: { cron: '00 00 01 * * ?' },
      down: { cron: '00 00 02 * * ?', after: ['up'], self: true, previous },
    })
    const [instance] = simulate(nodes, { from: '2026-01-05', to: '2026-01-05' }).instancesOf('down')
    expect(instance?.upstream.map(({ name, type }) => [name, type])).toEqual([
      ['down', 'CrossCycleDependsOnSelf'],
      ['up', 'CrossCycleDependsOnOtherNode'],
      ['up', 'Normal'],
    ])
  })
})
