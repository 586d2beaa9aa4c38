import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const minute = 60_000

/** Below this seconds are meant, which is another rule. */
const secondsMeant = 10_000

/** The wait before a rerun is shorter than the console offers. */
export const strategyRerunInterval: Rule = entityRule(
  {
    name: 'strategy/rerun-interval',
    severity: 'warning',
    summary: 'rerunInterval is ten seconds or more, but shorter than a minute.',
    evidence:
      'The page of scheduling properties: an interval is 1 to 30 minutes; older documents have 18000 nonetheless.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ rerunTimes: 3, rerunInterval: 18_000 })

      export const right = orders.strategy({ rerunTimes: 3, rerunInterval: 60_000 })
    `,
  },
  ['Strategy', 'Node'],
  ({ value }) => {
    const interval = value['rerunInterval']
    if (typeof interval !== 'number' || interval < secondsMeant || interval >= minute) return undefined
    const message = `rerunInterval is ${interval} milliseconds, which is less than a minute.`
    return { field: 'rerunInterval', message, hint: 'Sources have 60000 (a minute) to 1800000 (half an hour).' }
  },
)
