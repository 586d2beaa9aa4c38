import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { childEntities, childEntity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

const operators: readonly string[] = ['and', 'or', 'not']

function leftOut(arm: string | undefined): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `The expression of the join leaves out arm '${arm}'.`,
    hint: `Add it: … and ${arm}, or … or ${arm}.`,
  }
}

function noArm(word: string, arms: readonly string[]): Pick<Finding, 'message' | 'hint'> {
  const near = didYouMean(word, arms)
  const hint = near === undefined ? `The arms are: ${arms.join(', ')}.` : `Did you mean "${near}"?`
  return { message: `The expression of the join names '${word}', which is no arm.`, hint }
}

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
      const known = [...names].flatMap((name) => name ?? [])
      report(findingAt(logic, 'expression', unknown === undefined ? leftOut(unused) : noArm(unknown, known)))
    }
  },
}
