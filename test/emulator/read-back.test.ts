import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { at, call, importSpec, readSpecOf } from './support/call.ts'
import { dependsOn, document, ids, node, workflow } from './support/documents.ts'

const serviceId = expect.stringMatching(/^\d{19}$/)

let emulator: Emulator
beforeEach(async () => {
  emulator = await startEmulator({ owner: '1107550004250001' })
})
afterEach(() => emulator.stop())

const pinned = (fields: Readonly<Record<string, unknown>> = {}) => workflow('orders', { id: ids.workflow, ...fields })
const workflowOf = async () => at(await readSpecOf(emulator, ids.workflow), 'spec', 'workflows', 0)

describe('a workflow as it is read back', () => {
  test('has what the service fills in', async () => {
    await importSpec(emulator, document([pinned()]))
    expect(await readSpecOf(emulator, ids.workflow)).toEqual({
      version: '1.1.0',
      kind: 'CycleWorkflow',
      spec: {
        name: 'orders',
        id: ids.workflow,
        type: 'CycleWorkflow',
        owner: '1107550004250001',
        workflows: [
          {
            script: { path: 'retail/orders', runtime: { command: 'WORKFLOW' }, id: serviceId },
            id: ids.workflow,
            trigger: {
              type: 'Scheduler',
              id: serviceId,
              cron: '00 00 00 * * ?',
              startTime: '1970-01-01 00:00:00',
              endTime: '9999-01-01 00:00:00',
              timezone: 'Asia/Shanghai',
              delaySeconds: 0,
            },
            strategy: {
              timeout: 0,
              instanceMode: 'T+1',
              rerunMode: 'Allowed',
              rerunTimes: 3,
              rerunInterval: 120_000,
              failureStrategy: 'Break',
              recurrenceType: 'Normal',
            },
            name: 'orders',
            owner: '1107550004250001',
            citable: false,
            metadata: expect.objectContaining({
              projectId: '10000',
              owner: '1107550004250001',
              project: expect.objectContaining({ projectIdentifier: 'dw_project', schedulerRetryInterval: 120_000 }),
            }),
            inputs: {},
            outputs: {
              nodeOutputs: [
                { data: ids.workflow, artifactType: 'NodeOutput', refTableName: 'orders', isDefault: true },
                { data: 'dw_project.orders', artifactType: 'NodeOutput', refTableName: 'orders', isDefault: false },
              ],
            },
            nodes: [],
            dependencies: [],
          },
        ],
      },
      metadata: { tenantId: expect.any(String), projectId: '10000', uuid: ids.workflow },
    })
  })

  test('keeps what was given', async () => {
    const given = {
      owner: '1',
      description: 'daily',
      citable: true,
      trigger: { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Tokyo' },
      strategy: { rerunMode: 'Denied', rerunTimes: 0, priority: 7, failureStrategy: 'Continue' },
      inputs: { variables: [{ name: 'v' }] },
    }
    await importSpec(emulator, document([pinned(given)]))
    expect(await workflowOf()).toMatchObject(given)
  })

  test('has no field that the service does not know, nor nulls', async () => {
    await importSpec(
      emulator,
      document([pinned({ invented: 1, description: null, nodes: [node('a', { invented: 1 })] })]),
    )
    const text = JSON.stringify(await readSpecOf(emulator, ids.workflow))
    expect(text).not.toContain('invented')
    expect(text).not.toContain('null')
  })

  test('is text with tabs and without a space after a colon', async () => {
    await importSpec(emulator, document([pinned()]))
    const { body } = await call(emulator, 'GetWorkflowDefinition', { Id: ids.workflow })
    const text = String(at(body, 'WorkflowDefinition', 'Spec'))
    expect(
      text.startsWith('{\n\t"version":"1.1.0",\n\t"kind":"CycleWorkflow",\n\t"spec":{\n\t\t"name":"orders",'),
    ).toBe(true)
    expect(text).toContain('"inputs":{},')
    expect(text).toContain('"nodes":[],')
  })

  test('keeps integers beyond 2^53', async () => {
    const spec = JSON.stringify(document([pinned({ strategy: { priority: 0 } })])).replace(
      '"priority":0',
      '"priority":9007199254740993',
    )
    await importSpec(emulator, spec)
    expect(at(await workflowOf(), 'strategy', 'priority')).toBe(9007199254740993n)
  })

  test.each([
    ['ManualWorkflow', { type: 'Manual', id: serviceId }],
    ['TriggerWorkflow', { type: 'Custom', id: serviceId }],
  ])('of kind %s is not scheduled', async (kind, trigger) => {
    await importSpec(emulator, document([pinned({ nodes: [node('a')] })], { kind: kind.toLowerCase() }))
    expect(await workflowOf()).toMatchObject({ trigger, nodes: [{ trigger }] })
    expect(await readSpecOf(emulator, ids.workflow)).toMatchObject({ kind, spec: { type: kind } })
  })
})

describe('a node as it is read back', () => {
  test('has what the service fills in', async () => {
    await importSpec(emulator, document([pinned({ owner: '2', nodes: [node('a', { id: ids.first })] })]))
    const [kept] = [at(await workflowOf(), 'nodes', 0)]
    expect(kept).toEqual({
      recurrence: 'Normal',
      id: ids.first,
      timeout: 0,
      instanceMode: 'T+1',
      rerunMode: 'Allowed',
      rerunTimes: 3,
      rerunInterval: 120_000,
      script: { path: 'retail/orders/a', runtime: { command: 'ODPS_SQL', cu: '0.25' }, content: '-- a', id: serviceId },
      trigger: {
        type: 'Scheduler',
        id: serviceId,
        cron: expect.stringMatching(/^00 [0-2]\d 00 \* \* \?$/),
        startTime: '1970-01-01 00:00:00',
        endTime: '9999-01-01 00:00:00',
        timezone: 'Asia/Shanghai',
        delaySeconds: 0,
      },
      runtimeResource: { resourceGroup: expect.any(String), id: serviceId, resourceGroupId: expect.any(String) },
      name: 'a',
      owner: '2',
      metadata: expect.objectContaining({
        container: { type: 'Flow', uuid: ids.workflow },
        createTime: expect.any(String),
      }),
      inputs: {},
      outputs: { nodeOutputs: [{ data: ids.first, artifactType: 'NodeOutput', refTableName: 'a', isDefault: true }] },
    })
  })

  test('keeps what was given', async () => {
    const given = {
      description: 'd',
      recurrence: 'Skip',
      timeout: 3,
      timeoutUnit: 'HOURS',
      instanceMode: 'Immediately',
      rerunMode: 'FailureAllowed',
      rerunTimes: 1,
      rerunInterval: 60_000,
      priority: 8,
      datasource: { name: 'odps_first', type: 'odps' },
      runtimeResource: { resourceGroup: 'S_res_group' },
      script: {
        path: 'x/a',
        language: 'odps-sql',
        content: '',
        runtime: { command: 'ODPS_SQL', cu: '1' },
        parameters: [{ name: 'p' }],
      },
      'for-each': { maxIterations: 128 },
    }
    await importSpec(emulator, document([pinned({ nodes: [node('a', given)] })]))
    expect(await workflowOf()).toMatchObject({ nodes: [given] })
  })

  test.each([
    ['nodeOutputs', 'nodeOutputs'],
    ['outputs', 'nodeOutputs'],
    ['NodeOutput', 'nodeOutputs'],
  ])('has the outputs given as %s besides the one of its id', async (group, written) => {
    const outputs = {
      [group]: [{ data: 'orders.a', artifactType: 'NodeOutput', refTableName: 't' }],
      tables: [{ guid: 'odps.a' }],
    }
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first, outputs })] })]))
    expect(at(await workflowOf(), 'nodes', 0, 'outputs')).toEqual({
      [written]: [
        { data: ids.first, artifactType: 'NodeOutput', refTableName: 'a', isDefault: true },
        { data: 'orders.a', artifactType: 'NodeOutput', refTableName: 't', isDefault: false },
      ],
      tables: [{ guid: 'odps.a' }],
    })
  })

  test('stands in the order of the ids, not of the document', async () => {
    const nodes = [node('c', { id: ids.third }), node('a', { id: ids.first }), node('tiny', { id: '9' })]
    await importSpec(emulator, document([pinned({ nodes })]))
    expect(emulator.projects[0]?.workflows[0]?.nodes.map(({ name }) => name)).toEqual(['tiny', 'a', 'c'])
  })

  test('leaves out its script unless it is asked for', async () => {
    await importSpec(emulator, document([pinned({ nodes: [node('a')] })]))
    for (const [IncludeScriptContent, content] of [
      [false, undefined],
      [true, '-- a'],
    ] as const) {
      const { body } = await call(emulator, 'GetWorkflowDefinition', { Id: ids.workflow, IncludeScriptContent })
      const spec: unknown = JSON.parse(String(at(body, 'WorkflowDefinition', 'Spec')))
      expect(at(spec, 'spec', 'workflows', 0, 'nodes', 0, 'script', 'content')).toBe(content)
    }
  })

  test('comes from GetNode as a document of its workflow, with its own edges', async () => {
    const nodes = [node('a', { id: ids.first }), node('b', { id: ids.second })]
    const dependencies = [dependsOn(ids.first, 'dw_project_root'), dependsOn(ids.second, ids.first)]
    await importSpec(emulator, document([pinned({ nodes, dependencies })]))
    const { body } = await call(emulator, 'GetNode', { Id: ids.second, ProjectId: 10000 })
    expect(body).toMatchObject({ Node: { Id: ids.second, Name: 'b', ProjectId: 10000 } })
    const spec: unknown = JSON.parse(String(at(body, 'Node', 'Spec')))
    expect(spec).toMatchObject({ kind: 'CycleWorkflow', metadata: { uuid: ids.second } })
    expect(at(spec, 'spec', 'workflows', 0)).toMatchObject({
      id: ids.workflow,
      nodes: [{ id: ids.second, script: { content: '-- b' } }],
      dependencies: [{ nodeId: ids.second }],
    })
    expect(at(spec, 'spec', 'workflows', 0, 'dependencies')).toHaveLength(1)
  })
})

