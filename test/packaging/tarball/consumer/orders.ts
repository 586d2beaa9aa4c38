import {
  type AnyNode,
  checkSpec,
  type Diagnostic,
  external,
  type FlowDocument,
  isFlowSpecError,
  manualWorkflow,
  node,
  odpsSql,
  projectRoot,
  readSpec,
  shell,
  virtual,
  type Workflow,
  workflow,
  writeJson,
} from 'flowspec'
import { createClient, DataWorksError, submit } from 'flowspec/dataworks'
import { parseCron, runs } from 'flowspec/schedule'
import { entities, schemaBundle } from 'flowspec/schema'
import { startEmulator } from 'flowspec/testing'

const start = virtual('start').after(projectRoot())
const ods = odpsSql('ods_orders')
  .code('select 1')
  .datasource('odps_first')
  .param('bizdate', '$[yyyymmdd-1]')
  .after(start)
const report = shell('report').code('echo $1').param('1', '$[yyyymmdd-1]').after(ods).after(external('other.users'))

export const orders: Workflow = workflow('daily_orders')
  .path('retail/daily_orders')
  .owner('1107550004253538')
  .cron('00 02 00 * * ?')
  .timezone('Asia/Shanghai')
  .strategy({
    instanceMode: 'T+1',
    rerunMode: 'Allowed',
    rerunTimes: 3,
    rerunInterval: 180_000,
    failureStrategy: 'Break',
  })
  .nodes(start, ods, report)

workflow('incomplete').nodes(
  start,
  // @ts-expect-error 'late' comes after 'missing', which is not in the workflow
  virtual('late').after('missing'),
)

// @ts-expect-error a manual workflow has no schedule
manualWorkflow('by_hand').cron('00 02 00 * * ?')

const generated: AnyNode[] = ['a', 'b'].map((name) => node(name, 'DIDE_SHELL').code('true'))
export const many: Workflow = workflow('many').cron('00 00 01 * * ?').nodeList(generated)

export const document: FlowDocument = orders.build({ project: 'dw_project' })
export const text: string = writeJson(document)
export const problems: readonly Diagnostic[] = checkSpec(readSpec(text))

const parsed = parseCron('00 02 00 * * ?')
if (parsed.ok)
  for (const run of runs(
    { cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' },
    { from: '2026-01-01T00:00:00Z', count: 3 },
  ))
    void run.wallClock
else throw new Error(parsed.diagnostics.map((diagnostic) => diagnostic.message).join('\n'))

export const schema: unknown = [schemaBundle(), Object.keys(entities)]

export async function deploy(): Promise<string> {
  const emulator = await startEmulator()
  try {
    const client = createClient({ endpoint: emulator.url, credentials: emulator.credentials })
    const { workflowId } = await submit(client, orders, { projectId: '10000' })
    return workflowId
  } catch (error) {
    if (error instanceof DataWorksError) return error.code ?? 'unknown'
    if (isFlowSpecError(error)) return error.diagnostics.map(({ rule }) => rule).join()
    throw error
  } finally {
    await emulator.stop()
  }
}
