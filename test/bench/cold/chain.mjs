// Defines, builds, checks and writes a chain of nodes: node chain.mjs LENGTH FILE [trace]
import { writeFileSync } from 'node:fs'
import { odpsSql, workflow, writeJson } from 'flowspec'

const [length, file, trace] = process.argv.slice(2)
const sql = [
  'insert overwrite table dwd_orders partition (ds)',
  'select order_id, buyer_id, amount, currency, paid_at, ds from ods_orders where ds = 20260101;',
].join('\n')

const nodes = []
for (let at = 0; at < Number(length); at++) {
  const node = odpsSql(`node_${at}`)
    .owner('1107550004253538')
    .code(sql)
    .param('bizdate', '$[yyyymmdd-1]')
    .datasource('odps_first')
  const before = nodes.at(-1)
  nodes.push(before === undefined ? node.reads('odps.retail.orders') : node.after(before))
}
writeFileSync(
  file,
  writeJson(
    workflow('chain')
      .cron('00 02 00 * * ?')
      .nodeList(nodes)
      .build({ trace: trace === 'trace' }),
  ),
)