describe('times', () => {
  test('are those of the clock, in milliseconds and in the time of Shanghai', async () => {
    await emulator.stop()
    let time = Date.now()
    emulator = await startEmulator({ now: () => time })
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first })] })]))
    const times = async () => (await call(emulator, 'GetWorkflowDefinition', { Id: ids.workflow })).body
    expect(await times()).toMatchObject({ WorkflowDefinition: { CreateTime: time, ModifyTime: time } })
    const created = time
    time += 60_000
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first })] })]))
    expect(await times()).toMatchObject({ WorkflowDefinition: { CreateTime: created, ModifyTime: time } })
    const shanghai = new Date(created).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' })
    expect(at(await workflowOf(), 'nodes', 0, 'metadata', 'createTime')).toBe(shanghai)
  })
})

describe('ids as numbers', () => {
  test('are bare integers in answers, and texts in documents', async () => {
    await emulator.stop()
    emulator = await startEmulator({ idsAsNumbers: true })
    await importSpec(emulator, document([pinned({ nodes: [node('a', { id: ids.first })] })]))
    const answers = [
      at((await call(emulator, 'GetWorkflowDefinition', { Id: ids.workflow })).body, 'WorkflowDefinition', 'Id'),
      at(
        (await call(emulator, 'ListWorkflowDefinitions', { ProjectId: 10000 })).body,
        'PagingInfo',
        'WorkflowDefinitions',
        0,
        'Id',
      ),
      at((await call(emulator, 'GetNode', { Id: ids.first })).body, 'Node', 'Id'),
      at((await call(emulator, 'ListNodes', { ProjectId: 10000 })).body, 'PagingInfo', 'Nodes', 0, 'Id'),
    ]
    expect(answers).toEqual([BigInt(ids.workflow), BigInt(ids.workflow), BigInt(ids.first), BigInt(ids.first)])
    expect(at(await workflowOf(), 'id')).toBe(ids.workflow)
  })
})
