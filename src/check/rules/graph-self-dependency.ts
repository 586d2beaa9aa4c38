import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/**
 * A node comes after itself in the same cycle.
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 *
 * const stock = odpsSql('stock').code('select 1')
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 *
 * export const wrong = orders.nodes(stock.after('stock'))
 *
 * // Today's run waits for that of yesterday.
 * export const right = orders.nodes(stock.afterPrevious('self'))
 * ```
 */
export const graphSelfDependency: Rule = {
  name: 'graph/self-dependency',
  severity: 'error',
  summary: 'A node depends on itself in the same cycle.',
  evidence: 'Such an instance would wait for itself; its previous cycle is meant by CrossCycleDependsOnSelf.',
  run(index, report) {
    for (const { entity, node, upstream, type } of index.edges) {
      if (type !== 'Normal' || node === undefined || node !== upstream) continue
      const name = node.name ?? node.key
      const message = `Node '${name}' comes after itself.`
      const hint = "To wait for its previous cycle, use afterPrevious('self')."
      report({ ...findingAt(entity, '', { message, hint }), subject: { kind: 'node', name } })
    }
  },
}
