import { fileResource, odpsSql, project, udf, virtual, workflow } from 'flowspec'
import {
  createClient,
  type DataWorksClient,
  type DeployOptions,
  deploy,
  fetchTransport,
  isDataWorksError,
  type PlanSource,
  plan,
  publish,
} from 'flowspec/dataworks'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterAll, describe, expect, test } from 'vitest'
import { isThorough } from '../schedule/thorough.ts'
import { callFaults, FaultyTransport, type Strike } from './support/faulty-transport.ts'

const projectId = 10000
const wait = { interval: 1, timeout: 2000 }
/** What goes well ends in time on a busy machine, too. */
const patient = { interval: 1, timeout: 60_000 }

/** Two workflows of twelve nodes with an edge between them, a resource and a function. */
function retail(sql: string) {
  const names = Array.from({ length: 5 }, (_, at) => `dwd_${at}`)
  const orders = workflow('orders')
    .cron('00 02 00 * * ?')
    .nodes(virtual('start'))
    .nodeList(names.map((name) => odpsSql(name).code(sql).after('start')))
  const report = odpsSql('report').code(sql).after(orders.outputOf('dwd_0'))
  const reports = workflow('reports')
    .cron('00 30 00 * * ?')
    .nodes(report)
    .nodeList(names.map((name) => odpsSql(name.replace('dwd', 'ads')).code('select 2').after('report')))
  const jar = fileResource('concat.jar').description(sql)
  return project('dw_project').add(reports, orders, udf('concat').className('com.example.Concat').resources(jar), jar)
}

/** A deploy in a workspace that may have something already. */
interface Scene {
  readonly before: PlanSource | undefined
  readonly source: PlanSource
  readonly options: Partial<DeployOptions>
  /** Whether what was deployed is published too. */
  readonly isPublished?: boolean
}

/** Deploys, and publishes where the scene has it. */
async function play(client: DataWorksClient, { source, options, isPublished }: Scene, wait = patient): Promise<void> {
  const { workflows } = await deploy(client, source, { ...options, projectId, wait })
  if (isPublished !== true) return
  const workflowIds = workflows.map(({ workflowId }) => workflowId)
  await publish(client, { projectId, workflowIds, wait: { ...wait, maxInterval: 2 } })
}

const scenes: Readonly<Record<string, Scene>> = {
  'a first deploy': { before: undefined, source: retail('select 1'), options: {} },
  'a first deploy and publish': {
    before: undefined,
    source: retail('select 1'),
    options: {},
    isPublished: true,
  },
  'an update node by node': { before: retail('select 1'), source: retail('select 9'), options: {} },
  'a first deploy node by node': { before: undefined, source: retail('select 1'), options: { strategy: 'nodes' } },
  'an update by import': { before: retail('select 1'), source: retail('select 9'), options: { strategy: 'import' } },
}

async function withScene<Result>(scene: Scene, use: (emulator: Emulator) => Promise<Result>): Promise<Result> {
  const emulator = await startEmulator({ jobDuration: { polls: 1 } })
  try {
    if (scene.before !== undefined) await deploy(clientOf(emulator), scene.before, { projectId, wait })
    return await use(emulator)
  } finally {
    await emulator.stop()
  }
}

function transportOf(emulator: Emulator, strike?: Strike): FaultyTransport {
  const { url: endpoint, credentials } = emulator
  return new FaultyTransport(fetchTransport({ endpoint, credentials }), strike)
}

function clientOf(emulator: Emulator, strike?: Strike) {
  // No call is repeated, so that every fault comes through.
  return createClient({ transport: transportOf(emulator, strike), retry: { attempts: 1 }, rateLimit: false })
}

/** How many calls the deploy makes when nothing goes wrong. */
async function callsOf(scene: Scene): Promise<number> {
  return await withScene(scene, async (emulator) => {
    const transport = transportOf(emulator)
    await play(createClient({ transport, rateLimit: false }), scene)
    return transport.calls
  })
}

let cells = 0
let failed = 0
let converged = 0

/** Lets one call of a deploy go wrong, deploys again, and looks whether the workspace is what it should be. */
async function strikeOnce(scene: Scene, strike: Strike): Promise<void> {
  await withScene(scene, async (emulator) => {
    cells++
    try {
      await play(clientOf(emulator, strike), scene, wait)
    } catch (error) {
      failed++
      if (!isDataWorksError(error)) throw error
    }
    const client = createClient({ transport: transportOf(emulator), rateLimit: false })
    await play(client, scene)
    const planned = await plan(client, scene.source, { projectId })
    expect(planned.changes.filter(({ action }) => action !== 'unchanged')).toEqual([])
    const made = emulator.projects[0]?.workflows ?? []
    expect(made.map(({ name }) => name).sort()).toEqual(['orders', 'reports'])
    expect(made.flatMap(({ nodes }) => nodes)).toHaveLength(12)
    const { totalCount: resources } = await client.listResources({ projectId })
    const { totalCount: functions } = await client.listFunctions({ projectId })
    expect([resources, functions]).toEqual([1, 1])
    if (scene.isPublished === true)
      for (const { id } of made) expect((await client.getWorkflowDefinition({ id })).workflowId).toMatch(/^\d+$/)
    converged++
  })
}

/** A share of the cells that covers each call and each fault; all of them in a thorough run. */
function isTried(at: number, fault: number): boolean {
  return isThorough || (at + 3 * fault) % 41 === 0
}

describe.each(Object.entries(scenes))('%s', (_, scene) => {
  test('converges after any fault of any call', { timeout: 1_800_000 }, async () => {
    const calls = await callsOf(scene)
    for (let at = 0; at < calls; at++) {
      for (const [position, fault] of Object.values(callFaults).entries()) {
        if (!isTried(at, position)) continue
        await strikeOnce(scene, { at, fault, isAfter: false })
        await strikeOnce(scene, { at, fault, isAfter: true })
      }
    }
  })

  test('converges after its end at any call', { timeout: 1_800_000 }, async () => {
    const calls = await callsOf(scene)
    const { reset } = callFaults
    if (reset === undefined) throw new Error('there is no such fault')
    for (let at = 0; at < calls; at++) {
      if (!isTried(at, 1)) continue
      for (const isAfter of [false, true]) await strikeOnce(scene, { at, fault: reset, isAfter, isKill: true })
    }
  })
})

test('two deploys at once lead to one state', { timeout: 120_000 }, async () => {
  for (const [name, scene] of Object.entries(scenes)) {
    await withScene(scene, async (emulator) => {
      const once = () => deploy(clientOf(emulator), scene.source, { ...scene.options, projectId, wait })
      const results = await Promise.allSettled([once(), once()])
      expect(
        results.some(({ status }) => status === 'fulfilled'),
        name,
      ).toBe(true)
      await deploy(clientOf(emulator), scene.source, { projectId, wait })
      expect(emulator.projects[0]?.workflows.flatMap(({ nodes }) => nodes)).toHaveLength(12)
      expect((await plan(clientOf(emulator), scene.source, { projectId })).isEmpty).toBe(true)
    })
  }
})

afterAll(() => {
  process.stdout.write(`${cells} faults and ends, of which ${failed} ended a deploy; ${converged} converged\n`)
})
