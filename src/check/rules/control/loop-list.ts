import { hasShape } from '../../../document/index/entity.ts'
import { structures } from '../../../language/structures.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import { runtimeOf } from '../../engine/node-types.ts'
import type { Rule } from '../../engine/rule.ts'
import { variablesIn } from '../../engine/variables.ts'

/** A for-each loop does not say which list it goes through. */
export const controlLoopList: Rule = entityRule(
  {
    name: 'control/loop-list',
    severity: 'warning',
    summary: 'A for-each loop has neither a parameter loopDataArray nor, as older ones do, an array.',
    evidence: 'For-each nodes: the list is the parameter loopDataArray of the script.',
    example: `
      import { forEach, shell, workflow } from 'flowspec'

      const each = forEach('each').nodes(shell('load').code('./load.sh'))
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(each)

      export const right = orders.nodes(each.over('a,b'))
    `,
  },
  ['ForEach'],
  ({ value, parent }) => {
    const parameters = variablesIn(parent?.child('script'))
    const isLoop = runtimeOf(parent)?.value['command'] === structures.forEach.command
    if (value['array'] || parameters === undefined || !isLoop || !hasShape(parent)) return undefined
    const hint = 'Give it one: .over(…), which writes the parameter loopDataArray.'
    const isGiven = parameters.some((parameter) => parameter.value['name'] === 'loopDataArray')
    return isGiven ? undefined : { field: '', message: 'The loop has no list to go through.', hint }
  },
)
