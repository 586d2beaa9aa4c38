import { childEntities, childEntity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

const operators: readonly string[] = ['and', 'or', 'not']

/** The expression of a join and its arms do not fit. */
export const controlJoinExpression: Rule = {
  name: 'control/join-expression',
  severity: 'warning',
  summary: 'The expression of a join names an arm that is not there, or leaves one out.',
  evidence: 'The expression holds names of arms with and, or, not and parentheses; what else does is not documented.',
  example: `
    import { join, shell, workflow } from 'flowspec'

    const [pack, send] = [shell('pack').code('./pack.sh'), shell('send').code('./send.sh')]
    const packed = join('packed').arm('a', pack).arm('b', send)
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Arm b is left out, so its state would not matter.
    export const wrong = orders.nodes(pack, send, packed.expression('a'))

    export const right = orders.nodes(pack, send, packed.expression('a or b'))
  `,
  run(index, report) {
    for (const join of index.entitiesOf('Join')) {
      const logic = childEntity(join, 'logic')
      const arms = childEntities(join, 'branches')
      if (!(hasShape(join) && hasShape(logic) && arms.every(hasShape))) continue
      const names = new Set(arms.map(({ value }) => readText(value, 'name')))
      const words = (readText(logic.value, 'expression') ?? '').split(/[\s()]+/)
      const used = new Set(words.filter((word) => word !== '' && !operators.includes(word.toLowerCase())))
      const unknown = [...used].find((word) => !names.has(word))
      const unused = [...names].find((name) => name !== undefined && !used.has(name))
      if (unknown === undefined && unused === undefined) continue
      const fault = unknown === undefined ? `leaves out arm '${unused}'` : `names '${unknown}', which is no arm`
      report(findingAt(logic, 'expression', { message: `The expression of the join ${fault}.` }))
    }
  },
}
