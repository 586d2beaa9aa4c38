import { odpsSql, virtual, workflow } from 'flowspec'
import { createClient, type DataWorksClient, isDataWorksError, submit } from 'flowspec/dataworks'
import { type Emulator, type EmulatorProject, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'

const projectId = 10000

/** A client of an emulator with one workspace. */
async function start(project: Partial<EmulatorProject> = {}): Promise<{ client: DataWorksClient; emulator: Emulator }> {
  const emulator = await startEmulator({ projects: [{ id: projectId, identifier: 'dw_project', ...project }] })
  onTestFinished(() => emulator.stop())
  return { emulator, client: createClient({ endpoint: emulator.url, credentials: emulator.credentials }) }
}

const root = virtual('start')
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(root, odpsSql('load').code('select 1').after(root))

async function submitted(client: DataWorksClient, source: Parameters<typeof submit>[1] = orders): Promise<string> {
  const { workflowId } = await submit(client, source, { projectId, allowDelete: true, wait: { interval: 1 } })
  return workflowId
}

/** Looks at a run until nothing moves by itself any more. */
async function settled(client: DataWorksClient, id: string) {
  for (;;) {
    const run = await client.getPipelineRun({ projectId, id })
    if (run.stages.every(({ status }) => status !== 'Running')) return run
  }
}

/** Drives a run by its stages, as the guides say: the first that is still to be done, once all before it are. */
async function drive(client: DataWorksClient, type: 'Offline' | 'Online', objectId: string) {
  const { id } = await client.createPipelineRun({ projectId, type, objectIds: [objectId] })
  const codes: string[] = []
  for (;;) {
    const run = await settled(client, id)
    const next = run.stages.find(({ status }) => status === 'Init')
    if (run.status !== 'Running' || next === undefined) return { id, run, codes }
    codes.push(next.code)
    await client.execPipelineRunStage({ projectId, id, code: next.code })
  }
}

async function refusal(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!isDataWorksError(error)) throw error
  return `${error.httpStatus} ${error.code} ${error.reason}`
}

// Codes, types and what starts by itself are those of recorded runs in simple mode; the rest is inferred.
describe.each([
  ['simple', 'Online', ['BUILD_PACKAGE Build', 'PROD_CHECK Check', 'PROD Deploy']],
  ['simple', 'Offline', ['OfflineCheck Check', 'PROD_CHECK Check', 'PROD Offline']],
  ['standard', 'Online', ['BUILD_PACKAGE Build', 'DEV_CHECK Check', 'DEV Deploy', 'PROD_CHECK Check', 'PROD Deploy']],
] as const)('in %s mode a run of type %s', (mode, type, stages) => {
  test('has its stages in order, of which the first starts by itself and each other one when it is told to', async () => {
    const { client } = await start({ mode })
    const { run, codes } = await drive(client, type, await submitted(client))
    expect(run.stages.map((stage) => `${stage.code} ${stage.type}`)).toEqual(stages)
    expect(run.stages.map(({ step }) => step)).toEqual(stages.map((_, index) => index + 1))
    expect(codes).toEqual(stages.slice(1).map((stage) => stage.split(' ')[0]))
    expect(run.status).toBe('Success')
  })
})

