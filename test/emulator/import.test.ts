import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, call, importSpec, readSpecOf } from './support/call.ts'
import { dependsOn, document, ids, node, workflow } from './support/documents.ts'

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator()
})
afterEach(() => emulator.stop())

const pinned = (fields: Readonly<Record<string, unknown>>) => workflow('orders', { id: ids.workflow, ...fields })
const kept = () => emulator.projects[0]?.workflows ?? []

describe('a job', () => {
  test('runs for as many polls as it is told to, and takes effect at its end', async () => {
    await emulator.stop()
    emulator = await startEmulator({ jobDuration: { polls: 2 } })
    const Spec = JSON.stringify(document([pinned({ nodes: [node('a')] })]))
    const { body } = await call(emulator, 'ImportWorkflowDefinition', { ProjectId: 10000, Spec })
    const JobId = String(at(body, 'AsyncJob', 'Id'))
    const poll = async () => at((await call(emulator, 'GetJobStatus', { JobId })).body, 'JobStatus', 'Status')
    expect(await poll()).toBe('Running')
    expect(kept()).toEqual([])
    expect((await call(emulator, 'GetWorkflowDefinition', { Id: ids.workflow })).status).toBe(400)
    expect([await poll(), await poll()]).toEqual(['Running', 'Success'])
    expect(kept()).toMatchObject([{ id: ids.workflow, nodes: [{ name: 'a' }] }])
    expect(emulator.jobs).toEqual([{ id: JobId, workflowId: ids.workflow, status: 'Success', error: undefined }])
  })

  test('runs for as long as it is told to, and ends unwatched', async () => {
    await emulator.stop()
    let time = Date.now()
    emulator = await startEmulator({ now: () => time, jobDuration: { milliseconds: 5000 } })
    const Spec = JSON.stringify(document([pinned({})]))
    const { body } = await call(emulator, 'ImportWorkflowDefinition', { ProjectId: 10000, Spec })
    const list = async () =>
      at((await call(emulator, 'ListWorkflowDefinitions', { ProjectId: 10000 })).body, 'PagingInfo', 'TotalCount')
    time += 4999
    expect(await list()).toBe(0)
    time += 1
    expect(await list()).toBe(1)
    const { body: status } = await call(emulator, 'GetJobStatus', { JobId: String(at(body, 'AsyncJob', 'Id')) })
    expect(status).toMatchObject({
      JobStatus: { Status: 'Success', CreateTime: String(at(body, 'AsyncJob', 'CreateTime')) },
    })
  })

  test('that does not exist is not found', async () => {
    const { status, body } = await call(emulator, 'GetJobStatus', { JobId: '1' })
    expect({ status, code: at(body, 'Code') }).toEqual({ status: 400, code: '5801488441564725318' })
  })

  test('of a dry run gives the same verdict and leaves nothing behind', async () => {
    const right = document([pinned({ nodes: [node('a')] })])
    const wrong = document([pinned({ nodes: [node('a'), node('b', { rerunMode: 'Sometimes' })] })])
    expect(await importSpec(emulator, right, { DryRun: true })).toMatchObject({ status: 'Success' })
    const dry = await importSpec(emulator, wrong, { DryRun: true })
    expect(dry).toMatchObject({ status: 'Fail', error: { path: '$.spec.workflows[0].nodes[1].rerunMode' } })
    expect(await importSpec(emulator, wrong)).toMatchObject({ status: 'Fail', error: dry.error })
    expect(kept()).toEqual([])
  })
})

