import { odpsSql, virtual, workflow } from 'flowspec'
import { createClient, type DataWorksClient, isDataWorksError, submit } from 'flowspec/dataworks'
import { type Emulator, type EmulatorOptions, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const projectId = 10000
const day = 24 * 60 * 60 * 1000

/** A client of an emulator. */
async function start(options: EmulatorOptions = {}): Promise<{ client: DataWorksClient; emulator: Emulator }> {
  const emulator = await startEmulator(options)
  onTestFinished(() => emulator.stop())
  return { emulator, client: createClient({ endpoint: emulator.url, credentials: emulator.credentials }) }
}

/** Submits and releases a workflow, and gives its id in the scheduler. */
async function released(client: DataWorksClient): Promise<string> {
  const root = virtual('start')
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(root, odpsSql('load').code('select 1').after(root))
  const { workflowId } = await submit(client, orders, { projectId, wait: { interval: 1 } })
  const { id } = await client.createPipelineRun({
    projectId,
    type: 'Online',
    objectIds: [workflowId],
    runMode: 'Auto',
  })
  while ((await client.getPipelineRun({ projectId, id })).status === 'Running');
  return (await client.getWorkflowDefinition({ id: workflowId })).workflowId ?? ''
}

/** Waits until instances are made, and gives what was answered last. */
async function made(client: DataWorksClient, operationId: string) {
  for (;;) {
    const result = await client.getCreateWorkflowInstancesResult({ operationId })
    if (result.status !== 'Creating') return result
  }
}

async function ended(client: DataWorksClient, id: string): Promise<string | undefined> {
  for (;;) {
    const { status } = await client.getWorkflowInstance({ id })
    if (status !== 'Running') return status
  }
}

const backfill = (workflowId: string, ...dates: readonly (readonly [string, string])[]) =>
  ({
    projectId,
    workflowId,
    name: 'backfill',
    type: 'SupplementData',
    periods: { bizDates: dates.map(([startBizDate, endBizDate]) => ({ startBizDate, endBizDate })) },
    defaultRunProperties: { analysis: { enabled: true } },
  }) as const

describe('a backfill', () => {
  test('makes an instance for every business date, each once, which then run and succeed', async () => {
    const { client } = await start()
    const workflowId = await released(client)
    const ranges = [
      ['2024-02-28', '2024-03-01'],
      ['2024-03-01', '2024-03-02'],
    ] as const
    const { operationId } = await client.createWorkflowInstances(backfill(workflowId, ...ranges))
    const result = await made(client, operationId)
    expect(result.status).toBe('Created')
    const instances = await Promise.all(result.workflowInstanceIds.map((id) => client.getWorkflowInstance({ id })))
    const first = Date.parse('2024-02-28T00:00:00+08:00')
    expect(instances.map(({ bizDate }) => bizDate)).toEqual([0, 1, 2, 3].map((days) => first + days * day))
    for (const instance of instances) {
      expect(instance).toMatchObject({ workflowId, type: 'SupplementData', envType: 'Prod', status: 'Running' })
      expect(await ended(client, instance.id)).toBe('Success')
    }
    const listed = await client.listWorkflowInstances({ projectId, bizDate: first + day, workflowId })
    expect(listed.items.map(({ id }) => id)).toEqual([instances[1]?.id])
  })

  test('fails when there is no such workflow, which only its result tells', async () => {
    const { client } = await start()
    const { operationId } = await client.createWorkflowInstances(backfill('5', ['2024-01-01', '2024-01-01']))
    expect(await made(client, operationId)).toMatchObject({
      status: 'CreateFailure',
      failureMessage: expect.stringContaining('5'),
      workflowInstanceIds: [],
    })
  })

  test('waits to be started, is stopped and runs again; what cannot be is told of each instance', async () => {
    const { client } = await start()
    const workflowId = await released(client)
    const params = { ...backfill(workflowId, ['2024-01-01', '2024-01-01']), autoStartEnabled: false }
    const [id = ''] = (await made(client, (await client.createWorkflowInstances(params)).operationId))
      .workflowInstanceIds
    expect(await ended(client, id)).toBe('NotRun')
    expect((await client.stopWorkflowInstances({ ids: [id] })).results).toMatchObject([{ id, success: false }])
    const { results } = await client.startWorkflowInstances({ ids: [id, '5'] })
    expect(new Map(results.map((one) => [one.id, one.success]))).toEqual(
      new Map([
        [id, true],
        ['5', false],
      ]),
    )
    await client.stopWorkflowInstances({ ids: [id] })
    expect(await ended(client, id)).toBe('Failure')
    await client.rerunWorkflowInstances({ projectId, type: 'SupplementData', workflowId, ids: [id], status: 'Failure' })
    expect(await ended(client, id)).toBe('Success')
  })

  // The documentation: at most seven ranges, both times or neither, Analysis for a backfill.
  const week = Array.from({ length: 8 }, (_, index) => [`2024-01-0${index + 1}`, `2024-01-0${index + 1}`] as const)
  test.each([
    ['eight ranges', backfill('5', ...week), 'InvalidPeriods'],
    ['no range', backfill('5'), 'MissingPeriods'],
    ['a date that is none', backfill('5', ['2024-02-30', '2024-02-30']), 'InvalidPeriods'],
    ['a range that ends before it starts', backfill('5', ['2024-01-02', '2024-01-01']), 'InvalidPeriods'],
    [
      'half of the times',
      {
        ...backfill('5'),
        periods: { bizDates: [{ startBizDate: '2024-01-01', endBizDate: '2024-01-01' }], startTime: '00:00:00' },
      },
      'InvalidPeriods',
    ],
    [
      'no analysis',
      { ...backfill('5', ['2024-01-01', '2024-01-01']), defaultRunProperties: {} },
      'InvalidDefaultRunProperties',
    ],
    [
      'tasks of no workflow that are not named',
      backfill('1', ['2024-01-01', '2024-01-01']),
      'InvalidDefaultRunProperties',
    ],
  ])('is refused with %s', async (_, params, code) => {
    const { client } = await start()
    const error: unknown = await client.createWorkflowInstances(params).catch((reason: unknown) => reason)
    expect(isDataWorksError(error) && error.code).toBe(code)
  })
})

test('instances end in failure when a fault says so', async () => {
  const { client, emulator } = await start()
  const workflowId = await released(client)
  emulator.addFault({ action: 'ExecuteAdhocWorkflowInstance', failRuns: true })
  const task = {
    clientUniqueCode: 'a',
    name: 'a',
    owner: '7',
    type: 'ODPS_SQL',
    runtimeResource: { resourceGroupId: 'g' },
  }
  const run = { projectId, name: 'once', owner: '7', tasks: [task] }
  const once = await client.executeAdhocWorkflowInstance(run)
  expect(await ended(client, once.workflowInstanceId)).toBe('Failure')
  emulator.addFault({ action: 'CreateWorkflowInstances', failRuns: true })
  const { operationId } = await client.createWorkflowInstances(backfill(workflowId, ['2024-01-01', '2024-01-01']))
  const [id = ''] = (await made(client, operationId)).workflowInstanceIds
  expect(await ended(client, id)).toBe('Failure')
})

test('an instance that is no backfill is for the day before, and takes as long as jobs do', async () => {
  let ahead = 0
  const { client } = await start({ now: () => Date.now() + ahead, jobDuration: { milliseconds: 20 } })
  const workflowId = await released(client)
  const params = { projectId, workflowId, name: 'run once', type: 'ManualWorkflow' } as const
  const { operationId } = await client.createWorkflowInstances(params)
  ahead += 1000
  const [id = ''] = (await made(client, operationId)).workflowInstanceIds
  const { bizDate = 0, startedTime = 0 } = await client.getWorkflowInstance({ id })
  const inShanghai = (time: number) => new Date(time + 8 * 60 * 60 * 1000).toISOString()
  expect(inShanghai(bizDate)).toBe(`${inShanghai(startedTime - day).slice(0, 10)}T00:00:00.000Z`)
  ahead += 1000
  expect(await client.getWorkflowInstance({ id })).toMatchObject({ status: 'Success' })
})

describe('the scheduler', () => {
  test('has the workflows and tasks that are released, with what they wait for', async () => {
    const { client } = await start()
    const id = await released(client)
    const { items } = await client.listTasks({ projectId, workflowId: id })
    expect(new Set(items.map(({ name }) => name))).toEqual(new Set(['start', 'load']))
    const task = (name: string) => items.find((item) => item.name === name)
    const load = await client.getTask({ id: task('load')?.id ?? '' })
    expect(load).toMatchObject({
      type: 'ODPS_SQL',
      workflowId: id,
      script: { content: 'select 1' },
      dependencies: [{ type: 'Normal', upstreamTaskId: task('start')?.id }],
    })
    const whole = await client.getWorkflow({ id })
    expect(whole).toMatchObject({ name: 'orders', trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' } })
    expect(new Set(whole.tasks.map((one) => one.id))).toEqual(new Set(items.map((one) => one.id)))
    expect((await client.listWorkflows({ projectId, envType: 'Dev' })).items).toEqual([])
    await client.triggerSchedulerTaskInstance({ taskId: load.id, triggerTime: Date.parse('2024-01-01T05:00:00+08:00') })
    const bizDate = Date.parse('2024-01-01T00:00:00+08:00')
    const instances = await client.listWorkflowInstances({ projectId, bizDate, type: 'TriggerWorkflow' })
    expect(instances.totalCount).toBe(1)
  })
})

test('a workspace has the data sources it was started with, and those that compute among its compute resources', async () => {
  const datasources = [
    { name: 'odps_first', type: 'odps' },
    { name: 'orders_db', type: 'mysql' },
  ]
  const { client } = await start({ projects: [{ id: projectId, identifier: 'dw_project', datasources }] })
  const names = async (found: AsyncIterable<{ readonly name: string }>) => {
    const all: string[] = []
    for await (const { name } of found) all.push(name)
    return all
  }
  expect(await names(client.eachDataSource({ projectId }))).toEqual(['odps_first', 'orders_db'])
  expect(await names(client.eachDataSource({ projectId, types: ['mysql', 'oss'] }))).toEqual(['orders_db'])
  expect(await names(client.eachComputeResource({ projectId }))).toEqual(['odps_first'])
  const groups = await client.listResourceGroups({ projectId, statuses: ['Normal'] })
  expect(groups.items[0]?.id).toMatch(/^group_/)
})
