import { type CredentialsSource, createClient, environmentCredentials } from 'flowspec/dataworks'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { caught } from './support/caught.ts'
import { key, temporaryKey } from './support/key.ts'
import { startLoopbackServer } from './support/loopback-server.ts'

const business = { projectId: 1, businessName: 'b' }
const created = { body: { Success: true, BusinessId: 7 } }

afterEach(() => {
  vi.unstubAllEnvs()
})

function inEnvironment(credentials: Partial<typeof temporaryKey>): void {
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', credentials.accessKeyId)
  vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', credentials.accessKeySecret)
  vi.stubEnv('ALIBABA_CLOUD_SECURITY_TOKEN', credentials.securityToken)
}

describe('a client takes', () => {
  test.each([
    ['an access key', () => key, key],
    ['a temporary one', () => temporaryKey, temporaryKey],
    ['an empty token for none', () => ({ ...key, securityToken: '' }), key],
    ['a function', () => () => key, key],
    ['an asynchronous function', () => async () => temporaryKey, temporaryKey],
    [
      'an @alicloud/credentials client',
      () => ({ getCredential: async () => ({ type: 'sts', ...temporaryKey }) }),
      temporaryKey,
    ],
    [
      'the environment',
      () =>
        environmentCredentials({
          ALIBABA_CLOUD_ACCESS_KEY_ID: key.accessKeyId,
          ALIBABA_CLOUD_ACCESS_KEY_SECRET: key.accessKeySecret,
        }),
      key,
    ],
  ])('%s', async (_, source, used) => {
    const server = await startLoopbackServer(created)
    await createClient({ endpoint: server.url, credentials: source() }).createBusiness(business)
    const headers = server.requests[0]?.headers
    expect(headers?.authorization).toContain(`Credential=${used.accessKeyId},`)
    expect(headers?.['x-acs-security-token']).toBe(used.securityToken)
  })

  test('the environment of the process when it is given nothing', async () => {
    inEnvironment(temporaryKey)
    const server = await startLoopbackServer(created)
    await createClient({ endpoint: server.url }).createBusiness(business)
    expect(server.requests[0]?.headers['x-acs-security-token']).toBe(temporaryKey.securityToken)
  })

  test('a fresh key for every attempt', async () => {
    const keys = [key, temporaryKey]
    const server = await startLoopbackServer({ status: 429 }, created)
    const credentials = () => keys.shift() ?? key
    await createClient({ endpoint: server.url, credentials, retry: { baseDelay: 1 } }).createBusiness(business)
    expect(server.requests.map((request) => request.headers['x-acs-security-token'])).toEqual([
      undefined,
      temporaryKey.securityToken,
    ])
  })
})

describe('a client without usable credentials sends nothing and says why', () => {
  test.each<[string, CredentialsSource, RegExp]>([
    [
      'an empty environment',
      environmentCredentials({}),
      /ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET not set/,
    ],
    [
      'half an environment',
      environmentCredentials({ ALIBABA_CLOUD_ACCESS_KEY_ID: 'x' }),
      /: ALIBABA_CLOUD_ACCESS_KEY_SECRET not set/,
    ],
    ['an empty secret', { accessKeyId: 'x', accessKeySecret: '' }, /accessKeySecret is missing/],
    ['a line break', { accessKeyId: 'x', accessKeySecret: 'hunter22\n' }, /accessKeySecret contains white space/],
    [
      'a token with a line break',
      { ...temporaryKey, securityToken: 'hunter22\r\nx: y' },
      /securityToken contains white space/,
    ],
    [
      'other characters',
      { accessKeyId: 'ключ', accessKeySecret: 'hunter22' },
      /accessKeyId contains characters outside/,
    ],
    ['several faults', { accessKeyId: '', accessKeySecret: '' }, /accessKeyId is missing; accessKeySecret is missing/],
    ['a bearer token client', { getCredential: async () => JSON.parse('{"type":"bearer"}') }, /accessKeyId is missing/],
    ['a function that gives nothing', async () => JSON.parse('null'), /gave none/],
    ['a function that fails', async () => Promise.reject(new Error('no role')), /source of the credentials failed/],
  ])('%s', async (_, credentials, message) => {
    const server = await startLoopbackServer(created)
    const error = await caught(createClient({ endpoint: server.url, credentials }).createBusiness(business))
    const expected = { kind: 'no-credentials', ambiguous: false, retryable: false, httpStatus: undefined }
    expect(error).toMatchObject(expected)
    expect(error.message).toMatch(message)
    expect(error.message).not.toContain('hunter22')
    expect(server.requests).toEqual([])
  })

  test('a source that never answers is given up in time', async () => {
    const server = await startLoopbackServer(created)
    const credentials = () => new Promise<typeof key>(() => {})
    const client = createClient({ endpoint: server.url, credentials, timeout: 20, retry: { attempts: 1 } })
    expect(await caught(client.createBusiness(business))).toMatchObject({ kind: 'timeout', ambiguous: false })
  })
})
