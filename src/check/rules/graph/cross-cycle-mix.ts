import type { FlowEntry, NodeEntry } from '../../../document/index/spec-index.ts'
import { dependencyTypes } from '../../../language/dependency-types.ts'
import { dependentName, edgeFinding } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** The two kinds of dependency that one node cannot have together, as bits. */
const kinds: Readonly<Record<string, number>> = {
  [dependencyTypes.children]: 1,
  [dependencyTypes.other]: 2,
}

/** A node waits for the previous cycle both of its children and of other nodes. */
export const graphCrossCycleMix: Rule = {
  name: 'graph/cross-cycle-mix',
  severity: 'error',
  summary: 'A node depends on the previous cycle of its children and of another node.',
  evidence: 'The reference implementation throws at the two together; either goes with CrossCycleDependsOnSelf.',
  example: `
    import { shell, workflow } from 'flowspec'

    const stock = shell('stock').code('./stock.sh')
    const report = shell('report').code('./report.sh')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(stock, report.afterPrevious('children', stock))

    // Its own previous cycle goes with either.
    export const right = orders.nodes(stock, report.afterPrevious('self', stock))
  `,
  run(index, report) {
    const found = new Map<NodeEntry | FlowEntry, number>()
    for (const edge of index.edges) {
      const dependent = edge.node ?? edge.workflow
      const kind = kinds[edge.type]
      if (kind === undefined || dependent === undefined) continue
      const before = found.get(dependent) ?? 0
      found.set(dependent, before | kind)
      if (before === 0 || before === kind || before === 3) continue
      const who = `${edge.node === undefined ? 'Workflow' : 'Node'} '${dependentName(edge)}'`
      const message = `${who} has dependencies of the types ${Object.keys(kinds).join(' and ')}.`
      report(edgeFinding(edge, '', { message, hint: 'Keep one of them.' }))
    }
  },
}