describe('an import', () => {
  test('takes the first workflow only', async () => {
    await importSpec(emulator, document([workflow('first'), workflow('second')]))
    expect(kept().map(({ name }) => name)).toEqual(['first'])
  })

  test('creates what has no id with a new id of 19 digits, and keeps an id that is new', async () => {
    const { workflowId } = await importSpec(
      emulator,
      document([workflow('w', { nodes: [node('a'), node('b', { id: ids.second })] })]),
    )
    expect(workflowId).toMatch(/^\d{19}$/)
    expect(kept()).toMatchObject([{ id: workflowId }])
    const byName = new Map(kept()[0]?.nodes.map(({ name, id }) => [name, id]))
    expect(byName.get('a')).toMatch(/^\d{19}$/)
    expect(byName.get('b')).toBe(ids.second)
  })

  test('takes ids in any spelling of an integer, and gives its own to what is no integer', async () => {
    const spec = JSON.stringify(document([pinned({ nodes: [node('a', { id: 'local' })] })])).replace(
      `"${ids.workflow}"`,
      ids.workflow,
    )
    expect(await importSpec(emulator, spec)).toMatchObject({ workflowId: ids.workflow, status: 'Success' })
    expect(kept()[0]?.nodes[0]?.id).toMatch(/^\d{19}$/)
  })

  test('updates what has a known id, and keeps the ids and times the service gave', async () => {
    const first = document([pinned({ nodes: [node('a', { id: ids.first })] })])
    await importSpec(emulator, first)
    const before = await readSpecOf(emulator, ids.workflow)
    const renamed = document([pinned({ nodes: [node('renamed', { id: ids.first, description: 'new' })] })])
    expect(await importSpec(emulator, renamed)).toMatchObject({ status: 'Success', workflowId: ids.workflow })
    const after = await readSpecOf(emulator, ids.workflow)
    const nodeOf = (spec: unknown) => at(spec, 'spec', 'workflows', 0, 'nodes', 0)
    expect(nodeOf(after)).toMatchObject({ id: ids.first, name: 'renamed', description: 'new' })
    for (const part of ['script', 'trigger']) {
      expect(at(nodeOf(after), part, 'id')).toBe(at(nodeOf(before), part, 'id'))
    }
    expect(at(nodeOf(after), 'metadata', 'createTime')).toBe(at(nodeOf(before), 'metadata', 'createTime'))
    expect(kept()).toHaveLength(1)
  })

  test('of one document twice changes nothing', async () => {
    const spec = document([
      pinned({
        nodes: [node('a', { id: ids.first }), node('b', { id: ids.second })],
        dependencies: [dependsOn(ids.second, ids.first)],
      }),
    ])
    await importSpec(emulator, spec)
    const before = await readSpecOf(emulator, ids.workflow)
    await importSpec(emulator, spec)
    expect(await readSpecOf(emulator, ids.workflow)).toEqual(before)
  })

  test('without nodes empties the workflow, and with fewer nodes removes the others', async () => {
    const nodes = [node('a', { id: ids.first }), node('b', { id: ids.second })]
    await importSpec(emulator, document([pinned({ nodes, dependencies: [dependsOn(ids.second, ids.first)] })]))
    await importSpec(
      emulator,
      document([pinned({ nodes: nodes.slice(1), dependencies: [dependsOn(ids.second, ids.first)] })]),
    )
    expect(kept()).toMatchObject([{ nodes: [{ name: 'b' }], edges: [] }])
    expect((await call(emulator, 'GetNode', { Id: ids.first })).status).toBe(400)
    await importSpec(emulator, document([pinned({ dependencies: [dependsOn(ids.second, 'dw_project_root')] })]))
    expect(kept()).toMatchObject([{ nodes: [], edges: [] }])
  })

  test.each([
    ['a name of another workflow', workflow('orders'), 'Workflow with the same name', '$.spec.workflows[0].name'],
    [
      'a name of a node elsewhere',
      workflow('w', { nodes: [node('a')] }),
      'Node with the same name',
      '$.spec.workflows[0].nodes[0].name',
    ],
    [
      'one name for two nodes',
      workflow('w', { nodes: [node('x'), node('x')] }),
      'Node with the same name',
      '$.spec.workflows[0].nodes[1].name',
    ],
    [
      'a known node without its id',
      pinned({ nodes: [node('a')] }),
      'Node with the same name',
      '$.spec.workflows[0].nodes[0].name',
    ],
    [
      'a node of another workflow',
      workflow('w', { nodes: [node('b', { id: ids.first })] }),
      'belongs to another',
      '$.spec.workflows[0].nodes[0].id',
    ],
    ['a node for a workflow', workflow('w', { id: ids.first }), 'belongs to another', '$.spec.workflows[0].id'],
    [
      'the workflow for a node',
      pinned({ nodes: [node('b', { id: ids.workflow })] }),
      'belongs to another',
      '$.spec.workflows[0].nodes[0].id',
    ],
    [
      'another type for a node',
      pinned({ nodes: [node('a', { id: ids.first, script: { runtime: { command: 'VIRTUAL' } } })] }),
      'cannot be changed from ODPS_SQL to VIRTUAL',
      '$.spec.workflows[0].nodes[0].script.runtime.command',
    ],
  ])('fails with %s, and changes nothing', async (_, wrong, message, path) => {
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first })] })]))
    const before = emulator.projects
    const { status, error } = await importSpec(emulator, document([wrong]))
    expect({ status, error }).toEqual({
      status: 'Fail',
      error: { code: expect.any(String), message: expect.stringContaining(message), path },
    })
    expect(emulator.projects).toEqual(before)
  })

  test("lets two workflows have nodes of one name where names are the workflow's own", async () => {
    await emulator.stop()
    emulator = await startEmulator({ uniqueNodeNames: 'workflow' })
    for (const name of ['v', 'w']) {
      expect(await importSpec(emulator, document([workflow(name, { nodes: [node('start')] })]))).toMatchObject({
        status: 'Success',
      })
    }
    const twice = document([workflow('x', { nodes: [node('start'), node('start')] })])
    expect(await importSpec(emulator, twice)).toMatchObject({ status: 'Fail' })
  })
})

