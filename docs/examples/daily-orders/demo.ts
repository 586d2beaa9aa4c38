import { type FlowDocument, formatDiagnostics, writeJson } from 'flowspec'
import {
  createClient,
  type DataWorksClient,
  type DeployEvent,
  deploy,
  type PublishEvent,
  plan,
  publish,
} from 'flowspec/dataworks'
import { runs } from 'flowspec/schedule'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { dailyOrders } from './pipeline.ts'
import { done, heading, print, styled, table } from './print.ts'

const projectId = '10000'
const project = 'dw_project'

function build(): FlowDocument {
  heading('1  Build and check the pipeline')
  const diagnostics = dailyOrders.check({ project })
  if (diagnostics.length > 0) print(formatDiagnostics(diagnostics))
  const document = dailyOrders.build({ project })
  const flow = document.spec.workflows?.[0]
  const upstream = new Map(flow?.dependencies?.map(({ nodeId, depends = [] }) => [nodeId, depends]))
  table(
    (flow?.nodes ?? []).map((node) => [
      node.name,
      node.script?.runtime?.command ?? '',
      (upstream.get(node.id ?? node.name) ?? [])
        .map(({ type, output }) => (type === 'Normal' ? `after ${output}` : 'after its own previous run'))
        .join(', '),
    ]),
  )
  done(`${flow?.nodes?.length} nodes, no errors, ${writeJson(document).length} characters of FlowSpec`)
  return document
}

function preview(document: FlowDocument): void {
  heading('2  The next five runs')
  const trigger = document.spec.workflows?.[0]?.trigger
  if (trigger?.cron === undefined) throw new Error('the workflow has no schedule')
  const { cron, timezone = 'Asia/Shanghai' } = trigger
  print(`    ${cron}  ${timezone}`)
  const next = [...runs({ cron, timezone }, { from: new Date(), count: 5 })]
  table(next.map(({ at, businessDate }) => [at, `business date ${businessDate}`]))
}

function show(event: DeployEvent): void {
  if (event.code === 'validated') print('    the service takes it, says a dry run')
  if (event.code === 'importing') print(`    import: job ${event.jobId}`)
  if (event.code === 'deployed') print(`    read back and compared, ${event.calls} calls`)
}

async function deployTwice(client: DataWorksClient): Promise<string> {
  const options = { projectId, build: { project } }
  heading('3  Plan it and deploy it to the new Data Studio')
  const planned = await plan(client, dailyOrders, options)
  print(planned.toText().replace(/^/gm, '    ').trimEnd())
  const first = await deploy(client, planned, { ...options, wait: { interval: 20 }, onProgress: show })
  const [created] = first.workflows
  if (created?.action !== 'created') throw new Error('the first deploy should have created the workflow')
  done(`created workflow ${created.workflowId}`)
  heading('4  Deploy it again')
  const second = await deploy(client, dailyOrders, options)
  const [found] = second.workflows
  if (found?.action !== 'unchanged' || found.workflowId !== created.workflowId)
    throw new Error('the second deploy should have found nothing to do')
  done(`nothing to write, after ${second.calls} calls: workflow ${found.workflowId} is what the code says`)
  return created.workflowId
}

async function release(client: DataWorksClient, workflowId: string): Promise<void> {
  heading('5  Publish it')
  const onProgress = ({ code, stage, status }: PublishEvent): void => {
    if (code === 'stage' && stage !== undefined) print(`    stage ${stage.code}: ${status}`)
  }
  const options = { projectId, workflowIds: [workflowId], wait: { interval: 20 }, onProgress }
  const { pipelineRunId, status } = await publish(client, options)
  done(`pipeline run ${pipelineRunId} ended with ${status}`)
}

async function createBusiness(client: DataWorksClient): Promise<void> {
  heading('6  Create a business process in the legacy Data Studio')
  const business = await client.createBusiness({
    projectIdentifier: 'dw_legacy',
    businessName: 'daily_orders',
    description: 'Orders of the day before',
    useType: 'NORMAL',
  })
  done(`created business process ${business.businessId}`)
}

async function runDemo(emulator: Emulator): Promise<void> {
  const document = build()
  preview(document)
  const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
  print(`\n    ${styled('dim', `The emulator of the DataWorks API answers at ${emulator.url}`)}`)
  await release(client, await deployTwice(client))
  await createBusiness(client)
  heading('Done. On the real service the workflow now runs every day.')
}

// The workspaces of the emulator; the rates come from a workflow of another team, so their output must be known.
const projects = [
  { id: projectId, identifier: project, outputs: ['finance.currency_rates'] },
  { id: '20000', identifier: 'dw_legacy', edition: 'legacy' },
] as const
const emulator = await startEmulator({ projects })
try {
  await runDemo(emulator)
} finally {
  await emulator.stop()
}
