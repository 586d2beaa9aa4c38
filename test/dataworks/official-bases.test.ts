import { clientTransport, createClient, type OfficialClient, type RetryOptions, submit } from 'flowspec/dataworks'
import { type Emulator, type EmulatorOptions, startEmulator } from 'flowspec/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { caught } from './support/caught.ts'
import { actions, edges, options, orders } from './support/emulated.ts'
import { key } from './support/key.ts'
import { closedAddress, startLoopbackServer } from './support/loopback-server.ts'
import { type MakeOfficial, officialClients } from './support/official-client.ts'

async function emulatedBy(make: MakeOfficial, settings: EmulatorOptions, retry: RetryOptions = { attempts: 1 }) {
  const emulator: Emulator = await startEmulator(settings)
  onTestFinished(() => emulator.stop())
  const transport = clientTransport(make(emulator.url, emulator.credentials))
  return { emulator, client: createClient({ transport, retry }) }
}

const jobStatus = { jobId: '1' }

describe.each(officialClients)('%s', (name, make) => {
  test('submits a workflow whole, with ids of 19 digits', async () => {
    const { client, emulator } = await emulatedBy(make, {})
    const result = await submit(client, orders, options)
    expect(result.edges).toEqual(edges)
    expect(result.workflowId).toMatch(/^\d{19}$/)
    expect(emulator.projects[0]?.workflows[0]?.id).toBe(result.workflowId)
    const read = await client.getWorkflowDefinition({ id: result.workflowId, projectId: 10000 })
    expect(read.id).toBe(result.workflowId)
  })

  test.each([
    [403, 'NoPermission', { kind: 'no-permission', retryable: false }],
    [400, '1101080008', { kind: 'not-found', retryable: false }],
    [404, 'InvalidAccessKeyId.NotFound', { kind: 'credentials-rejected', retryable: false }],
    [500, 'InternalError', { kind: 'service-fault', retryable: true }],
    [503, 'ServiceUnavailable', { kind: 'service-fault', retryable: true }],
    [429, 'Throttling.Api', { kind: 'throttled', retryable: true }],
  ])('gives status, code and request of a refusal with %i %s', async (status, code, expected) => {
    const { client, emulator } = await emulatedBy(make, { faults: [{ status, code, message: 'as told' }] })
    const error = await caught(client.getJobStatus(jobStatus))
    const requestId = emulator.requests[0]?.requestId
    expect(error).toMatchObject({ ...expected, code, httpStatus: status, requestId, reason: 'as told' })
  })

  test('does not repeat what was refused for good', async () => {
    const { client, emulator } = await emulatedBy(make, {}, { baseDelay: 1 })
    expect(await caught(client.getJobStatus(jobStatus))).toMatchObject({ kind: 'not-found' })
    expect(actions(emulator)).toEqual(['GetJobStatus'])
  })

  test('does not repeat a create that failed in the service', async () => {
    const faults = [{ status: 500, code: 'InternalError', times: 9 }]
    const { client, emulator } = await emulatedBy(make, { faults }, { baseDelay: 1 })
    const error = await caught(client.createBusiness({ projectId: 20000, businessName: 'b' }))
    expect(error).toMatchObject({ kind: 'service-fault', ambiguous: true, retryable: false })
    expect(actions(emulator)).toHaveLength(1)
  })

  // Both spellings of throttling that the service is known for.
  test.each([
    [429, 'Throttling.User', 'Throttling.User'],
    [400, '9990020002', 'Throttling.User'],
  ])('repeats what was throttled by %i %s', async (status, code, message) => {
    const faults = [{ status, code, message, times: 2 }]
    const { client, emulator } = await emulatedBy(make, { faults }, { baseDelay: 1 })
    const made = await client.createBusiness({ projectId: 20000, businessName: 'b' })
    expect(made.businessId).toBeTruthy()
    expect(actions(emulator)).toHaveLength(3)
  })

  test.each(['<html>', '', '{"Code":"NoPermi'])('calls an answer %j unreadable, whatever its status', async (body) => {
    for (const status of [200, 403, 502]) {
      const { client } = await emulatedBy(make, { faults: [{ status, body, contentType: 'text/html' }] })
      const error = await caught(client.getJobStatus(jobStatus))
      expect(error).toMatchObject({ kind: 'unreadable-answer', retryable: true, ambiguous: false })
    }
  })

  test('says when it has no credentials, and asks no more', async () => {
    let asked = 0
    const without = make('http://127.0.0.1:1', key)
    // What @alicloud/credentials rejects with.
    const failed = 'unable to get credentials from any of the providers in the chain: [env] not set'
    const credential = {
      getCredential: () => {
        asked += 1
        return Promise.reject(new Error(failed))
      },
    }
    Reflect.set(without, '_credential', credential)
    const client = createClient({ transport: clientTransport(without), retry: { baseDelay: 1 } })
    expect(await caught(client.getJobStatus(jobStatus))).toMatchObject({ kind: 'no-credentials', ambiguous: false })
    expect(asked).toBe(1)
  })

  test('says what is known of a request without an answer', async () => {
    const { url } = await startLoopbackServer({ raw: (response) => response.destroy() })
    const call = { action: 'X', version: '2020-05-18', method: 'POST', query: {}, form: { A: '1' } } as const
    await expect(clientTransport(make(url, key)).send(call)).rejects.toMatchObject({
      reason: 'network',
      delivered: true,
    })
    const nowhere = clientTransport(make(await closedAddress(), key)).send(call)
    await expect(nowhere).rejects.toMatchObject({ code: 'ECONNREFUSED', delivered: false })
    const silent = await startLoopbackServer({ raw: () => {} })
    const waiting = clientTransport(make(silent.url, key), { timeout: 50 }).send(call)
    await expect(waiting).rejects.toMatchObject({ reason: 'timeout', delivered: true })
  })

  test('waits as long as the service asks, where the client tells', async () => {
    const headers = { 'x-acs-retry-after': '77000', 'x-ratelimit-user': '' }
    const faults = [{ status: 429, code: 'Throttling.Api', headers }]
    const { client } = await emulatedBy(make, { faults })
    const { retryAfter } = await caught(client.getJobStatus(jobStatus))
    // The older base keeps no header of an error, and 1.0.4 of the newer one reads others.
    expect(retryAfter).toBe(name === 'openapi-core 1.0.8' ? 77_000 : undefined)
  })
})

