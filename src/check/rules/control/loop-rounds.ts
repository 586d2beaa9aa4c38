import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 1024

/** A loop may go round more often than any page of the service allows, or not at all. */
export const controlLoopRounds: Rule = entityRule(
  {
    name: 'control/loop-rounds',
    severity: 'warning',
    summary: 'maxIterations of a loop is more than 1,024, or less than 1.',
    evidence:
      'Pages of the service name 128 and 1,024 as the highest; every export that was seen has 128. Inferred that none runs no round.',
    example: `
      import { forEach, shell, workflow } from 'flowspec'

      const each = forEach('each').over('a,b').nodes(shell('load').code('./load.sh'))
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(each.maxIterations(5000))

      export const right = orders.nodes(each.maxIterations(128))
    `,
  },
  ['DoWhile', 'ForEach'],
  ({ value }) => {
    const maxIterations = asNumber(value['maxIterations'])
    if (maxIterations === undefined || (maxIterations >= 1 && maxIterations <= most)) return undefined
    const bound = maxIterations < 1 ? 'fewer than one: the loop would do nothing' : `more than ${most}`
    const message = `${showValue(value['maxIterations'])} rounds are ${bound}.`
    return { field: 'maxIterations', message, hint: `Give 1 to ${most}.` }
  },
)
