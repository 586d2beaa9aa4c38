import { childEntities, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { readCondition } from '../../conditions/condition.ts'
import type { ConditionFault } from '../../conditions/tokens.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

function textsOf({ at, message, hint }: ConditionFault): Pick<Finding, 'message' | 'hint'> {
  const text = `${message.replace(/\.$/, '')} (column ${at + 1}).`
  return hint === undefined ? { message: text } : { message: text, hint }
}

/** A condition of a branch is no expression of Python. */
export const controlConditionSyntax: Rule = {
  name: 'control/condition-syntax',
  severity: 'error',
  summary: 'A condition of a branch is no expression of Python; a warning where versions of Python disagree.',
  evidence:
    '"Branch node": conditions are compared as in Python, and one that cannot be parsed fails the whole node when it runs.',
  example: `
    import { branch, workflow } from 'flowspec'

    const route = branch('route').param('size', '12')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The branch would fail each time, and nothing behind it would run.
    export const wrong = orders.nodes(route.arm('dozen', '\${size} = 12'))

    export const right = orders.nodes(route.arm('dozen', '\${size} == 12'))
  `,
  run(index, report) {
    for (const branch of index.entitiesOf('Branch')) {
      for (const arm of childEntities(branch, 'branches').filter(hasShape)) {
        const when = readText(arm.value, 'when') ?? ''
        // Another rule tells of an empty one.
        if (when.trim() === '') continue
        const { fault, disputed } = readCondition(when)
        if (fault !== undefined) report(findingAt(arm, 'when', textsOf(fault)))
        else if (disputed !== undefined) report(findingAt(arm, 'when', { ...textsOf(disputed), severity: 'warning' }))
      }
    }
  },
}
