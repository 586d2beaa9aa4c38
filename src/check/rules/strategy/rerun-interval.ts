import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const minute = 60_000

/** Below this seconds are meant, which is another rule. */
const secondsMeant = 10_000

/** What the own documents of the reference implementation have in every loop, and so nobody's slip. */
const ofExamples = 18_000

/** The wait before a rerun is shorter than the console offers. */
export const strategyRerunInterval: Rule = entityRule(
  {
    name: 'strategy/rerun-interval',
    severity: 'warning',
    summary: 'rerunInterval is ten seconds or more, but shorter than a minute; a note where it is 18000.',
    evidence:
      'The page of scheduling properties: an interval is 1 to 30 minutes. Documents of the reference implementation have 18000 in their loops nonetheless, so that value is only noted.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ rerunTimes: 3, rerunInterval: 30_000 })

      export const right = orders.strategy({ rerunTimes: 3, rerunInterval: 60_000 })
    `,
  },
  ['Strategy', 'Node'],
  ({ value }) => {
    const interval = asNumber(value['rerunInterval'])
    if (interval === undefined || interval < secondsMeant || interval >= minute) return undefined
    const message = `rerunInterval is ${interval} milliseconds, which is less than a minute.`
    const hint = 'Sources have 60000 (a minute) to 1800000 (half an hour).'
    return { field: 'rerunInterval', message, hint, ...(interval === ofExamples ? { severity: 'info' as const } : {}) }
  },
)
