import { showValue } from '../../../diagnostics/show-value.ts'
import { type Arm, Arms } from '../../conditions/arms.ts'
import { canBothHold } from '../../conditions/overlap.ts'
import { RequiredArms } from '../../conditions/required-arms.ts'
import { findingAt } from '../../engine/finding.ts'
import { isLoopEnd } from '../../engine/loops.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

const behindJoin = {
  hint: "Let a join wait for the nodes at the ends of the arms, each with { status: ['Success', 'NotRun'] }, and come after it.",
}
const inJoin = { hint: "Let its arms hold with { status: ['Success', 'NotRun'] }, or combine them with or." }

/** What comes of a node that waits for pairs of arms; the worst pair counts. */
function faultOf(
  pairs: readonly (readonly [Arm, Arm])[],
  relationOf: (left: Arm, right: Arm) => ReturnType<typeof canBothHold>,
): { readonly pair: readonly [Arm, Arm]; readonly end: string; readonly severity?: Finding['severity'] } | undefined {
  const found = pairs.map((pair) => ({ pair, relation: relationOf(...pair) }))
  const never = found.find(({ relation }) => relation === 'never')
  if (never !== undefined) return { pair: never.pair, end: 'never runs' }
  const unknown = found.find(({ relation }) => relation === 'unknown')
  const [first] = found
  if (unknown !== undefined) return { pair: unknown.pair, end: 'runs only if both hold at once' }
  return first && { pair: first.pair, end: 'runs only if both hold at once', severity: 'info' }
}

/** A node waits for arms of one branch of which only one is taken. */
export const controlExclusiveArms: Rule = {
  name: 'control/exclusive-arms',
  severity: 'warning',
  summary:
    'A node comes after two arms of one branch that exclude each other, so that it never runs; a note where both can hold.',
  evidence:
    '"Merge node": what comes after a node that was not selected is not selected either, and so on; a merge node ends it.',
  example: `
    import { branch, join, shell, workflow } from 'flowspec'

    const route = branch('route').param('size', '12').arm('big', '\${size} > 10').arm('small', '\${size} <= 10')
    const pack = shell('pack').code('./pack.sh').after(route.case('big'))
    const send = shell('send').code('./send.sh').after(route.case('small'))
    const report = shell('report').code('./report.sh')
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(route, pack, send)

    // One of the two is never run, and neither is what comes after both.
    export const wrong = orders.nodes(report.after(pack, send))

    const status = ['Success', 'NotRun'] as const
    const done = join('done').arm('a', pack, { status }).arm('b', send, { status }).expression('a and b')
    export const right = orders.nodes(done, report.after(done))
  `,
  run(index, report) {
    const arms = new Arms(index)
    if (arms.ofBranches.size === 0) return
    const relations = new Map<string, ReturnType<typeof canBothHold>>()
    const relationOf = (left: Arm, right: Arm): ReturnType<typeof canBothHold> => {
      const key = JSON.stringify([left.when, right.when])
      // Trying values takes time: where very many arms meet, the last are left undecided.
      const relation =
        relations.get(key) ?? (relations.size < mostRelations ? canBothHold(left.when, right.when) : 'unknown')
      relations.set(key, relation)
      return relation
    }
    for (const { node, pairs } of new RequiredArms(index, arms).meetings()) {
      // Of the end of a loop another rule says that a join is missing.
      const fault = isLoopEnd(node) ? undefined : faultOf(pairs, relationOf)
      if (fault === undefined) continue
      const { pair, end, severity } = fault
      const [left, right] = pair
      const isJoin = node.entity.child('join') !== undefined
      const what = isJoin ? 'wants success behind' : 'comes after'
      const shown = `${showValue(left.when)} and ${showValue(right.when)} of '${left.branch.name ?? left.branch.key}'`
      const message = `Node '${node.name ?? node.key}' ${what} both ${shown}: it ${end}.`
      const finding = { message, ...(isJoin ? inJoin : behindJoin), ...(severity === undefined ? {} : { severity }) }
      report(findingAt(node.entity, '', finding))
    }
  },
}

const mostRelations = 500
