import type { NodeEntry } from '../../../document/index/spec-index.ts'
import { Arms, isArm, type Wait } from '../../conditions/arms.ts'
import { findingAt } from '../../engine/finding.ts'
import { isLoopEnd, Loops } from '../../engine/loops.ts'
import type { Rule } from '../../engine/rule.ts'

/** The nodes and arms from which a way leads to the end of a loop and through no join. */
function openWays(nodes: readonly NodeEntry[], arms: Arms): ReadonlySet<Wait> {
  const open = new Set<Wait>(nodes.filter(isLoopEnd))
  for (const wait of open) {
    const before = isArm(wait) ? [wait.branch] : arms.waitsOf(wait)
    for (const one of before) if (isArm(one) || one.entity.child('join') === undefined) open.add(one)
  }
  return open
}

/** The arms of a branch in the body of a loop do not come together in a join. */
export const controlLoopMerge: Rule = {
  name: 'control/loop-merge',
  severity: 'warning',
  summary: 'The arms of a branch inside of a loop reach the end of the loop without a join between.',
  evidence:
    '"For-each node": all branches converge in a merge node before the end node; "do-while node" wants one, too.',
  example: `
    import { branch, forEach, join, shell, workflow } from 'flowspec'

    const regions = forEach('each_region').over('cn,eu')
    const kind = branch('kind')
      .param('region', regions.item)
      .arm('home', "'\${region}' == 'cn'")
      .arm('abroad', "'\${region}' != 'cn'")
    const near = shell('near').code('./near.sh').after(kind.case('home'))
    const far = shell('far').code('./far.sh').after(kind.case('abroad'))
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(regions.nodes(kind, near, far))

    const status = ['Success', 'NotRun'] as const
    const done = join('done').arm('a', near, { status }).arm('b', far, { status }).expression('a and b')
    export const right = orders.nodes(regions.nodes(kind, near, far, done))
  `,
  run(index, report) {
    const { bodies } = new Loops(index)
    const arms = bodies.length === 0 ? undefined : new Arms(index)
    if (arms === undefined || arms.ofBranches.size === 0) return
    for (const { nodes, owner } of bodies) {
      const open = openWays(nodes, arms)
      for (const branch of nodes) {
        const own = arms.ofBranches.get(branch)
        if (own?.some((arm) => open.has(arm)) !== true) continue
        const loop = owner === undefined ? 'the loop' : `the loop '${owner.name ?? owner.key}'`
        const message = `Arms of '${branch.name ?? branch.key}' reach the end of ${loop} without a join between.`
        const hint = 'Let a join wait for the nodes at the ends of all arms; the end comes after it then.'
        report(findingAt(branch.entity, '', { message, hint }))
      }
    }
  },
}
