import { type AnyNode, type FlowDocument, odpsSql, workflow } from 'flowspec'

const sql = [
  'insert overwrite table dwd_orders partition (ds)',
  'select order_id, buyer_id, amount, currency, paid_at, ds from ods_orders where ds = 20260101;',
].join('\n')

/** A chain of nodes, five builder calls each; a node is about 660 bytes of JSON. */
export function chainOf(length: number): AnyNode[] {
  const nodes: AnyNode[] = []
  let before: AnyNode | undefined
  for (let at = 0; at < length; at++) {
    const node: AnyNode = odpsSql(`node_${at}` as string)
      .owner('1107550004253538')
      .code(sql)
      .param('bizdate', '$[yyyymmdd-1]')
      .datasource('odps_first')
    before = before === undefined ? node.reads('odps.retail.orders') : node.after(before)
    nodes.push(before)
  }
  return nodes
}

/** The document of a chain, built and checked. */
export function buildChain(nodes: readonly AnyNode[]): FlowDocument {
  return workflow('chain').cron('00 02 00 * * ?').nodeList(nodes).build()
}
