import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'
import { type NodeSketch, nodesDocument, waitsFor } from './nodes-document.ts'

type Sketches = Readonly<Record<'up' | 'down', NodeSketch>>

/** What the instances of `down` wait for on one day. */
function onDay(nodes: Sketches, date = '2026-01-05'): Record<string, string[]> {
  return waitsFor(simulate(nodesDocument(nodes), { from: date, to: date }), 'down')
}

const after = ['up']
const at = (hours: readonly string[]): string[] => hours.map((hour) => `up 01-05 ${hour}`)

describe('which instances of the same cycle an instance waits for', () => {
  it.each<[string, Sketches, Record<string, string[]>]>([
    [
      'daily after daily: that of the day, though it is scheduled later',
      { up: { cron: '00 00 05 * * ?' }, down: { cron: '00 00 02 * * ?', after } },
      { '01-05 02:00': at(['05:00']) },
    ],
    [
      'daily after hourly: all of the day',
      { up: { cron: '00 00 00-23/6 * * ?' }, down: { cron: '00 00 02 * * ?', after } },
      { '01-05 02:00': at(['00:00', '06:00', '12:00', '18:00']) },
    ],
    [
      'daily after an hourly node that depends on itself: the nearest one',
      { up: { cron: '00 00 00-23/6 * * ?', self: true }, down: { cron: '00 00 13 * * ?', after } },
      { '01-05 13:00': at(['12:00']) },
    ],
    [
      'daily after an hourly node that depends on itself and begins later: the first one',
      { up: { cron: '00 00 06-18/6 * * ?', self: true }, down: { cron: '00 00 02 * * ?', after } },
      { '01-05 02:00': at(['06:00']) },
    ],
    [
      'hourly after daily: each waits for that of the day',
      { up: { cron: '00 00 05 * * ?' }, down: { cron: '00 00 00-23/8 * * ?', after } },
      { '01-05 00:00': at(['05:00']), '01-05 08:00': at(['05:00']), '01-05 16:00': at(['05:00']) },
    ],
    [
      'hourly that depends on itself after daily: the first waits for it, the others for one another',
      { up: { cron: '00 00 05 * * ?' }, down: { cron: '00 00 00-23/8 * * ?', after, self: true } },
      {
        '01-05 00:00': ['down 01-04 16:00 *', ...at(['05:00'])],
        '01-05 08:00': ['down 01-05 00:00'],
        '01-05 16:00': ['down 01-05 08:00'],
      },
    ],
    [
      'hourly after hourly, as often: by number, whatever the times',
      { up: { cron: '00 30 01,09,17 * * ?' }, down: { cron: '00 00 00-23/8 * * ?', after } },
      { '01-05 00:00': at(['01:30']), '01-05 08:00': at(['09:30']), '01-05 16:00': at(['17:30']) },
    ],
    [
      'hourly after hourly, less often: the nearest one',
      { up: { cron: '00 00 00-23/4 * * ?' }, down: { cron: '00 30 05,13,21 * * ?', after } },
      { '01-05 05:30': at(['04:00']), '01-05 13:30': at(['12:00']), '01-05 21:30': at(['20:00']) },
    ],
    [
      'hourly after hourly, more often: the nearest one, the first where none is before',
      { up: { cron: '00 00 08,16 * * ?' }, down: { cron: '00 00 06-15/3 * * ?', after } },
      {
        '01-05 06:00': at(['08:00']),
        '01-05 09:00': at(['08:00']),
        '01-05 12:00': at(['08:00']),
        '01-05 15:00': at(['08:00']),
      },
    ],
    [
      'hourly after minutely: all since its own last one',
      { up: { cron: '00 */30 00-03 * * ?' }, down: { cron: '00 00 01,02 * * ?', after } },
      { '01-05 01:00': at(['00:00', '00:30', '01:00']), '01-05 02:00': at(['01:30', '02:00']) },
    ],
    [
      'hourly after minutely, equally often: all since its own last one, not by number',
      { up: { cron: '00 */30 00-01 * * ?' }, down: { cron: '00 00 00-03 * * ?', after } },
      {
        '01-05 00:00': at(['00:00']),
        '01-05 01:00': at(['00:30', '01:00']),
        '01-05 02:00': at(['01:30']),
        '01-05 03:00': at(['01:30']),
      },
    ],
    [
      'hourly after a minutely node that depends on itself: the nearest one',
      { up: { cron: '00 */30 00-03 * * ?', self: true }, down: { cron: '00 00 01,02 * * ?', after } },
      { '01-05 01:00': at(['01:00']), '01-05 02:00': at(['02:00']) },
    ],
    [
      'minutely after hourly: the nearest one',
      { up: { cron: '00 00 01-02 * * ?' }, down: { cron: '00 */30 01-02 * * ?', after } },
      {
        '01-05 01:00': at(['01:00']),
        '01-05 01:30': at(['01:00']),
        '01-05 02:00': at(['02:00']),
        '01-05 02:30': at(['02:00']),
      },
    ],
    [
      'daily after weekly, on its day: 2026-01-05 is a Monday',
      { up: { cron: '00 00 01 ? * MON' }, down: { cron: '00 00 02 * * ?', after } },
      { '01-05 02:00': at(['01:00']) },
    ],
    [
      'daily after weekly, on another day: its dry run of the day',
      { up: { cron: '00 00 01 ? * TUE' }, down: { cron: '00 00 02 * * ?', after } },
      { '01-05 02:00': at(['01:00']) },
    ],
    [
      'daily after a node whose last day has passed: nothing',
      {
        up: { cron: '00 00 01 * * ?', trigger: { endTime: '2026-01-04 23:59:59' } },
        down: { cron: '00 00 02 * * ?', after },
      },
      { '01-05 02:00': [] },
    ],
  ])('%s', (_, nodes, expected) => {
    expect(onDay(nodes)).toEqual(expected)
  })

  it('an hour that is skipped makes one instance less, and by number goes to the nearest', () => {
    const nodes: Sketches = {
      up: { cron: '00 00 00-03/1 * * ?', timezone: 'America/New_York' },
      down: { cron: '00 00 00,01,03,04 * * ?', timezone: 'America/New_York', after },
    }
    // 00:00, 01:00, 03:00 after 00:00, 01:00, 03:00, and 04:00 besides.
    expect(onDay(nodes, '2026-03-08')).toEqual({
      '03-08 00:00': ['up 03-08 00:00'],
      '03-08 01:00': ['up 03-08 01:00'],
      '03-08 03:00': ['up 03-08 03:00'],
      '03-08 04:00': ['up 03-08 03:00'],
    })
  })

  it('counts the node that counts as an hourly one, though it runs once a day, as one by hour', () => {
    const nodes: Sketches = {
      up: { cron: '00 00 05 * * ?', trigger: { cycleType: 'NotDaily' }, self: true },
      down: { cron: '00 00 02 * * ?', after },
    }
    expect(onDay(nodes)).toEqual({ '01-05 02:00': at(['05:00']) })
  })
})
