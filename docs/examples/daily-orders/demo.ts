import { type FlowDocument, formatDiagnostics, writeJson } from 'flowspec'
import { createClient, type DataWorksClient, type SubmitProgress, submit } from 'flowspec/dataworks'
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

function show(progress: SubmitProgress): void {
  if (progress.step === 'looked-up') {
    const found = progress.workflowId === undefined ? 'there is none yet' : `found ${progress.workflowId}`
    print(`    looked up by name: ${found}`)
  }
  if (progress.step === 'importing') print(`    import ${progress.round}: job ${progress.jobId}`)
  if (progress.step === 'job') print(`    job is ${progress.status.status}`)
  if (progress.step === 'compared') print('    read back and compared')
}

async function submitTwice(client: DataWorksClient): Promise<void> {
  const options = { projectId, build: { project }, wait: { interval: 20 }, onProgress: show }
  heading('3  Submit it to the new Data Studio')
  const first = await submit(client, dailyOrders, options)
  if (!first.created) throw new Error('the first submission should have created the workflow')
  done(`created workflow ${first.workflowId}: ${first.nodes.length} nodes and ${first.edges.length} edges arrived`)
  heading('4  Submit it again')
  const second = await submit(client, dailyOrders, options)
  if (second.created || second.workflowId !== first.workflowId)
    throw new Error('the second submission made a duplicate')
  done(`updated the same workflow, ${second.workflowId}`)
}

async function createBusiness(client: DataWorksClient): Promise<void> {
  heading('5  Create a business process in the legacy Data Studio')
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
  await submitTwice(client)
  await createBusiness(client)
  heading('Done. On the real service nothing runs before the workflow is published.')
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