/** What a generic call gives or rejects with, as it was recorded. */
function recorded(outcome: () => { [name: string]: unknown }): OfficialClient {
  return { callApi: async () => outcome() }
}

function rejecting(message: string, fields: object): OfficialClient {
  return recorded(() => {
    throw Object.assign(new Error(message), fields)
  })
}

const refusal = { Code: 'NoPermission', Message: 'no', RequestId: 'R' }
const text = 'NoPermission: code: 403, no request id: R'

describe('errors of clients', () => {
  const expected = { kind: 'no-permission', code: 'NoPermission', httpStatus: 403, retryable: false }
  test.each<[string, OfficialClient]>([
    ['openapi-client 0.4.1: the status in the message only', rejecting(text, { code: 'NoPermission', data: refusal })],
    ['openapi-client 0.4.3: in the data', rejecting(text, { code: 'x', data: { ...refusal, statusCode: 403 } })],
    ['openapi-core: on the error', rejecting(text, { code: 'NoPermission', data: refusal, statusCode: 403 })],
    ['an SDK: on the error, without data', rejecting('no', { code: 'NoPermission', statusCode: 403, requestId: 'R' })],
    ['an SDK: with empty data', rejecting('no', { code: 'NoPermission', statusCode: 403, requestId: 'R', data: null })],
    ['an SDK: a retryAfter that is none', rejecting(text, { data: refusal, statusCode: 403, retryAfter: Number.NaN })],
  ])('%s', async (_, official) => {
    const client = createClient({ transport: clientTransport(official), retry: { attempts: 1 } })
    const error = await caught(client.getJobStatus(jobStatus))
    expect(error).toMatchObject({ ...expected, requestId: 'R', retryAfter: undefined })
  })

  test('an answer without a status, as openapi-client 0.4.1 gives it, is a success', async () => {
    const answer = { body: '{"JobStatus":{"JobId":1234567890123456789,"Status":"Running"}}', headers: {} }
    const client = createClient({ transport: clientTransport(recorded(() => answer)) })
    expect(await client.getJobStatus(jobStatus)).toMatchObject({ jobId: '1234567890123456789' })
  })

  test('a client that never answers ends in time', async () => {
    const transport = clientTransport({ callApi: () => new Promise(() => {}) }, { timeout: 20 })
    const client = createClient({ transport, retry: { attempts: 1 } })
    expect(await caught(client.getJobStatus(jobStatus))).toMatchObject({ kind: 'timeout', code: 'Timeout' })
  })
})
