import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const notOffered: readonly unknown[] = [2, 4, 6]

/** A priority that the console does not offer. */
export const strategyPriorityConsole: Rule = entityRule(
  {
    name: 'strategy/priority-console',
    severity: 'warning',
    summary: 'A priority is 2, 4 or 6, which the console does not offer.',
    evidence: 'The console offers 1, 3, 5, 7 and 8; the language describes 1 to 8.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ priority: 4 }))

      export const right = orders.nodes(ods.extra({ priority: 5 }))
    `,
  },
  ['Strategy', 'Node'],
  ({ value: { priority } }) => {
    if (!notOffered.includes(priority)) return undefined
    const message = `priority is ${priority}, which the console does not offer.`
    return { field: 'priority', message, hint: 'Use 1, 3, 5, 7 or 8.' }
  },
)