describe('a release', () => {
  test('gives a workflow and its nodes ids in the scheduler, which a second release keeps', async () => {
    const { client, emulator } = await start()
    const workflowId = await submitted(client)
    const ids = async () => [
      (await client.getWorkflowDefinition({ id: workflowId })).workflowId,
      ...(await client.listNodes({ projectId })).items.map(({ taskId }) => taskId),
    ]
    expect(await ids()).toEqual([undefined, undefined, undefined])
    const { id } = await drive(client, 'Online', workflowId)
    const first = await ids()
    expect(new Set(first).size).toBe(3)
    for (const one of first) expect(one).toMatch(/^\d{19}$/)
    await drive(client, 'Online', workflowId)
    expect(await ids()).toEqual(first)
    const { items } = await client.listPipelineRunItems({ projectId, pipelineRunId: id })
    const named = new Set(items.map(({ type, name }) => `${type} ${name}`))
    expect(named).toEqual(new Set(['WorkflowDefinition orders', 'Node start', 'Node load']))
    expect(emulator.pipelineRuns.map(({ status }) => status)).toEqual(['Success', 'Success'])
  })

  test('keeps what is released from being deleted until it is taken offline', async () => {
    const { client } = await start()
    const id = await submitted(client)
    const node = (await client.listNodes({ projectId })).items[0]?.id ?? ''
    await drive(client, 'Online', id)
    expect(await refusal(client.deleteWorkflowDefinition({ projectId, id }))).toContain('take it offline first')
    expect(await refusal(client.deleteNode({ projectId, id: node }))).toContain('take it offline first')
    await drive(client, 'Offline', id)
    expect((await client.getWorkflowDefinition({ id })).workflowId).toBeUndefined()
    expect(await client.deleteWorkflowDefinition({ projectId, id })).toMatchObject({ success: true })
  })

  test('of a workflow that lost a node takes the node offline', async () => {
    const { client } = await start()
    const id = await submitted(client)
    const load = (await client.listNodes({ projectId, name: 'load' })).items[0]
    await drive(client, 'Online', id)
    await submitted(client, workflow('orders').cron('00 02 00 * * ?').nodes(root))
    await drive(client, 'Online', id)
    const versions = await client.listSnapshots({ namespace: projectId, objectId: load?.id ?? '', type: 'Deployed' })
    expect(versions.totalCount).toBe(1)
    expect((await client.listNodes({ projectId })).items.map(({ name }) => name)).toEqual(['start'])
  })

  test('fails in its last stage when two nodes have one output, and then nothing of it is released', async () => {
    const { client } = await start()
    const twin = (name: string) =>
      workflow(name)
        .cron('00 02 00 * * ?')
        .nodes(virtual(`${name}_node`).output('dw_project.shared'))
    const [first, second] = [await submitted(client, twin('a')), await submitted(client, twin('b'))]
    expect((await drive(client, 'Online', first)).run.status).toBe('Success')
    const { run } = await drive(client, 'Online', second)
    expect(run.status).toBe('Fail')
    expect(run.stages.at(-1)).toMatchObject({
      code: 'PROD',
      status: 'Fail',
      message: expect.stringContaining('can not exported multiple nodes into the same output'),
    })
    expect((await client.getWorkflowDefinition({ id: second })).workflowId).toBeUndefined()
  })

  test('goes by itself in an automatic run, as far as it is told to', async () => {
    const { client } = await start({ mode: 'standard' })
    const objectIds = [await submitted(client)]
    const all = await client.createPipelineRun({ projectId, type: 'Online', objectIds, runMode: 'Auto' })
    expect((await settled(client, all.id)).status).toBe('Success')
    const part = { projectId, type: 'Online', objectIds, runMode: 'Auto', autoRunUntilStage: 'DEV' } as const
    const run = await settled(client, (await client.createPipelineRun(part)).id)
    expect(run.stages.map(({ status }) => status)).toEqual(['Success', 'Success', 'Success', 'Init', 'Init'])
  })

  test('waits for approval, and fails when it is rejected', async () => {
    const { client, emulator } = await start({ mode: 'standard', approval: true })
    const objectId = await submitted(client)
    for (const [verdict, end] of [
      ['approve', 'Success'],
      ['reject', 'Fail'],
    ] as const) {
      const { id } = await client.createPipelineRun({
        projectId,
        type: 'Online',
        objectIds: [objectId],
        runMode: 'Auto',
      })
      let run = await client.getPipelineRun({ projectId, id })
      const isAsked = () => run.stages.some(({ code, status }) => code === 'PROD_APPROVAL' && status === 'Running')
      while (!isAsked()) run = await client.getPipelineRun({ projectId, id })
      expect((await client.getPipelineRun({ projectId, id })).status).toBe('Running')
      emulator.review(id, verdict)
      expect((await settled(client, id)).status).toBe(end)
      expect(() => emulator.review(id, verdict)).toThrow('waits for approval')
    }
  })
})

describe('a pipeline run', () => {
  test('is ended before it is done, and then nothing can be executed', async () => {
    const { client } = await start()
    const { id } = await client.createPipelineRun({ projectId, type: 'Online', objectIds: [await submitted(client)] })
    await settled(client, id)
    await client.abolishPipelineRun({ projectId, id })
    expect((await client.getPipelineRun({ projectId, id })).status).toBe('Termination')
    const late = client.execPipelineRunStage({ projectId, id, code: 'PROD_CHECK' })
    expect(await refusal(late)).toMatch(/^400 \d+ 流水线不是正在运行/)
    expect(await refusal(client.abolishPipelineRun({ projectId, id }))).toMatch(/^400/)
  })

  test('skips and repeats no stage', async () => {
    const { client } = await start()
    const { id } = await client.createPipelineRun({ projectId, type: 'Online', objectIds: [await submitted(client)] })
    await settled(client, id)
    for (const code of ['PROD', 'BUILD_PACKAGE']) {
      expect(await refusal(client.execPipelineRunStage({ projectId, id, code }))).toContain('is not the next one')
    }
    expect(await refusal(client.execPipelineRunStage({ projectId, id, code: 'prod' }))).toContain('does not exist')
  })

  test('is refused for the node of a workflow and for what does not exist', async () => {
    const { client } = await start()
    await submitted(client)
    const node = (await client.listNodes({ projectId })).items[0]?.id ?? ''
    for (const id of [node, '5']) {
      const call = client.createPipelineRun({ projectId, type: 'Online', objectIds: [id] })
      expect(await refusal(call)).toBe(`400 5801489541076353033 未找到发布对象: [["${id}"]]`)
    }
  })

  test('takes the first of several objects', async () => {
    const { client, emulator } = await start()
    const objectIds = [await submitted(client), await submitted(client, workflow('other').cron('00 02 00 * * ?'))]
    await client.createPipelineRun({ projectId, type: 'Online', objectIds })
    expect(emulator.pipelineRuns[0]?.items.map(({ name }) => name)).not.toContain('other')
  })

  test('is found by what it releases and how it stands', async () => {
    const { client } = await start()
    const objectId = await submitted(client)
    const done = await drive(client, 'Online', objectId)
    const open = await client.createPipelineRun({ projectId, type: 'Online', objectIds: [objectId] })
    const found = async (filter: object) =>
      (await client.listPipelineRuns({ projectId, ...filter })).items.map(({ id }) => id)
    expect(await found({ objectId })).toEqual([open.id, done.id])
    expect(await found({ status: 'Success' })).toEqual([done.id])
    expect(await found({ objectId: '5' })).toEqual([])
    expect(await found({ creator: 'nobody' })).toEqual([])
  })
})
