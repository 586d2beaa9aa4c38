import { odpsSql, workflow } from 'flowspec'
import { createClient, type DataWorksError, deploy, isDataWorksError, plan } from 'flowspec/dataworks'
import { type EmulatorOptions, type Fault, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const projectId = 10000
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))

async function start(options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.stop())
  const { url: endpoint, credentials } = emulator
  return { emulator, client: createClient({ endpoint, credentials, timeout: 5000, retry: { attempts: 1 } }) }
}

async function errorOf(call: Promise<unknown>): Promise<DataWorksError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isDataWorksError(error)) throw new Error('the call did not fail', { cause: error })
  return error
}

/** Faults of the delivery, and the kind of error that a read gives. */
const refused: readonly (readonly [string, Fault, string])[] = [
  ['an answer that breaks off', { cut: true }, 'network'],
  ['a request that is delivered twice', { duplicate: true }, 'signature-rejected'],
  ['a clock that is an hour ahead', { clockSkew: 3_600_000 }, 'clock-skew'],
  ['a clock that is an hour behind', { clockSkew: -3_600_000 }, 'clock-skew'],
]

describe('a delivery that goes wrong', () => {
  test.each(refused)('%s is an error of a kind of its own', async (_, fault, kind) => {
    const { client, emulator } = await start({ faults: [fault] })
    const error = await errorOf(client.getProject({ id: projectId }))
    expect(error.kind).toBe(kind)
    // The record of a call has the code of its answer, whoever gave it.
    if (kind !== 'network') expect(emulator.requests).toMatchObject([{ code: error.code, isFaulty: true }])
    expect((await client.getProject({ id: projectId })).name).toBe('dw_project')
  })

  test.each<[string, Fault]>([
    ['compressed', { gzip: true }],
    ['in pieces', { drip: 5 }],
    ['a minute off', { clockSkew: 60_000 }],
  ])('an answer that comes %s is read all the same', async (_, fault) => {
    const { client } = await start({ faults: [fault] })
    expect((await client.getProject({ id: projectId })).name).toBe('dw_project')
  })

  test('an answer in pieces that are too slow ends by the timeout', async () => {
    const { emulator } = await start({ faults: [{ drip: 10_000 }] })
    const { url: endpoint, credentials } = emulator
    const client = createClient({ endpoint, credentials, timeout: 100, retry: { attempts: 1 } })
    expect((await errorOf(client.getProject({ id: projectId }))).kind).toBe('timeout')
  })

  test.each<[string, Fault]>(refused.map(([name, fault]) => [name, fault]))(
    'a deploy gets over %s, wherever it strikes',
    async (_, fault) => {
      const { emulator } = await start({ faults: [{ ...fault, times: 1 }] })
      const { url: endpoint, credentials } = emulator
      const client = createClient({ endpoint, credentials, retry: { baseDelay: 1 } })
      const run = async () => await deploy(client, orders, { projectId, wait: { interval: 1 } })
      for (const action of ['ListWorkflowDefinitions', 'ImportWorkflowDefinition', 'GetJobStatus']) {
        emulator.addFault({ ...fault, action })
      }
      await run().catch(run).catch(run).catch(run).catch(run)
      expect((await plan(client, orders, { projectId })).isEmpty).toBe(true)
      expect(emulator.projects[0]?.workflows).toHaveLength(1)
    },
  )

  test('of a request that is delivered twice the first delivery counts', async () => {
    const { client, emulator } = await start({ faults: [{ action: 'CreateBusiness', duplicate: true }] })
    await errorOf(client.createBusiness({ projectId: 20000, businessName: 'b' }))
    expect(emulator.projects[1]?.businesses).toHaveLength(1)
  })
})

describe('a quota', () => {
  test.each([
    ['gateway', 429, 'Throttling.User'],
    ['dataworks', 400, '9990020002'],
  ] as const)('of calls a second refuses in the dialect of %s', async (dialect, status, code) => {
    let now = Date.now()
    const { client, emulator } = await start({ quota: { perSecond: 2, dialect }, now: () => now })
    for (let call = 0; call < 2; call++) await client.getProject({ id: projectId })
    const error = await errorOf(client.getProject({ id: projectId }))
    expect([error.kind, error.code, emulator.requests.at(-1)?.status]).toEqual(['throttled', code, status])
    now += 1001
    await client.getProject({ id: projectId })
  })

  test('of calls a day comes back the next day', async () => {
    let now = Date.parse('2026-03-01T23:59:00Z')
    const { client } = await start({ quota: { perDay: 1 }, now: () => now })
    const signed = async () => await client.getProject({ id: projectId })
    // The date of the request is that of this machine.
    now = Date.now()
    await signed()
    expect((await errorOf(signed())).kind).toBe('quota-exceeded')
  })
})

describe('lists that lag behind', () => {
  test('do not show what is new, until the clock says so', async () => {
    const { client, emulator } = await start({ listDelay: 60_000 })
    await deploy(client, orders, { projectId, wait: { interval: 1 } })
    expect((await client.listWorkflowDefinitions({ projectId })).items).toEqual([])
    emulator.advance(60_000)
    expect((await client.listWorkflowDefinitions({ projectId })).items).toHaveLength(1)
  })

  test.each(['import', 'nodes'] as const)('keep no deploy by %s from finding what it made', async (strategy) => {
    const { client, emulator } = await start({ listDelay: 3_600_000 })
    const options = { projectId, strategy, wait: { interval: 1 } }
    await deploy(client, orders, options)
    const more = orders.nodes(odpsSql('more').code('select 2').after('ods'))
    emulator.addFault({ action: 'CreateNode', reset: true, when: 'after' })
    await deploy(client, more, options).catch(async () => await deploy(client, more, options))
    expect(emulator.projects[0]?.workflows).toMatchObject([{ nodes: [{}, {}] }])
    expect((await plan(client, more, { projectId })).isEmpty).toBe(true)
  })
})

test('a clock that is put forward lets what takes time get on', async () => {
  const { client, emulator } = await start({ jobDuration: { milliseconds: 600_000 } })
  const { jobId } = await client.importWorkflowDefinition({ projectId, spec: orders.build() })
  expect(emulator.jobs).toMatchObject([{ status: 'Running' }])
  emulator.advance(600_000)
  expect(emulator.jobs).toMatchObject([{ status: 'Success' }])
  expect((await client.getJobStatus({ jobId })).status).toBe('Success')
  expect(() => emulator.advance(-1)).toThrow(/does not go backward/)
})
