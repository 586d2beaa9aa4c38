import { odpsSql, workflow } from 'flowspec'
import { createClient } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, emulated, orders } from './support/emulated.ts'
import { temporaryKey } from './support/key.ts'

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
const text = `${ascii} 数据开发 😀`
const projectId = 10000

describe('the signature is accepted', () => {
  test('with every ASCII character and Chinese text in a form and in a query', async () => {
    const { client, emulator } = await emulated()
    const code = workflow('text').cron('00 02 00 * * ?').nodes(odpsSql('a').code(text))
    const { jobId, workflowId } = await client.importWorkflowDefinition({ projectId, spec: code.build() })
    await client.waitForJob({ jobId }, { interval: 1 })
    const { spec } = await client.getWorkflowDefinition({ id: workflowId ?? '', projectId, includeScriptContent: true })
    expect(JSON.parse(spec).spec.workflows[0].nodes[0].script.content).toBe(text)
    expect(await client.listWorkflowDefinitions({ projectId, name: text })).toMatchObject({ items: [], totalCount: 0 })
    expect(emulator.requests.every(({ status }) => status === 200)).toBe(true)
  })

  test('of temporary credentials', async () => {
    const { client } = await emulated({
      credentials: { ...temporaryKey, securityToken: temporaryKey.securityToken ?? '' },
    })
    expect(await client.createBusiness({ projectId: 20000, businessName: 'b' })).toMatchObject({ success: true })
  })
})

describe('the signature is refused', () => {
  const ask = { jobId: '1' }

  test('with a wrong secret', async () => {
    const { emulator } = await emulated()
    const credentials = { ...emulator.credentials, accessKeySecret: 'wrong-secret' }
    const error = await caught(createClient({ endpoint: emulator.url, credentials }).getJobStatus(ask))
    expect(error).toMatchObject({ kind: 'signature-rejected', code: 'SignatureDoesNotMatch', retryable: false })
  })

  test('with an unknown key', async () => {
    const { emulator } = await emulated()
    const credentials = { ...emulator.credentials, accessKeyId: 'SOMEONE' }
    const error = await caught(createClient({ endpoint: emulator.url, credentials }).getJobStatus(ask))
    expect(error).toMatchObject({ kind: 'credentials-rejected', code: 'InvalidAccessKeyId.NotFound' })
  })

  test('when the clocks are apart', async () => {
    const { client } = await emulated({ now: () => Date.now() + 16 * 60_000 })
    expect(await caught(client.getJobStatus(ask))).toMatchObject({
      kind: 'clock-skew',
      code: 'InvalidTimeStamp.Expired',
    })
  })
})

describe('a dry run', () => {
  test('keeps nothing', async () => {
    const { client, emulator } = await emulated()
    const { jobId } = await client.importWorkflowDefinition({ projectId, spec: orders.build(), dryRun: true })
    expect(await client.waitForJob({ jobId }, { interval: 1 })).toMatchObject({ status: 'Success' })
    expect(emulator.projects[0]?.workflows).toEqual([])
  })

  test('says what is wrong and where', async () => {
    const { client } = await emulated()
    const spec = JSON.stringify(orders.build()).replace(
      '"script":{"path":"orders/',
      '"recurrence":"Sometimes","script":{"path":"orders/',
    )
    const { jobId } = await client.importWorkflowDefinition({ projectId, spec, dryRun: true })
    expect(await caught(client.waitForJob({ jobId }, { interval: 1 }))).toMatchObject({
      kind: 'job-failed',
      code: '58014884415',
      place: '$.spec.workflows[0].nodes[0].recurrence',
    })
  })
})

describe('the operations', () => {
  test('create, find and read a workflow', async () => {
    const { client } = await emulated()
    const { id } = await client.createWorkflowDefinition({ projectId, spec: orders.build() })
    expect(await client.listWorkflowDefinitions({ projectId, name: 'orders' })).toMatchObject({
      totalCount: 1,
      items: [{ id, name: 'orders', projectId: '10000', script: { path: 'orders', command: 'WORKFLOW' } }],
    })
    // This operation takes the workflow without its nodes.
    expect(await client.listNodes({ projectId, containerId: id })).toMatchObject({ totalCount: 0, items: [] })
  })

  test('tell the upstream nodes of a node', async () => {
    const { client } = await emulated()
    const { jobId, workflowId } = await client.importWorkflowDefinition({ projectId, spec: orders.build() })
    await client.waitForJob({ jobId }, { interval: 1 })
    const nodes = await client.listNodes({ projectId, containerId: workflowId })
    const ods = nodes.items.find((node) => node.name === 'ods')
    const upstream = await client.listNodeDependencies({ id: ods?.id ?? '', projectId })
    expect(upstream.items.map((node) => node.name)).toEqual(['start'])
  })

  test('create a business process, by number or name, in a legacy workspace only', async () => {
    const { client, emulator } = await emulated()
    await client.createBusiness({ projectId: 20000, businessName: 'one', useType: 'MANUAL_BIZ', description: text })
    await client.createBusiness({ projectIdentifier: 'dw_legacy', businessName: 'two' })
    const businesses = emulator.projects[1]?.businesses ?? []
    expect(businesses.map((business) => business.name)).toEqual(['one', 'two'])
    expect(await caught(client.createBusiness({ projectId, businessName: 'x' }))).toMatchObject({ code: '1201111431' })
    expect(await caught(client.createBusiness({ projectId: 20000, businessName: 'one' }))).toMatchObject({
      kind: 'name-taken',
    })
  })
})

describe('a create whose answer is lost', () => {
  const business = { projectId: 20000, businessName: 'b' }

  test.each([
    ['by a reset', { reset: true }],
    ['behind an error', { status: 500, code: 'InternalError.System' }],
    ['behind an error page', { status: 502, body: '<html>' }],
  ] as const)('%s is ambiguous, sent once, and was done', async (_, lost) => {
    const { client, emulator } = await emulated({ faults: [{ action: 'CreateBusiness', when: 'after', ...lost }] })
    expect(await caught(client.createBusiness(business))).toMatchObject({ ambiguous: true, retryable: false })
    expect(actions(emulator).filter((action) => action === 'CreateBusiness')).toHaveLength(1)
    expect(emulator.projects[1]?.businesses).toHaveLength(1)
  })

  test('by throttling was not done, and is sent again', async () => {
    const { client, emulator } = await emulated({
      faults: [{ action: 'CreateBusiness', status: 429, code: 'Throttling.User' }],
    })
    await client.createBusiness(business)
    expect(emulator.projects[1]?.businesses).toHaveLength(1)
  })
})
