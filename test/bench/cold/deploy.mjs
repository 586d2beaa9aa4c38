// Deploys workflows of chained nodes and says what that took: node deploy.mjs CLIENT WORKFLOWS NODES VERSION
import process from 'node:process'
import { odpsSql, workflow } from 'flowspec'
import { createClient, deploy } from 'flowspec/dataworks'

const [settings, workflows, length, version] = process.argv.slice(2)

function chain(at) {
  const nodes = []
  for (let place = 0; place < Number(length); place++) {
    const node = odpsSql(`w${at}_node_${place}`)
      .code(`insert overwrite table dwd_orders partition (ds)\nselect order_id, amount, '${version}' from ods_orders;`)
      .param('bizdate', '$[yyyymmdd-1]')
      .datasource('odps_first')
    const before = nodes.at(-1)
    nodes.push(before === undefined ? node : node.after(before))
  }
  return workflow(`w${at}`).cron('00 02 00 * * ?').nodeList(nodes)
}

const client = createClient({ ...JSON.parse(settings), rateLimit: false })
const all = Array.from({ length: Number(workflows) }, (_, at) => chain(at))
const start = performance.now()
const { changes, calls } = await deploy(client, all, { projectId: 10000, wait: { interval: 1 } })
const ms = performance.now() - start
const changed = changes.filter(({ action }) => action !== 'unchanged').length
process.stdout.write(JSON.stringify({ ms, calls, changed, peak: process.resourceUsage().maxRSS }))
