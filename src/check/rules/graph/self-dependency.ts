import { isCircular } from '../../../graph/moments.ts'
import { dependentName, edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** A node or workflow comes after itself in the same cycle. */
export const graphSelfDependency: Rule = {
  name: 'graph/self-dependency',
  severity: 'error',
  summary: 'A node or workflow depends on itself in the same cycle.',
  evidence: 'Such an instance would wait for itself; its previous cycle is meant by CrossCycleDependsOnSelf.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const stock = odpsSql('stock').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(stock.after('stock'))

    // Today's run waits for that of yesterday.
    export const right = orders.nodes(stock.afterPrevious('self'))
  `,
  run(index, report) {
    for (const edge of index.edges) {
      if (!isCircular(edge)) continue
      const message = `${edge.node === undefined ? 'Workflow' : 'Node'} '${dependentName(edge)}' comes after itself.`
      const hint = "To wait for its previous cycle, use afterPrevious('self')."
      report(edgeFinding(edge, '', { message, hint }))
    }
  },
}
