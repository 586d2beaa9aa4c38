import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileResource, odpsSql, type ProjectPart, project, type Workflow, workflow } from 'flowspec'
import {
  type DataWorksClient,
  deploy,
  type PlanOptions,
  type PlanSource,
  plan,
  readPlan,
  writePlan,
} from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, base, emulated, orders, start } from './support/emulated.ts'

const projectId = 10000
const wait = { interval: 1 }
const jar = fileResource('lib.py')
const other = workflow('other').cron('00 02 00 * * ?').nodes(odpsSql('x').code('select 1'))
const shop = (...parts: readonly ProjectPart[]) => project('dw_project').add(...parts)
const whole = shop(orders, jar)

/** A plan that was written into a file and read from it. */
async function written(client: DataWorksClient, source: PlanSource, options: Partial<PlanOptions> = {}) {
  const file = join(await mkdtemp(join(tmpdir(), 'flowspec-plan-')), 'plan.json')
  await writePlan(file, await plan(client, source, { projectId, ...options }))
  return await readPlan(file)
}

describe('a plan that was written', () => {
  test('is deployed as it says, with the documents it was made of', async () => {
    const { client } = await emulated()
    const read = await written(client, whole)
    expect(read.changes.filter(({ kind }) => kind === 'workflow')).toMatchObject([{ action: 'create', name: 'orders' }])
    await deploy(client, whole, { projectId, wait, plan: read })
    expect((await plan(client, whole, { projectId })).isEmpty).toBe(true)
  })

  test('may be given as what plan() made, too', async () => {
    const { client } = await emulated()
    const planned = await plan(client, whole, { projectId })
    await deploy(client, whole, { projectId, wait, plan: planned })
    expect((await plan(client, whole, { projectId })).isEmpty).toBe(true)
  })

  test('stays whole beside one that is written at the same time, and leaves nothing beside it', async () => {
    const { client } = await emulated()
    const folder = await mkdtemp(join(tmpdir(), 'flowspec-plan-'))
    const file = pathToFileURL(join(folder, 'plan.json'))
    const planned = await plan(client, whole, { projectId })
    await Promise.all(Array.from({ length: 10 }, () => writePlan(file, planned)))
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(planned)))
    expect(await readdir(folder)).toEqual(['plan.json'])
  })

  const edited = base.nodes(start, odpsSql('ods').code('select 9').after(start))

  test.each<[string, PlanSource, string]>([
    ['code of a node that is other', shop(edited, jar), "the code changed in 'orders'"],
    ['a workflow more', shop(orders, jar, other), "the code changed in 'other'"],
    ['a resource less', shop(orders), "the code changed in 'lib.py'"],
    ['a resource that is other', shop(orders, jar.type('jar')), "the code changed in 'lib.py'"],
  ])('is stale with %s', async (_, now, told) => {
    const { client, emulator } = await emulated()
    const read = await written(client, whole)
    const state = structuredClone(emulator.projects)
    const error = await caught(deploy(client, now, { projectId, wait, plan: read }))
    expect([error.kind, error.reason]).toEqual(['stale-plan', expect.stringContaining(told)])
    expect(emulator.projects).toEqual(state)
  })

  test.each<[string, Workflow<string>, string]>([
    ['what somebody made meanwhile', orders, "the workspace changed in 'orders'"],
    ['code that somebody changed meanwhile', edited, "the workspace changed in 'orders'"],
  ])('is stale with %s', async (_, meanwhile, told) => {
    const { client } = await emulated()
    const read = await written(client, whole)
    await deploy(client, meanwhile, { projectId, wait })
    const error = await caught(deploy(client, whole, { projectId, wait, plan: read }))
    expect([error.kind, error.reason]).toEqual(['stale-plan', expect.stringContaining(told)])
  })

  test('is stale without the record that says what is to be deleted', async () => {
    const { client } = await emulated()
    const { record } = await deploy(client, shop(orders, other), { projectId, wait })
    const read = await written(client, shop(orders), { record, allowDelete: true })
    const options = { projectId, wait, plan: read, allowDelete: true }
    expect((await caught(deploy(client, shop(orders), options))).reason).toContain("the workspace changed in 'other'")
    const { changes } = await deploy(client, shop(orders), { ...options, record })
    expect(changes.filter(({ action }) => action === 'delete')).toMatchObject([{ name: 'other' }])
  })

  test('is deployed in part', async () => {
    const { client, emulator } = await emulated()
    const read = await written(client, shop(orders, other))
    await deploy(client, shop(orders, other), { projectId, wait, plan: read, only: 'other' })
    expect(emulator.projects[0]?.workflows.map(({ name }) => name)).toEqual(['other'])
  })

  test('of another workspace changes nothing', async () => {
    const { client, emulator } = await emulated()
    const read = { ...(await written(client, whole)), projectId: '30000' }
    const made = actions(emulator).length
    expect((await caught(deploy(client, whole, { projectId, plan: read }))).kind).toBe('other-workspace')
    expect(actions(emulator)).toHaveLength(made)
  })

  test('needs the documents, and is given once', async () => {
    const { client } = await emulated()
    const planned = await plan(client, whole, { projectId })
    const read = await written(client, whole)
    const alone = Reflect.apply(deploy, undefined, [client, read, { projectId }])
    await expect(alone).rejects.toThrow(/documents are not in it.*options\.plan/)
    await expect(deploy(client, planned, { projectId, plan: read })).rejects.toThrow(/Give one of them/)
  })
})

test.each([
  ['no JSON', '{', /is not JSON. Plan again/],
  ['another version', '{"version":2,"projectId":"1","changes":[],"seen":[]}', /no plan of version 1/],
  ['a record', '{"version":1,"projectId":"1","workflows":[]}', /no plan of version 1/],
  ['a list with holes', '{"version":1,"projectId":"1","changes":[],"seen":[null]}', /no plan of version 1/],
])('a file that holds %s is no plan', async (_, text, message) => {
  const file = join(await mkdtemp(join(tmpdir(), 'flowspec-plan-')), 'plan.json')
  await writeFile(file, text)
  await expect(readPlan(file)).rejects.toThrow(message)
})

test('a file that is not there is told', async () => {
  await expect(readPlan('no-such-plan.json')).rejects.toThrow(/there is no file no-such-plan\.json/)
})
