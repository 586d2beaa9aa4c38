import { armPrefix, armsOfBranch, type BranchArm, branchNodes } from '../../conditions/branch-arms.ts'
import { readCondition } from '../../conditions/condition.ts'
import type { ConditionFault } from '../../conditions/tokens.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

function textsOf(arm: BranchArm, { at, message, hint }: ConditionFault): Pick<Finding, 'message' | 'hint'> {
  const text = `${armPrefix(arm)}${message.replace(/\.$/, '')} (column ${at + 1}).`
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
    for (const node of branchNodes(index)) {
      for (const arm of armsOfBranch(node)) {
        const { when, holder, field } = arm
        // Another rule tells of an empty one.
        if (when.trim() === '') continue
        const { fault, disputed } = readCondition(when)
        if (fault !== undefined) report(findingAt(holder, field, textsOf(arm, fault)))
        else if (disputed !== undefined)
          report(findingAt(holder, field, { ...textsOf(arm, disputed), severity: 'warning' }))
      }
    }
  },
}
