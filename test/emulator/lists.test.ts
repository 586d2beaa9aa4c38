import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, call, importSpec } from './support/call.ts'
import { document, node, workflow } from './support/documents.ts'

let emulator: Emulator
let workflowId = ''
beforeAll(async () => {
  emulator = await startEmulator({
    projects: [
      { id: 10000, identifier: 'dw_project' },
      { id: 10001, identifier: 'dw_other', edition: 'new' },
      { id: '20000', identifier: 'dw_legacy', edition: 'legacy' },
    ],
  })
  const nodes = Array.from({ length: 23 }, (_, index) =>
    node(`load_${String(index).padStart(2, '0')}`, {
      description: `number ${index}`,
      recurrence: index % 2 === 0 ? 'Normal' : 'Pause',
      rerunMode: index < 5 ? 'Denied' : 'Allowed',
      datasource: { name: 'odps_first', type: 'odps' },
    }),
  )
  workflowId = (await importSpec(emulator, document([workflow('Loads', { owner: '7', nodes })]))).workflowId
  await importSpec(emulator, document([workflow('by_hand', { nodes: [node('manual')] })], { kind: 'ManualWorkflow' }))
  for (let index = 0; index < 12; index += 1) await importSpec(emulator, document([workflow(`loads_${index}`)]))
  await importSpec(emulator, document([workflow('elsewhere', { nodes: [node('other')] })]), { ProjectId: 10001 })
})
afterAll(() => emulator.stop())

type Filter = Readonly<Record<string, string | number>>

async function list(
  operation: string,
  parameters: Filter,
  items: string,
): Promise<{ names: unknown[]; paging: unknown; code: unknown }> {
  const { body } = await call(emulator, operation, parameters)
  const paging = at(body, 'PagingInfo')
  const found = at(paging, items)
  const names = Array.isArray(found) ? found.map((item: unknown) => at(item, 'Name')) : []
  return { names, paging, code: at(body, 'Code') }
}

describe('ListNodes', () => {
  const listNodes = (parameters: Filter) => list('ListNodes', { ProjectId: 10000, ...parameters }, 'Nodes')

  test('pages, with numbers as texts', async () => {
    expect((await listNodes({})).paging).toMatchObject({ PageNumber: '1', PageSize: '10', TotalCount: '24' })
    const seen = new Set<unknown>()
    for (const [PageNumber, count] of [
      [1, 10],
      [2, 10],
      [3, 4],
      [4, 0],
    ] as const) {
      const { names } = await listNodes({ PageNumber, PageSize: 10 })
      expect(names).toHaveLength(count)
      for (const name of names) seen.add(name)
    }
    expect(seen.size).toBe(24)
    expect((await listNodes({ PageSize: 100 })).names).toHaveLength(24)
  })

  test.each([['9'], ['101'], ['0'], ['ten'], ['-10'], ['10.0']])('refuses a page of %s', async (PageSize) => {
    expect((await listNodes({ PageSize })).code).toBe('InvalidPageSize')
  })

  test.each([['0'], ['first']])('refuses page %s', async (PageNumber) => {
    expect((await listNodes({ PageNumber })).code).toBe('InvalidPageNumber')
  })

  test.each<[string, () => Filter, number]>([
    ['a workflow', () => ({ ContainerId: workflowId }), 23],
    ['a workflow that does not exist', () => ({ ContainerId: '1' }), 0],
    ['a part of the name', () => ({ Name: 'LOAD_1' }), 10],
    ['the recurrence', () => ({ Recurrence: 'Pause' }), 11],
    ['the rerun mode', () => ({ RerunMode: 'Denied' }), 5],
    ['the scene of scheduled workflows', () => ({ Scene: 'DATAWORKS_PROJECT' }), 23],
    ['the scene of manual workflows', () => ({ Scene: 'DataworksManualWorkflow' }), 1],
    ['the scene of manual nodes', () => ({ Scene: 'DATAWORKS_MANUAL_TASK' }), 0],
    ['several at once', () => ({ RerunMode: 'Denied', Recurrence: 'Pause', ContainerId: workflowId }), 2],
  ])('finds nodes by %s', async (_, filter, count) => {
    expect((await listNodes({ ...filter(), PageSize: 100 })).names).toHaveLength(count)
  })

  test.each([
    ['Scene', 'toString'],
    ['Recurrence', 'normal'],
    ['RerunMode', 'Never'],
  ])('refuses an unknown %s', async (name, value) => {
    expect((await listNodes({ [name]: value })).code).toBe(`Invalid${name}`)
  })

  test('shows of a node what the operation is documented to show', async () => {
    const { paging } = await listNodes({ Name: 'load_01' })
    expect(at(paging, 'Nodes', 0)).toEqual({
      Id: expect.stringMatching(/^\d{19}$/),
      Name: 'load_01',
      Owner: '7',
      Description: 'number 1',
      ProjectId: 10000,
      CreateTime: expect.any(Number),
      ModifyTime: expect.any(Number),
      Recurrence: 'Pause',
      Script: { Id: expect.any(String), Path: 'retail/Loads/load_01', Runtime: { Command: 'ODPS_SQL' } },
      Trigger: {
        Id: expect.any(String),
        Type: 'Scheduler',
        Cron: expect.any(String),
        StartTime: '1970-01-01 00:00:00',
        EndTime: '9999-01-01 00:00:00',
        Timezone: 'Asia/Shanghai',
      },
      Strategy: { InstanceMode: 'T+1', RerunMode: 'Denied', RerunTimes: 3, RerunInterval: 120_000, Timeout: 0 },
      RuntimeResource: { ResourceGroup: expect.any(String), ResourceGroupId: expect.any(String) },
      DataSource: { Name: 'odps_first', Type: 'odps' },
      Inputs: { NodeOutputs: [], Tables: [], Variables: [] },
      Outputs: { NodeOutputs: [{ Data: expect.any(String), RefTableName: 'load_01' }], Tables: [], Variables: [] },
    })
  })
})

