import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Shorter than any interval of a real document: the shortest seen is 18,000, the console begins at a minute. */
const shortest = 10_000

/** The wait before a rerun is so short that seconds are meant. */
export const strategyRerunUnit: Rule = entityRule(
  {
    name: 'strategy/rerun-unit',
    severity: 'warning',
    summary: 'rerunInterval is shorter than ten seconds.',
    evidence: 'The field is in milliseconds, the console offers 1 to 30 minutes; one text of the API calls it seconds.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ rerunTimes: 3, rerunInterval: 180 })

      export const right = orders.strategy({ rerunTimes: 3, rerunInterval: 180_000 })
    `,
  },
  ['Strategy', 'Node'],
  ({ value }) => {
    const interval = asNumber(value['rerunInterval'])
    if (interval === undefined || interval <= 0 || interval >= shortest) return undefined
    const message = `rerunInterval is ${interval} milliseconds.`
    return { field: 'rerunInterval', message, hint: 'Three minutes are 180000.' }
  },
)
