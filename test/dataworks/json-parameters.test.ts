import type { DataWorksClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { clientOf } from './support/test-client.ts'

const projectId = 10000
const long = '9223372036854775807'

/** What a call sends, with the query and the form as they arrive. */
async function sent(run: (client: DataWorksClient) => Promise<unknown>) {
  const body = { Success: true, OperationId: 'O', Id: 'I', WorkflowInstanceId: 1, PagingInfo: { TotalCount: 0 } }
  const { client, server } = await clientOf([{ body }])
  await run(client)
  const request = server.requests[0]
  const query = new URL(request?.url ?? '', server.url).searchParams
  return { query: Object.fromEntries(query), form: Object.fromEntries(new URLSearchParams(request?.body)) }
}

const run = { projectId, name: 'run', type: 'ManualWorkflow', workflowId: long } as const

describe('parameters that are lists or objects', () => {
  test('travel as JSON, with capital letters, what is left out not at all, and long numbers as bare digits', async () => {
    const defaultRunProperties = {
      rootTaskIds: [long, 5n, 7],
      alert: { type: 'Failure', noticeType: undefined },
      analysis: { enabled: false },
    } as const
    const { form } = await sent((client) => client.createWorkflowInstances({ ...run, defaultRunProperties }))
    expect(form['DefaultRunProperties']).toBe(
      `{"RootTaskIds":[${long},5,7],"Alert":{"Type":"Failure"},"Analysis":{"Enabled":false}}`,
    )
    expect(form['WorkflowId']).toBe(long)
  })

  test('travel as JSON texts where ids are texts', async () => {
    const params = { projectId, type: 'Online', objectIds: [long, 5] } as const
    expect((await sent((client) => client.createPipelineRun(params))).form['ObjectIds']).toBe(`["${long}","5"]`)
  })

  test('travel with commas where the service wants them so', async () => {
    const params = { projectId, types: ['odps', 'hologres'] }
    expect((await sent((client) => client.listDataSources(params))).query['Types']).toBe('odps,hologres')
  })

  // Which of a POST are in the query is not the same for any two of these.
  test.each<[string, (client: DataWorksClient) => Promise<unknown>, readonly string[], readonly string[]]>([
    [
      'RenameWorkflowDefinition',
      (client) => client.renameWorkflowDefinition({ id: 'a', projectId, name: 'n' }),
      ['Id', 'Name', 'ProjectId'],
      [],
    ],
    ['RenameNode', (client) => client.renameNode({ id: 'a', projectId, name: 'n' }), [], ['Id', 'Name', 'ProjectId']],
    [
      'ExecPipelineRunStage',
      (client) => client.execPipelineRunStage({ id: 'a', projectId, code: 'PROD' }),
      ['ProjectId'],
      ['Code', 'Id'],
    ],
  ])('%s has its parameters where they belong', async (_, call, query, form) => {
    const request = await sent(call)
    expect(Object.keys(request.query).sort()).toEqual(query)
    expect(Object.keys(request.form).sort()).toEqual(form)
  })
})

describe('parameters that cannot be sent are told by their place, and nothing is sent', () => {
  const wrong = (text: string): object => JSON.parse(text)
  test.each<[string, object, string]>([
    ['a list that is none', wrong('{"periods":{"bizDates":{}}}'), 'periods.bizDates must be a list, not an object'],
    ['an object that is none', wrong('{"periods":[]}'), 'periods must be an object, not a list'],
    [
      'a field that is missing',
      wrong('{"periods":{"bizDates":[{"startBizDate":"2024-01-01"}]}}'),
      'periods.bizDates[0].endBizDate is required',
    ],
    [
      'a field that is misspelt',
      wrong('{"defaultRunProperties":{"rootTaskId":[1]}}'),
      'defaultRunProperties.rootTaskId is no field; did you mean rootTaskIds?',
    ],
    [
      'an id that is no number',
      wrong('{"defaultRunProperties":{"rootTaskIds":["a"]}}'),
      'defaultRunProperties.rootTaskIds[0] must be a number that the service gave out',
    ],
    [
      'a flag that is text',
      wrong('{"defaultRunProperties":{"analysis":{"enabled":"yes"}}}'),
      'defaultRunProperties.analysis.enabled must be true or false',
    ],
    ['a parameter that is none', wrong('{"workflow":1}'), 'workflow is no parameter'],
    [
      'names that objects have by themselves',
      wrong('{"periods":{"bizDates":[],"__proto__":{}}}'),
      '__proto__ is no field',
    ],
  ])('%s', async (_, more, message) => {
    const { client, server } = await clientOf([{ body: {} }])
    const call = client.createWorkflowInstances(Object.assign({}, run, more))
    await expect(call).rejects.toThrow(message)
    await expect(call).rejects.toBeInstanceOf(TypeError)
    expect(server.requests).toEqual([])
  })
})
