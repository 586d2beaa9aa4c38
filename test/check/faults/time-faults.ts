import { at } from '../support/base-document.ts'
import { both, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const value = `${at.ods}/script/parameters/0/value`
const cron = `${at.trigger}/cron`

/** Faults in units, in triggers and in the values of scheduling parameters. */
export const timeFaults: readonly Fault[] = [
  [
    'a node of a workflow with a time of its own',
    set(`${at.dwd}/trigger`, { type: 'Scheduler', cron: '00 30 05 * * ?' }),
    'schedule/inner-trigger',
    `${at.dwd}/trigger/cron`,
  ],
  ...[
    ['of an id that the service does not give', { id: 'n7635763838174670470', cron: '00 12 00 * * ?' }],
    ['of an id with more behind it', { id: '7635763838174670470n', cron: '00 12 00 * * ?' }],
    ['of the service in a later hour', { id: '7635763838174670470', cron: '00 12 01 * * ?' }],
  ].map(
    ([what, trigger]): Fault => [
      `a time of its own ${what}`,
      set(`${at.dwd}/trigger`, { type: 'Scheduler', ...Object(trigger) }),
      'schedule/inner-trigger',
      `${at.dwd}/trigger/cron`,
    ],
  ),
  [
    'a node that a person starts, with a cron',
    set(`${at.dwd}/trigger`, { type: 'Manual', cron: '00 30 05 * * ?' }),
    'schedule/unused-cron',
    `${at.dwd}/trigger/cron`,
  ],
  ['a trigger without type', remove(`${at.trigger}/type`), 'schedule/missing-type', at.trigger],
  ['a trigger of type null', set(`${at.trigger}/type`, null), 'schedule/missing-type', at.trigger],
  [
    'a daily cycle of a cron that runs every hour',
    both(set(cron, '00 00 * * * ?'), set(`${at.trigger}/cycleType`, 'Daily')),
    'schedule/cycle-type',
    `${at.trigger}/cycleType`,
  ],
  [
    'a cycle shorter than a day of a cron that runs once',
    set(`${at.trigger}/cycleType`, 'NotDaily'),
    'schedule/cycle-type',
    `${at.trigger}/cycleType`,
  ],
  [
    'a delay in milliseconds',
    set(`${at.trigger}/delaySeconds`, 300_000),
    'schedule/delay-unit',
    `${at.trigger}/delaySeconds`,
  ],
  [
    'seconds between reruns',
    set(`${at.strategy}/rerunInterval`, 180),
    'strategy/rerun-unit',
    `${at.strategy}/rerunInterval`,
  ],
  [
    'seconds between reruns of a node',
    set(`${at.ods}/rerunInterval`, 9999),
    'strategy/rerun-unit',
    `${at.ods}/rerunInterval`,
  ],
  [
    '18 seconds between reruns',
    set(`${at.strategy}/rerunInterval`, 18_000),
    'strategy/rerun-interval',
    `${at.strategy}/rerunInterval`,
  ],
  [
    'half a minute between reruns',
    set(`${at.strategy}/rerunInterval`, 30_000),
    'strategy/rerun-interval',
    `${at.strategy}/rerunInterval`,
  ],
  [
    'ten seconds between reruns',
    set(`${at.strategy}/rerunInterval`, 10_000),
    'strategy/rerun-interval',
    `${at.strategy}/rerunInterval`,
  ],
  [
    'a millisecond less than a minute',
    set(`${at.ods}/rerunInterval`, 59_999),
    'strategy/rerun-interval',
    `${at.ods}/rerunInterval`,
  ],
  [
    'half a minute in a strategy of a node',
    set(`${at.ods}/strategy`, { rerunInterval: 30_000 }),
    'strategy/rerun-interval',
    `${at.ods}/strategy/rerunInterval`,
  ],
  [
    'more instances of a node than there may be',
    set(`${at.ods}/maxInternalConcurrency`, 10_001),
    'strategy/concurrency',
    `${at.ods}/maxInternalConcurrency`,
  ],
  [
    'as many instances of a node as a workflow may have',
    set(`${at.ods}/strategy`, { maxInternalConcurrency: 100_000 }),
    'strategy/concurrency',
    `${at.ods}/strategy/maxInternalConcurrency`,
  ],
  [
    'less than no instance of a node',
    set(`${at.ods}/maxInternalConcurrency`, -1),
    'schema/range',
    `${at.ods}/maxInternalConcurrency`,
  ],
  [
    'half an instance of a node',
    set(`${at.ods}/maxInternalConcurrency`, 1.5),
    'schema/type',
    `${at.ods}/maxInternalConcurrency`,
  ],
  [
    'more instances than there may be',
    set(`${at.strategy}/maxInternalConcurrency`, 100_001),
    'strategy/concurrency',
    `${at.strategy}/maxInternalConcurrency`,
  ],
  [
    'a timeout of a second more than a week',
    both(set(`${at.ods}/timeout`, 604_801), set(`${at.ods}/timeoutUnit`, 'SECONDS')),
    'strategy/timeout-range',
    `${at.ods}/timeout`,
  ],
  ['a timeout of seconds, in hours', set(`${at.ods}/timeout`, 3600), 'strategy/timeout-range', `${at.ods}/timeout`],
  [
    'a timeout of milliseconds, in minutes',
    set(`${at.dwd}/strategy/timeout`, 10_081),
    'strategy/timeout-range',
    `${at.dwd}/strategy/timeout`,
  ],
  ['a day written with slashes', set(value, '$[yyyy/mm/dd]'), 'parameter/syntax', value],
  ['units in capitals', set(value, '$[yyyyMMdd]'), 'parameter/syntax', value],
  ['a time of the business date', set(value, '${yyyymmdd-1/24}'), 'parameter/syntax', value],
  ['a function of another scheduler', set(value, '$[month_begin(yyyymmdd,-1)]'), 'parameter/unknown', value],
  ['a name that is misspelt', set(value, 'dt=$bizdatee'), 'parameter/unknown', value],
  ['an expression without its end', set(value, 'dt_$[yyyymmdd'), 'parameter/syntax', value],
  ['white space in an expression', set(value, '$[yyyymmdd - 1]'), 'parameter/syntax', value],
  ['months where only days are counted', set(value, '$[yyyymm-1]'), 'parameter/misleading', value],
  ['months for minutes', set(value, '$[hh24:mm]'), 'parameter/misleading', value],
  ['hours of half a day', set(value, '$[yyyymmddhh-1/24]'), 'parameter/misleading', value],
]
