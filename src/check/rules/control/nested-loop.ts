import { findingAt } from '../../engine/finding.ts'
import { Loops } from '../../engine/loops.ts'
import type { Rule } from '../../engine/rule.ts'

/** A loop stands in the body of a for-each loop. */
export const controlNestedLoop: Rule = {
  name: 'control/nested-loop',
  severity: 'warning',
  summary: 'A loop stands inside of a for-each loop.',
  evidence:
    '"For-each node": it does not support nested loops. The language can hold them, and of do-while loops no page says so.',
  example: `
    import { forEach, shell, workflow } from 'flowspec'

    const load = shell('load').code('./load.sh')
    const orders = workflow('orders').cron('00 02 00 * * ?')
    const days = forEach('each_day').over('1,2')

    export const wrong = orders.nodes(forEach('each_region').over('cn,eu').nodes(days.nodes(load)))

    // One list of all pairs.
    export const right = orders.nodes(forEach('each_pair').over('cn-1,cn-2,eu-1,eu-2').nodes(load))
  `,
  run(index, report) {
    const loops = new Loops(index)
    for (const { owner } of loops.bodies) {
      if (owner === undefined) continue
      const outer = loops.around(owner).find(({ entity }) => entity.name === 'ForEach')
      if (outer === undefined) continue
      const around = String(outer.entity.parent?.value['name'] ?? '')
      report(
        findingAt(owner.entity, '', {
          message: `The loop '${owner.name ?? owner.key}' stands inside of the for-each loop '${around}'.`,
          hint: 'Let one loop go through a list of all combinations, or let a sub-process run the inner one.',
        }),
      )
    }
  },
}
