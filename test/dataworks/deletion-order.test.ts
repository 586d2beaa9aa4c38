import { odpsSql, project, workflow } from 'flowspec'
import { type DeployEvent, deploy, plan } from 'flowspec/dataworks'
import { expect, test } from 'vitest'
import { emulated, options } from './support/emulated.ts'

const { projectId } = options
const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')

/** Workflows of which each waits for the one before, whose names say nothing of that. */
const raw = daily('m_raw').nodes(odpsSql('raw').code('select 1'))
const mart = daily('z_mart').nodes(odpsSql('mart').code('select 2').after(raw.outputOf('raw')))
const report = daily('a_report').nodes(odpsSql('report').code('select 3').after(mart.outputOf('mart')))
const kept = daily('kept').nodes(odpsSql('keep').code('select 4'))

type AnyWorkflow = typeof raw | typeof mart | typeof report | typeof kept

test.each<readonly [title: string, workflows: readonly AnyWorkflow[]]>([
  ['in their order', [raw, mart, report]],
  ['in another order', [mart, report, raw]],
])('what goes is deleted before what it waits for: deployed %s', async (_, workflows) => {
  const { client } = await emulated()
  const shop = (...parts: readonly AnyWorkflow[]) => project('dw_project').add(...parts)
  const { record } = await deploy(client, shop(kept, ...workflows), options)
  const planned = await plan(client, shop(kept), { projectId, record, allowDelete: true })
  const deleted = ['a_report', 'z_mart', 'm_raw']
  expect(planned.changes.filter(({ action }) => action === 'delete').map(({ name }) => name)).toEqual(deleted)
  const events: DeployEvent[] = []
  await deploy(client, planned, { ...options, record, allowDelete: true, onProgress: (event) => events.push(event) })
  const told = events.flatMap((event) => (event.code === 'changed' && event.action === 'delete' ? [event.name] : []))
  expect(told).toEqual(deleted)
})

test('the text of a plan says what a deletion needs until it is allowed', async () => {
  const { client } = await emulated()
  const { record } = await deploy(client, project('dw_project').add(kept, raw), options)
  const less = project('dw_project').add(kept)
  const text = async (allowDelete: boolean) =>
    (await plan(client, less, { projectId, record, allowDelete })).toText().split('\n').slice(1)
  expect(await text(false)).toEqual(['- workflow m_raw', '    needs allowDelete: the project has it no more', ''])
  expect(await text(true)).toEqual(['- workflow m_raw', '    the project has it no more', ''])
  const nothing = { identifier: 'dw_project', documents: [] }
  expect((await plan(client, nothing, { projectId, record })).toText()).toContain(
    'needs allowDelete: nothing is to be left of the project\n',
  )
})
