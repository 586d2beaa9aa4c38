import { startEmulator } from 'flowspec/testing'
import { describe, expect, test } from 'vitest'
import { callOfficially, refusalOf } from './support/official-client.ts'

const everyAscii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
const chinese = '订单日报：每日凌晨汇总“华东”区 𠮷 的销售额'

const workflow = {
  version: '1.1.0',
  kind: 'CycleWorkflow',
  spec: {
    name: 'daily_orders',
    type: 'CycleWorkflow',
    workflows: [
      {
        id: '6324567691239009123',
        name: 'daily_orders',
        script: { path: 'retail/daily_orders', runtime: { command: 'WORKFLOW' } },
        trigger: { type: 'Scheduler', cron: '00 02 00 * * ?', timezone: 'Asia/Shanghai' },
        nodes: [
          {
            id: '7429810016123251111',
            name: 'start',
            script: { path: 'retail/daily_orders/start', runtime: { command: 'VIRTUAL' } },
          },
          {
            id: '5951821373034082222',
            name: 'report',
            script: { content: `${everyAscii}${chinese}`, runtime: { command: 'ODPS_SQL' } },
          },
        ],
        dependencies: [
          {
            nodeId: '5951821373034082222',
            depends: [{ type: 'Normal', output: '7429810016123251111', refTableName: 'start' }],
          },
        ],
      },
    ],
  },
}

function field(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined),
    value,
  )
}

describe('the official client, by its generic call', () => {
  test('creates a workflow, which has no nodes', async () => {
    const emulator = await startEmulator()
    const created = await callOfficially(emulator, ['2024-05-18', 'POST', 'CreateWorkflowDefinition'], {
      ProjectId: 10000,
      Spec: JSON.stringify(workflow),
    })
    expect(created.statusCode).toBe(200)
    expect(created.body['Id']).toMatch(/^\d{19}$/)
    expect(created.body['RequestId']).toMatch(/^[0-9A-F-]{36}$/)
    expect(emulator.projects[0]?.workflows).toMatchObject([{ name: 'daily_orders', nodes: [], edges: [] }])
    await emulator.stop()
  })

  test('imports a workflow, polls the job, and reads back every node, edge and character', async () => {
    const emulator = await startEmulator()
    const imported = await callOfficially(emulator, ['2024-05-18', 'POST', 'ImportWorkflowDefinition'], {
      ProjectId: 10000,
      Spec: JSON.stringify(workflow),
    })
    expect(imported.body['AsyncJob']).toMatchObject({
      Completed: false,
      Progress: 0,
      Response: '6324567691239009123',
      Status: 'Running',
      Type: 'Create',
    })
    const JobId = String(field(imported.body, 'AsyncJob', 'Id'))
    const poll = async () => (await callOfficially(emulator, ['2024-05-18', 'GET', 'GetJobStatus'], { JobId })).body
    expect(await poll()).toMatchObject({ JobStatus: { JobId, Status: 'Running', Completed: 'False' } })
    expect(await poll()).toMatchObject({ JobStatus: { JobId, Status: 'Success', Completed: 'True' } })

    const read = await callOfficially(emulator, ['2024-05-18', 'GET', 'GetWorkflowDefinition'], {
      Id: '6324567691239009123',
      ProjectId: 10000,
      IncludeScriptContent: true,
    })
    const document: unknown = JSON.parse(String(field(read.body, 'WorkflowDefinition', 'Spec')))
    expect(field(document, 'spec', 'workflows', '0')).toMatchObject({
      name: 'daily_orders',
      nodes: [{ name: 'report', script: { content: `${everyAscii}${chinese}` } }, { name: 'start' }],
      dependencies: workflow.spec.workflows[0]?.dependencies,
    })
    await emulator.stop()
  })

  test('creates a business process in the legacy workspace', async () => {
    const emulator = await startEmulator()
    const created = await callOfficially(emulator, ['2020-05-18', 'POST', 'CreateBusiness'], {
      ProjectIdentifier: 'dw_legacy',
      BusinessName: `${chinese} & =+%`,
      Description: everyAscii,
      UseType: 'MANUAL_BIZ',
    })
    expect(created.body).toMatchObject({ HttpStatusCode: 200, Success: true, BusinessId: expect.any(Number) })
    const read = await callOfficially(emulator, ['2020-05-18', 'POST', 'GetBusiness'], {
      ProjectId: 20000,
      BusinessId: Number(created.body['BusinessId']),
    })
    expect(read.body['Data']).toMatchObject({
      BusinessName: `${chinese} & =+%`,
      Description: everyAscii,
      UseType: 'MANUAL_BIZ',
      ProjectId: '20000',
    })
    await emulator.stop()
  })

  test('puts every character into a query as well', async () => {
    const emulator = await startEmulator()
    const listed = await callOfficially(emulator, ['2024-05-18', 'GET', 'ListWorkflowDefinitions'], {
      ProjectId: 10000,
      Name: `${everyAscii}${chinese}`,
    })
    expect(listed.body).toMatchObject({ PagingInfo: { TotalCount: 0, WorkflowDefinitions: [] } })
    expect(emulator.requests[0]?.parameters['Name']).toBe(`${everyAscii}${chinese}`)
    await emulator.stop()
  })

  test('loses digits of ids that come as numbers, as it does with the service', async () => {
    const emulator = await startEmulator({ idsAsNumbers: true })
    const created = await callOfficially(emulator, ['2024-05-18', 'POST', 'CreateWorkflowDefinition'], {
      ProjectId: 10000,
      Spec: JSON.stringify(workflow),
    })
    const id = emulator.projects[0]?.workflows[0]?.id
    expect(created.body['Id']).toBe(Number(id))
    expect(String(created.body['Id'])).not.toBe(id)
    await emulator.stop()
  })

  test('signs with a security token', async () => {
    const credentials = { accessKeyId: 'STS.id', accessKeySecret: 'secret', securityToken: 'token+/=' }
    const emulator = await startEmulator({ credentials })
    const call = (key: { accessKeyId: string; accessKeySecret: string; securityToken?: string }) =>
      callOfficially(emulator, ['2024-05-18', 'POST', 'ListProjects'], {}, key)
    expect((await call(credentials)).statusCode).toBe(200)
    const { securityToken: _, ...withoutToken } = credentials
    expect(await refusalOf(call(withoutToken))).toMatchObject({ code: 'MissingSecurityToken', statusCode: 400 })
    const withAnother = { ...credentials, securityToken: 'another' }
    expect((await refusalOf(call(withAnother))).code).toBe('InvalidSecurityToken.MismatchWithAccessKey')
    await emulator.stop()
  })
})

