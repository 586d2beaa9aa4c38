import type { NodeBuilder } from './node-builder.ts'
import { startNode } from './start-node.ts'

/**
 * A node of type `COMPONENT_SQL`, which runs the SQL of a component with values of its own. The source is the reference
 * model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder, to which `.component(…)` gives the component and the values
 *
 * @example
 * ```ts
 * import { component, componentSql, workflow } from 'flowspec'
 *
 * const latest = component('latest')
 *   .input('source', { type: 'table' })
 *   .output('target', { type: 'table' })
 *   .code('insert overwrite table @@{target} select * from @@{source}')
 *
 * const orders = componentSql('latest_orders')
 *   .component(latest, { inputs: { source: 'ods_orders' }, outputs: { target: 'dwd_orders' } })
 *   .datasource('odps_first')
 *
 * const document = workflow('orders').cron('00 02 00 * * ?').nodes(orders).build()
 * ```
 */
export function componentSql<const Name extends string>(name: Name): NodeBuilder<Name, never> {
  return startNode(name, 'COMPONENT_SQL', componentSql)
}
