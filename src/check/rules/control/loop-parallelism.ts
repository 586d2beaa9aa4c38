import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 20

/** A loop is to run more rounds at a time than the service does. */
export const controlLoopParallelism: Rule = entityRule(
  {
    name: 'control/loop-parallelism',
    severity: 'warning',
    summary: 'parallelism of a for-each loop is more than 20, or a do-while loop has any.',
    evidence: '"For-each node": at most 20 rounds run at a time. "do-while node": a round waits for the one before.',
    example: `
      import { forEach, shell, workflow } from 'flowspec'

      const each = forEach('each').over('a,b').nodes(shell('load').code('./load.sh'))
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(each.parallelism(50))

      export const right = orders.nodes(each.parallelism(20))
    `,
  },
  ['DoWhile', 'ForEach'],
  ({ name, value }) => {
    const parallelism = asNumber(value['parallelism'])
    if (parallelism === undefined) return undefined
    if (name === 'DoWhile' && parallelism > 1) {
      const message = `${showValue(value['parallelism'])} rounds at a time, where those of a do-while loop run one after the other.`
      return { field: 'parallelism', message, hint: 'Leave parallelism out.' }
    }
    if (parallelism <= most) return undefined
    return {
      field: 'parallelism',
      message: `${showValue(value['parallelism'])} rounds at a time are more than ${most}.`,
      hint: `Give at most ${most}.`,
    }
  },
)
