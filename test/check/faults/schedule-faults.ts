import { at } from '../support/base-document.ts'
import { remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const cron = `${at.trigger}/cron`
const zone = `${at.trigger}/timezone`

const crons: readonly Fault[] = [
  ['an empty cron', set(cron, ''), 'schedule/cron-syntax', cron],
  ['a cron of five fields', set(cron, '02 00 * * ?'), 'schedule/cron-syntax', cron],
  ['a cron with the 25th hour', set(cron, '00 02 25 * * ?'), 'schedule/cron-syntax', cron],
  ['a cron with seconds', set(cron, '30 02 00 * * ?'), 'schedule/cron-syntax', cron],
  ['a cron of another language', set(cron, '@daily'), 'schedule/cron-syntax', cron],
  ['a cron with two spaces', set(cron, '00 02  00 * * ?'), 'schedule/cron-spacing', cron],
  ['a cron on a date there is not', set(cron, '00 02 00 30 2 ?'), 'schedule/cron-never-fires', cron],
  ['a cron on the 29th of February alone', set(cron, '00 02 00 29 2 ?'), 'schedule/cron-leap-day', cron],
  ['a cron of every minute', set(cron, '00 * * * * ?'), 'schedule/cron-short-interval', cron],
  ['a cron of every fourth day', set(cron, '00 02 00 */4 * ?'), 'schedule/cron-ambiguous-step', cron],
  ['a cron of every seventh hour', set(cron, '00 00 */7 * * ?'), 'schedule/cron-uneven-step', cron],
]

const zones: readonly Fault[] = [
  ['an empty time zone', set(zone, ''), 'schedule/unknown-zone', zone],
  ['a time zone on another planet', set(zone, 'Mars/Olympus'), 'schedule/unknown-zone', zone],
  ['a time zone that is an offset in words', set(zone, 'UTC+8'), 'schedule/unknown-zone', zone],
  ['a time zone in lower case', set(zone, 'asia/shanghai'), 'schedule/zone-case', zone],
  ['a time zone that is a fixed offset', set(zone, 'GMT+8'), 'schedule/zone-fixed-offset', zone],
]

const windows: readonly Fault[] = [
  [
    'a start without time',
    set(`${at.trigger}/startTime`, '2026-01-01'),
    'schedule/date-syntax',
    `${at.trigger}/startTime`,
  ],
  [
    'an end that is not in the calendar',
    set(`${at.trigger}/endTime`, '2026-02-30 00:00:00'),
    'schedule/date-syntax',
    `${at.trigger}/endTime`,
  ],
  [
    'an end before the start',
    set(`${at.trigger}/endTime`, '1969-12-31 23:59:59'),
    'schedule/date-order',
    `${at.trigger}/endTime`,
  ],
]

const triggers: readonly Fault[] = [
  ['no cron', remove(cron), 'schedule/missing-cron', at.trigger],
  ['null for the cron', set(cron, null), 'schedule/missing-cron', at.trigger],
  ['no trigger', remove(at.trigger), 'schedule/missing-trigger', at.workflow],
  ['null for the trigger', set(at.trigger, null), 'schedule/missing-trigger', at.workflow],
  ['a cron that a person starts', set(`${at.trigger}/type`, 'Manual'), 'schedule/unused-cron', cron],
]

const strategies: readonly Fault[] = [
  ['reruns that are denied', set(`${at.ods}/rerunMode`, 'Denied'), 'strategy/denied-rerun', `${at.ods}/rerunTimes`],
  [
    'reruns of a workflow that are denied',
    set(`${at.strategy}/rerunMode`, 'Denied'),
    'strategy/denied-rerun',
    `${at.strategy}/rerunTimes`,
  ],
  ['priority 2', set(`${at.ods}/priority`, 2), 'strategy/priority-console', `${at.ods}/priority`],
  ['priority 4', set(`${at.strategy}/priority`, 4), 'strategy/priority-console', `${at.strategy}/priority`],
  [
    'priority 6 in the strategy of a node',
    set(`${at.dwd}/strategy/priority`, 6),
    'strategy/priority-console',
    `${at.dwd}/strategy/priority`,
  ],
  ['a timeout without unit', remove(`${at.ods}/timeoutUnit`), 'strategy/timeout-unit', `${at.ods}/timeout`],
  ['null for the unit', set(`${at.ods}/timeoutUnit`, null), 'strategy/timeout-unit', `${at.ods}/timeout`],
  [
    'a timeout of a workflow without unit',
    set(`${at.strategy}/timeout`, 4),
    'strategy/timeout-unit',
    `${at.strategy}/timeout`,
  ],
]

/** Faults in triggers and strategies. */
export const scheduleFaults: readonly Fault[] = [...crons, ...zones, ...windows, ...triggers, ...strategies]