describe('a request that is not authentic gets the documented code', () => {
  const list = ['2024-05-18', 'POST', 'ListProjects'] as const

  test('a wrong secret: the string to sign is quoted, the secret is not', async () => {
    const emulator = await startEmulator()
    const { accessKeyId } = emulator.credentials
    const error = await refusalOf(callOfficially(emulator, list, {}, { accessKeyId, accessKeySecret: 'wrong' }))
    expect(error).toMatchObject({ code: 'SignatureDoesNotMatch', statusCode: 400 })
    expect(error.message).toMatch(/ACS3-HMAC-SHA256\n[0-9a-f]{64}/)
    expect(JSON.stringify(error.data)).not.toContain(emulator.credentials.accessKeySecret)
    await emulator.stop()
  })

  test('an unknown access key', async () => {
    const emulator = await startEmulator()
    const { accessKeySecret } = emulator.credentials
    const error = await refusalOf(callOfficially(emulator, list, {}, { accessKeyId: 'nobody', accessKeySecret }))
    expect(error).toMatchObject({ code: 'InvalidAccessKeyId.NotFound', statusCode: 404 })
    await emulator.stop()
  })

  const minute = 60_000
  test.each([
    ['14 minutes behind', -14 * minute, undefined],
    ['14 minutes ahead', 14 * minute, undefined],
    ['16 minutes behind', -16 * minute, 'InvalidTimeStamp.Expired'],
    ['16 minutes ahead', 16 * minute, 'InvalidTimeStamp.Expired'],
  ])('a caller whose clock is %s', async (_, offset, code) => {
    const emulator = await startEmulator({ now: () => Date.now() - offset })
    const call = callOfficially(emulator, list, {})
    if (code === undefined) expect((await call).statusCode).toBe(200)
    else expect((await refusalOf(call)).code).toBe(code)
    await emulator.stop()
  })

  test('a nonce that was used before', async () => {
    const emulator = await startEmulator()
    const nonce = { 'x-acs-signature-nonce': 'used-twice' }
    await callOfficially(emulator, list, {}, emulator.credentials, nonce)
    const error = await refusalOf(callOfficially(emulator, list, {}, emulator.credentials, nonce))
    expect(error).toMatchObject({ code: 'SignatureNonceUsed', statusCode: 400 })
    await emulator.stop()
  })

  test('an operation that does not exist', async () => {
    const emulator = await startEmulator()
    for (const [version, method, action] of [
      ['2024-05-18', 'POST', 'createWorkflowDefinition'],
      ['2024-05-18', 'POST', 'GetJobStatus'],
      ['2020-05-18', 'POST', 'CreateWorkflowDefinition'],
      ['2024-05-18', 'POST', 'toString'],
    ] as const) {
      const error = await refusalOf(callOfficially(emulator, [version, method, action], {}))
      expect(error).toMatchObject({ code: 'InvalidAction.NotFound', statusCode: 404 })
    }
    await emulator.stop()
  })
})
