import { at } from '../support/base-document.ts'
import { both, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'

const cron = `${at.trigger}/cron`

/** What the rules about schedules name. */
export const scheduleTexts: readonly Told[] = [
  [
    'a workflow without trigger',
    remove(at.trigger),
    ["'orders'"],
    "Say when it runs, for example .cron('00 02 00 * * ?').",
  ],
  [
    'a delay in milliseconds',
    set(`${at.trigger}/delaySeconds`, 300_000),
    ['300000'],
    'It is in seconds, not milliseconds.',
  ],
  ['a cron of no date', set(cron, '00 02 00 30 2 ?'), ['"00 02 00 30 2 ?"', 'never runs']],
  [
    'a daily cycle of a cron that runs every hour',
    both(set(cron, '00 00 * * * ?'), set(`${at.trigger}/cycleType`, 'Daily')),
    ['cycleType is Daily', 'NotDaily'],
    'Write NotDaily, or leave it out.',
  ],
]
