import type { DataWorksClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { clientOf } from './support/test-client.ts'

const node = {
  Id: '1',
  Name: 'ods',
  Owner: 'o',
  ProjectId: 10000,
  Recurrence: 'Normal',
  TaskId: 2,
  CreateTime: 1700000000000,
  Script: { Id: '3', Path: 'orders/ods', Runtime: { Command: 'ODPS_SQL' } },
  Trigger: { Id: '4', Type: 'Scheduler', Cron: '00 02 00 * * ?', Timezone: 'Asia/Shanghai' },
  Strategy: { InstanceMode: 'T+1', RerunMode: 'Allowed', RerunTimes: 3, RerunInterval: 180000, Timeout: 0 },
  RuntimeResource: { ResourceGroupId: 'g' },
  DataSource: { Name: 'odps_first', Type: 'odps' },
  Tags: [{ Key: 'k', Value: 'v' }],
  Inputs: { Tables: [{ Guid: 'odps.p.t' }] },
  Outputs: {
    NodeOutputs: [{ Data: 'p.ods', RefTableName: 'ods' }],
    Variables: [{ Id: '5', Name: 'v', Scope: 'NodeContext', Type: 'Constant', Value: 'x', Node: { Output: 'p.ods' } }],
  },
}
const nodePage = { RequestId: 'R', PagingInfo: { Nodes: [node], PageNumber: '1', PageSize: '10', TotalCount: '1' } }

interface Case {
  readonly run: (client: DataWorksClient) => Promise<unknown>
  readonly method: string
  readonly version: string
  readonly query?: object
  readonly form?: object
  readonly body: object
  readonly result: object
}

const project = '9223372036854775807'
const cases: Readonly<Record<string, Case>> = {
  CreateWorkflowDefinition: {
    run: (client) =>
      client.createWorkflowDefinition({ projectId: BigInt(project), spec: { version: '1.1.0', kind: 'Node' } }),
    method: 'POST',
    version: '2024-05-18',
    form: { ProjectId: project, Spec: '{"kind":"Node","version":"1.1.0"}' },
    body: { Id: '8763436097170422238', RequestId: 'R' },
    result: { id: '8763436097170422238', requestId: 'R' },
  },
  ImportWorkflowDefinition: {
    run: (client) => client.importWorkflowDefinition({ projectId: project, spec: '{"as":"written" }', dryRun: false }),
    method: 'POST',
    version: '2024-05-18',
    form: { ProjectId: project, Spec: '{"as":"written" }', DryRun: 'false' },
    body: {
      RequestId: 'R',
      AsyncJob: {
        Id: 'J',
        Type: 'Create',
        Status: 'Running',
        Completed: false,
        Progress: 30,
        CreateTime: 5,
        Response: '9',
      },
    },
    result: {
      jobId: 'J',
      type: 'Create',
      status: 'Running',
      completed: false,
      progress: 30,
      createTime: 5,
      workflowId: '9',
    },
  },
  GetJobStatus: {
    run: (client) => client.getJobStatus({ jobId: 'J' }),
    method: 'GET',
    version: '2024-05-18',
    query: { JobId: 'J' },
    body: {
      RequestId: 'R',
      JobStatus: {
        JobId: 'J',
        JobType: 'Create',
        Status: 'Fail',
        Completed: 'True',
        CreateTime: '1706581425000',
        Error: 'E',
      },
    },
    result: { jobId: 'J', jobType: 'Create', status: 'Fail', completed: true, createTime: 1706581425000, error: 'E' },
  },
  GetWorkflowDefinition: {
    run: (client) => client.getWorkflowDefinition({ id: 7n, projectId: 10000, includeScriptContent: true }),
    method: 'GET',
    version: '2024-05-18',
    query: { Id: '7', ProjectId: '10000', IncludeScriptContent: 'true' },
    body: { WorkflowDefinition: { Id: '7', Name: 'n', Spec: '{}', ProjectId: 10000, WorkflowId: 8, CreateTime: 1 } },
    result: { id: '7', name: 'n', spec: '{}', projectId: '10000', workflowId: '8', createTime: 1, owner: undefined },
  },
  ListWorkflowDefinitions: {
    run: (client) =>
      client.listWorkflowDefinitions({
        projectId: 1,
        type: 'ManualWorkflow',
        name: 'or',
        owner: 'o',
        pageNumber: 2,
        pageSize: 50,
      }),
    method: 'GET',
    version: '2024-05-18',
    query: { ProjectId: '1', Type: 'ManualWorkflow', Name: 'or', Owner: 'o', PageNumber: '2', PageSize: '50' },
    body: {
      RequestId: 'R',
      PagingInfo: {
        PageNumber: 2,
        PageSize: 50,
        TotalCount: 51,
        WorkflowDefinitions: [
          {
            Id: '1',
            Name: 'orders',
            Type: 'ManualWorkflow',
            Script: { Path: 'a/orders', Runtime: { Command: 'WORKFLOW' } },
          },
        ],
      },
    },
    result: {
      pageNumber: 2,
      pageSize: 50,
      totalCount: 51,
      requestId: 'R',
      items: [{ id: '1', name: 'orders', type: 'ManualWorkflow', script: { path: 'a/orders', command: 'WORKFLOW' } }],
    },
  },
  ListNodes: {
    run: (client) =>
      client.listNodes({
        projectId: 1,
        containerId: '2',
        name: 'o',
        recurrence: 'Pause',
        rerunMode: 'Denied',
        scene: 'S',
        pageSize: 10,
      }),
    method: 'GET',
    version: '2024-05-18',
    query: {
      ProjectId: '1',
      ContainerId: '2',
      Name: 'o',
      Recurrence: 'Pause',
      RerunMode: 'Denied',
      Scene: 'S',
      PageSize: '10',
    },
    body: nodePage,
    result: {
      pageNumber: 1,
      pageSize: 10,
      totalCount: 1,
      items: [
        {
          id: '1',
          name: 'ods',
          projectId: '10000',
          taskId: '2',
          createTime: 1700000000000,
          script: { id: '3', path: 'orders/ods', command: 'ODPS_SQL' },
          trigger: { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' },
          strategy: { instanceMode: 'T+1', rerunMode: 'Allowed', rerunTimes: 3, rerunInterval: 180000, timeout: 0 },
          runtimeResource: { resourceGroup: undefined, resourceGroupId: 'g' },
          dataSource: { name: 'odps_first', type: 'odps' },
          tags: [{ key: 'k', value: 'v' }],
          inputs: { nodeOutputs: [], tables: [{ guid: 'odps.p.t' }], variables: [] },
          outputs: {
            nodeOutputs: [{ data: 'p.ods', refTableName: 'ods' }],
            variables: [{ name: 'v', nodeOutput: 'p.ods' }],
          },
        },
      ],
    },
  },
  ListNodeDependencies: {
    run: (client) => client.listNodeDependencies({ id: '9', projectId: 1, pageNumber: 1 }),
    method: 'GET',
    version: '2024-05-18',
    query: { Id: '9', ProjectId: '1', PageNumber: '1' },
    body: nodePage,
    result: { totalCount: 1, items: [{ id: '1', name: 'ods' }] },
  },
  CreateBusiness: {
    run: (client) =>
      client.createBusiness({
        projectId: '10000',
        businessName: 'retail',
        description: '',
        owner: 'o',
        useType: 'NORMAL',
      }),
    method: 'POST',
    version: '2020-05-18',
    form: { ProjectId: '10000', BusinessName: 'retail', Description: '', Owner: 'o', UseType: 'NORMAL' },
    body: { HttpStatusCode: 200, RequestId: 'R', Success: true, BusinessId: 1000001, ErrorCode: '', ErrorMessage: '' },
    result: {
      businessId: '1000001',
      success: true,
      httpStatusCode: 200,
      errorCode: undefined,
      errorMessage: undefined,
      requestId: 'R',
    },
  },
}

describe.each(Object.entries(cases))('%s', (action, { run, method, version, query = {}, form = {}, body, result }) => {
  test('sends every parameter where it belongs', async () => {
    const { client, server } = await clientOf([{ body }])
    await run(client)
    const request = server.requests[0]
    expect(request?.method).toBe(method)
    expect(request?.headers).toMatchObject({ 'x-acs-action': action, 'x-acs-version': version })
    expect(Object.fromEntries(new URL(request?.url ?? '', server.url).searchParams)).toEqual(query)
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual(form)
  })

  test('reads the answer', async () => {
    const { client } = await clientOf([{ body }])
    expect(await run(client)).toMatchObject(result)
  })
})

describe('CreateBusiness', () => {
  const body = { Success: true, BusinessId: 5 }

  test('takes the workspace by its name, and another version', async () => {
    const { client, server } = await clientOf([{ body }])
    const params = { projectIdentifier: 'dw_legacy', businessName: 'b', useType: 'MANUAL_BIZ' } as const
    await client.createBusiness(params, { version: '2024-05-18' })
    expect(server.requests[0]?.headers['x-acs-version']).toBe('2024-05-18')
    expect(Object.fromEntries(new URLSearchParams(server.requests[0]?.body))).toEqual({
      ProjectIdentifier: 'dw_legacy',
      BusinessName: 'b',
      UseType: 'MANUAL_BIZ',
    })
  })
})

describe('a generic call', () => {
  test('sends any operation, objects as JSON', async () => {
    const { client, server } = await clientOf([{ body: { Success: true, Id: 'x' } }])
    const params = {
      ProjectId: 10000n,
      ObjectIds: ['1', 2n ** 62n],
      Deep: { a: true },
      Flag: false,
      Rate: 0.5,
      Empty: '',
      Left: undefined,
    }
    const options = { version: '2024-05-18', query: ['ProjectId'] }
    expect(await client.call('CreatePipelineRun', params, options)).toEqual({ Success: true, Id: 'x' })
    const request = server.requests[0]
    expect(request?.headers['x-acs-action']).toBe('CreatePipelineRun')
    expect(request?.url).toBe('/?ProjectId=10000')
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      ObjectIds: '["1",4611686018427387904]',
      Deep: '{"a":true}',
      Flag: 'false',
      Rate: '0.5',
      Empty: '',
    })
  })

  test('puts all of a GET into the query', async () => {
    const { client, server } = await clientOf([{ body: {} }])
    await client.call('GetProject', { Id: 1 }, { method: 'GET' })
    expect(server.requests[0]).toMatchObject({ method: 'GET', url: '/?Id=1', body: '' })
  })

  test('fails on Success: false', async () => {
    const { client } = await clientOf([{ body: { Success: false, ErrorCode: 'X' } }])
    await expect(client.call('DeleteBusiness')).rejects.toMatchObject({ action: 'DeleteBusiness', code: 'X' })
  })
})