describe('ListWorkflowDefinitions', () => {
  const listWorkflows = (parameters: Filter) =>
    list('ListWorkflowDefinitions', { ProjectId: 10000, ...parameters }, 'WorkflowDefinitions')

  test('pages, with numbers as numbers, and shows scheduled workflows', async () => {
    const { paging, names } = await listWorkflows({ PageSize: 5, PageNumber: 3 })
    expect(paging).toMatchObject({ PageNumber: 3, PageSize: 5, TotalCount: 13 })
    expect(names).toEqual(['loads_9', 'loads_10', 'loads_11'])
    expect((await listWorkflows({ PageSize: 101 })).code).toBe('InvalidPageSize')
  })

  test.each<[string, Filter, unknown[]]>([
    ['a part of the name', { Name: 'OADS_1' }, ['loads_1', 'loads_10', 'loads_11']],
    ['a name that others contain', { Name: 'loads', Owner: '7' }, ['Loads']],
    ['the owner', { Owner: '8' }, []],
    ['the type', { Type: 'ManualWorkflow' }, ['by_hand']],
  ])('finds workflows by %s', async (_, filter, names) => {
    expect((await listWorkflows(filter)).names).toEqual(names)
  })

  test('shows of a workflow what the operation is documented to show', async () => {
    expect((await listWorkflows({ Owner: '7' })).paging).toMatchObject({
      WorkflowDefinitions: [
        {
          Id: workflowId,
          Name: 'Loads',
          Type: 'CycleWorkflow',
          Owner: '7',
          ProjectId: 10000,
          Script: { Path: 'retail/Loads', Runtime: { Command: 'WORKFLOW' } },
        },
      ],
    })
    expect((await listWorkflows({ Type: 'Workflow' })).code).toBe('InvalidType')
  })
})

describe('workspaces', () => {
  test('keep apart what is in them', async () => {
    const Id = emulator.projects[1]?.workflows[0]?.id ?? ''
    expect((await call(emulator, 'GetWorkflowDefinition', { Id, ProjectId: 10001 })).status).toBe(200)
    expect((await call(emulator, 'GetWorkflowDefinition', { Id })).status).toBe(200)
    expect((await call(emulator, 'GetWorkflowDefinition', { Id, ProjectId: 10000 })).status).toBe(400)
  })

  test('are listed and found by id', async () => {
    const listProjects = (parameters: Filter) => list('ListProjects', parameters, 'Projects')
    expect((await listProjects({})).names).toEqual(['dw_project', 'dw_other', 'dw_legacy'])
    expect((await listProjects({ Ids: '[10001, 20000]' })).names).toEqual(['dw_other', 'dw_legacy'])
    expect((await listProjects({ Names: '["dw_project"]' })).names).toEqual(['dw_project'])
    expect((await listProjects({ Status: 'Frozen' })).names).toEqual([])
    expect((await listProjects({ DevEnvironmentEnabled: 'true' })).names).toEqual([])
    const { body } = await call(emulator, 'GetProject', { Id: 10001 })
    expect(body).toMatchObject({ Project: { Id: 10001, Name: 'dw_other', Status: 'Available' } })
  })
})