describe('creating, updating and deleting a workflow', () => {
  const create = async (spec: unknown) =>
    call(emulator, 'CreateWorkflowDefinition', { ProjectId: 10000, Spec: JSON.stringify(spec) })

  test('create makes a new workflow without nodes, whatever the document holds', async () => {
    const { body } = await create(document([pinned({ nodes: [node('a')] }), workflow('second')]))
    expect(at(body, 'Id')).toMatch(/^\d{19}$/)
    expect(kept()).toMatchObject([{ id: at(body, 'Id'), name: 'orders', nodes: [], edges: [] }])
    expect((await create(document([pinned({})]))).body).toMatchObject({ Message: expect.stringContaining('same name') })
  })

  test('update changes the fields that are there, and neither nodes nor edges', async () => {
    const strategy = { rerunTimes: 5, rerunInterval: 60_000 }
    await importSpec(
      emulator,
      document([
        pinned({
          strategy,
          nodes: [node('a', { id: ids.first })],
          dependencies: [dependsOn(ids.first, 'dw_project_root')],
        }),
      ]),
    )
    const Spec = JSON.stringify(document([{ description: 'new', strategy: { rerunTimes: 1 }, owner: null, nodes: [] }]))
    const { body } = await call(emulator, 'UpdateWorkflowDefinition', { ProjectId: 10000, Id: ids.workflow, Spec })
    expect(body).toMatchObject({ Success: true })
    expect(at(await readSpecOf(emulator, ids.workflow), 'spec', 'workflows', 0)).toMatchObject({
      name: 'orders',
      owner: '1107550004253538',
      description: 'new',
      strategy: { rerunTimes: 1, rerunInterval: 60_000 },
      nodes: [{ name: 'a' }],
      dependencies: [{ nodeId: ids.first }],
    })
  })

  test('delete removes it with its nodes, and its name is free again', async () => {
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first })] })]))
    const remove = () => call(emulator, 'DeleteWorkflowDefinition', { ProjectId: 10000, Id: ids.workflow })
    expect((await remove()).body).toMatchObject({ Success: true })
    expect((await remove()).status).toBe(400)
    expect((await call(emulator, 'GetNode', { Id: ids.first })).status).toBe(400)
    expect(await importSpec(emulator, document([workflow('orders', { nodes: [node('a')] })]))).toMatchObject({
      status: 'Success',
    })
  })
})
