import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { odpsSql, project, virtual, workflow } from 'flowspec'
import { deploy, plan, readRecord, submit, writeRecord } from 'flowspec/dataworks'
import { describe, expect, onTestFinished, test } from 'vitest'
import { caught } from './support/caught.ts'
import { emulated, ods, options, orders, report, start } from './support/emulated.ts'

const projectId = 10000
const wait = options.wait
const renamed = workflow('sales').cron('00 02 00 * * ?').nodes(start, ods, report)
const returns = workflow('returns').cron('00 02 00 * * ?').nodes(virtual('returned'))

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'flowspec-record-'))
  onTestFinished(() => rm(made, { recursive: true }))
  return made
}

describe('a workflow that is renamed', () => {
  test('in code is renamed in the service, when that is allowed', async () => {
    const { client, emulator } = await emulated()
    const { record, workflows } = await deploy(client, orders, { projectId, wait })
    const planned = await plan(client, renamed, { projectId, record })
    expect(planned.changes.find(({ kind }) => kind === 'workflow')).toMatchObject({
      action: 'move',
      name: 'sales',
      needs: { flag: 'allowDelete' },
    })
    expect(await caught(deploy(client, renamed, { projectId, wait, record }))).toMatchObject({ kind: 'refused' })
    const after = await deploy(client, renamed, { projectId, wait, record, allowDelete: true })
    expect(emulator.projects[0]?.workflows).toMatchObject([{ id: workflows[0]?.workflowId, name: 'sales' }])
    expect(after.record.workflows.map(({ name }) => name)).toEqual(['sales'])
    expect((await plan(client, renamed, { projectId, record: after.record })).isEmpty).toBe(true)
  })

  test.each(['project', 'workflow'] as const)(
    'is told by its nodes where there is no record, names being unique in a %s',
    async (uniqueNodeNames) => {
      const { client, emulator } = await emulated({ uniqueNodeNames })
      await deploy(client, orders, { projectId, wait })
      const error = await caught(deploy(client, renamed, { projectId, wait }))
      expect(error).toMatchObject({ kind: 'refused' })
      expect(error.reason).toContain("workflow 'orders'")
      await deploy(client, renamed, { projectId, wait, adopt: true })
      expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['sales'])
    },
  )

  test('in the console is a conflict', async () => {
    const { client } = await emulated()
    const { record, workflows } = await deploy(client, orders, { projectId, wait })
    await client.renameWorkflowDefinition({ id: workflows[0]?.workflowId ?? '', projectId, name: 'theirs' })
    const planned = await plan(client, orders, { projectId, record })
    expect(planned.changes.find(({ kind }) => kind === 'workflow')).toMatchObject({
      action: 'conflict',
      origin: 'console',
      needs: { flag: 'adopt' },
    })
    expect(await caught(deploy(client, orders, { projectId, wait }))).toMatchObject({ kind: 'refused' })
  })
})

describe('a workflow that a project has no more', () => {
  const both = project('dw_project').add(
    workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('a').code('x')),
    returns,
  )
  const one = project('dw_project').add(returns)

  test('is deleted, when that is allowed', async () => {
    const { client, emulator } = await emulated()
    const { record } = await deploy(client, both, { projectId, wait })
    const planned = await plan(client, one, { projectId, record })
    expect(planned.changes.filter(({ action }) => action !== 'unchanged')).toMatchObject([
      { action: 'delete', kind: 'workflow', name: 'orders', needs: { flag: 'allowDelete' } },
    ])
    expect(await caught(deploy(client, one, { projectId, wait, record }))).toMatchObject({ kind: 'refused' })
    const after = await deploy(client, one, { projectId, wait, record, allowDelete: true })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['returns'])
    expect(after.record.workflows.map(({ name }) => name)).toEqual(['returns'])
  })

  test('stays when a part of the project is deployed', async () => {
    const { client, emulator } = await emulated()
    const { record } = await deploy(client, both, { projectId, wait })
    const after = await deploy(client, returns, { projectId, wait, record, build: { project: 'dw_project' } })
    expect(emulator.projects[0]?.workflows).toHaveLength(2)
    expect(after.record).toEqual(record)
  })
})

describe('the record', () => {
  test('is the same text for the same deploy, in a file that is written whole', async () => {
    const { client } = await emulated()
    const file = join(await folder(), 'prod.json')
    expect(await readRecord(file)).toBeUndefined()
    const { record } = await deploy(client, orders, { projectId, wait })
    await writeRecord(file, record)
    const text = await readFile(file, 'utf8')
    const again = await deploy(client, orders, { projectId, wait, record: await readRecord(file) })
    await writeRecord(pathToFileURL(file), again.record)
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readdir(join(file, '..'))).toEqual(['prod.json'])
  })

  test.each(['', 'x', '{}', '{"version":2,"projectId":"1","workflows":[],"resources":[],"functions":[]}'])(
    'of a file with %j is refused',
    async (text) => {
      const file = join(await folder(), 'prod.json')
      await writeFile(file, text)
      await expect(readRecord(file)).rejects.toThrow('Delete it, and deploy: a new one is made.')
    },
  )
})

test('a record of another workspace is refused, before it is mixed with that of this one', async () => {
  const { client, emulator } = await emulated()
  const { record } = await deploy(client, orders, { projectId, wait })
  const others = { ...record, projectId: '20000' }
  const asked = emulator.requests.length
  expect(await caught(plan(client, orders, { projectId, record: others }))).toMatchObject({ kind: 'other-workspace' })
  // Nothing has to be asked for that.
  expect(emulator.requests).toHaveLength(asked)
  expect(await caught(deploy(client, orders, { projectId, wait, record: others }))).toMatchObject({
    kind: 'other-workspace',
  })
})

test('a workflow that is to be deleted and was changed since the plan is not deleted', async () => {
  const { client, emulator } = await emulated()
  const gone = workflow('gone').cron('00 02 00 * * ?')
  const whole = project('dw_project').add(returns, gone.nodes(odpsSql('g').code('x')))
  const { record } = await deploy(client, whole, { projectId, wait })
  const options = { projectId, record, allowDelete: true }
  const planned = await plan(client, project('dw_project').add(returns), options)
  await submit(client, gone.nodes(odpsSql('g').code('of somebody')), { projectId, wait })
  expect(await caught(deploy(client, planned, { ...options, wait }))).toMatchObject({ kind: 'stale-plan' })
  expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toContain('gone')
})
