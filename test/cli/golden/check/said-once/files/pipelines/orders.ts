import { type AnyNode, odpsSql, workflow } from 'flowspec'

const tables = ['customers', 'invoices', 'items', 'orders', 'payments', 'refunds', 'stock']

// One wrong value, which each node that is made here has.
function load(table: string): AnyNode {
  return odpsSql(`ods_${table}`).code(`select * from ${table}`).strategy({ rerunTimes: 33 })
}

export default workflow('orders')
  .cron('00 02 00 * * ?')
  .extra({ ownr: 'me' })
  .nodeList(tables.map(load))
