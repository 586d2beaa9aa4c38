import { odpsSql, project, virtual, workflow } from 'flowspec'
import { createClient, deploy, publish } from 'flowspec/dataworks'

/** What the process deploys, and what is looked for when it was killed. */
export function shop() {
  const start = virtual('start')
  const orders = workflow('orders')
    .cron('00 02 00 * * ?')
    .nodes(start)
    .nodeList(Array.from({ length: 5 }, (_, at) => odpsSql(`ods_${at}`).code('select 1').after('start')))
  const report = odpsSql('report').code('select 2').after(orders.outputOf('start'))
  return project('dw_project').add(workflow('reports').cron('00 30 00 * * ?').nodes(report), orders)
}

const [, , endpoint, key] = process.argv
if (endpoint?.startsWith('http') === true && key !== undefined) {
  const client = createClient({ endpoint, credentials: JSON.parse(key), rateLimit: false })
  const wait = { interval: 1, maxInterval: 2 }
  const { workflows } = await deploy(client, shop(), { projectId: 10000, wait })
  const workflowIds = workflows.map(({ workflowId }) => workflowId)
  await publish(client, { projectId: 10000, workflowIds, wait })
}
