import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { createClient, credentialsChain, type ProfileOptions, profileCredentials } from 'flowspec/dataworks'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { chainOf } from '../../src/dataworks/signing/credentials-chain.ts'
import { caught } from './support/caught.ts'
import { startLoopbackServer } from './support/loopback-server.ts'

const secrets = ['hunter22-secret', 'hunter22-token']
const [secret = '', token = ''] = secrets

afterEach(() => {
  vi.unstubAllEnvs()
})

/** A profile file as `aliyun configure` writes it. */
const written = {
  current: 'work',
  profiles: [
    { name: 'default', mode: 'AK', access_key_id: 'DEFAULTKEY', access_key_secret: secret, region_id: 'cn-shanghai' },
    { name: 'work', mode: 'AK', access_key_id: 'WORKKEY', access_key_secret: secret, sts_token: '' },
    { name: 'sts', mode: 'StsToken', access_key_id: 'STS.KEY', access_key_secret: secret, sts_token: token },
    { name: 'tokenless', mode: 'StsToken', access_key_id: 'STS.KEY', access_key_secret: secret },
    { name: 'empty', mode: 'AK', access_key_id: '', access_key_secret: '' },
    ...['RamRoleArn', 'EcsRamRole', 'OIDC', 'ChainableRamRoleArn', 'CloudSSO', 'OAuth', 'External', ''].map((mode) => ({
      name: `of ${mode}`,
      mode,
      access_key_id: 'X',
      access_key_secret: secret,
    })),
  ],
}

function fileOf(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'profiles-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  writeFileSync(file, content)
  return file
}

const file = () => fileOf(JSON.stringify(written))

async function usedKey(options: ProfileOptions): Promise<readonly unknown[]> {
  const { url, requests } = await startLoopbackServer({ body: { JobStatus: { JobId: '1', Status: 'Running' } } })
  await createClient({ endpoint: url, credentials: profileCredentials(options) }).getJobStatus({ jobId: '1' })
  const headers = requests[0]?.headers
  return [/Credential=([^,]+)/.exec(headers?.authorization ?? '')?.[1], headers?.['x-acs-security-token']]
}

async function faultOf(options: ProfileOptions) {
  const client = createClient({ endpoint: 'host', credentials: profileCredentials(options) })
  const error = await caught(client.getJobStatus({ jobId: '1' }))
  const shown = `${error.stack} ${JSON.stringify(error)} ${inspect(error, { depth: 9, showHidden: true })}`
  for (const one of secrets) expect(shown).not.toContain(one)
  expect(error).toMatchObject({ kind: 'no-credentials', ambiguous: false, retryable: false })
  return error
}

describe('a profile of the command line', () => {
  test.each<[string, Omit<ProfileOptions, 'file'>, string, string?]>([
    ['the current one', { environment: {} }, 'WORKKEY'],
    ['the one of the environment', { environment: { ALIBABA_CLOUD_PROFILE: 'default' } }, 'DEFAULTKEY'],
    ['the one that is asked for', { profile: 'sts', environment: { ALIBABA_CLOUD_PROFILE: 'work' } }, 'STS.KEY', token],
    ['not forbidden', { environment: { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'false' } }, 'WORKKEY'],
  ])('%s is used', async (_, options, key, used) => {
    expect(await usedKey({ ...options, file: file() })).toEqual([key, used])
  })

  test('is that called default in a file without a current one', async () => {
    const { profiles } = written
    expect(await usedKey({ environment: {}, file: fileOf(JSON.stringify({ profiles })) })).toEqual([
      'DEFAULTKEY',
      undefined,
    ])
  })

  test('is read with each request', async () => {
    const path = file()
    expect(await usedKey({ file: path, environment: {} })).toEqual(['WORKKEY', undefined])
    writeFileSync(path, JSON.stringify({ ...written, current: 'default' }))
    expect(await usedKey({ file: path, environment: {} })).toEqual(['DEFAULTKEY', undefined])
  })

  test.each(['RamRoleArn', 'EcsRamRole', 'OIDC', 'ChainableRamRoleArn', 'CloudSSO', 'OAuth', 'External', ''])(
    'of mode %j is told to need the whole chain',
    async (mode) => {
      const error = await faultOf({ profile: `of ${mode}`, file: file(), environment: {} })
      expect(error.code).toBe('ProfileMode')
      expect(error.message).toContain(`of mode "${mode}"`)
      expect(error.hint).toContain('credentialsChain()')
    },
  )

  test.each<[string, () => ProfileOptions, string, RegExp]>([
    ['a file that is not there', () => ({ file: '/nowhere/config.json' }), 'ProfileMissing', /\/nowhere\/config\.json/],
    [
      'a file that is not JSON',
      () => ({ file: fileOf(`{"access_key_secret": "${secret}"`) }),
      'ProfileUnreadable',
      /not JSON/,
    ],
    ['a file of something else', () => ({ file: fileOf('[]') }), 'ProfileMissing', /it has none/],
    [
      'a file without profiles',
      () => ({ file: fileOf('{"current":"x","profiles":[]}') }),
      'ProfileMissing',
      /"x"; it has none/,
    ],
    ['a profile that is not there', () => ({ file: file(), profile: 'worK' }), 'ProfileMissing', /Did you mean "work"/],
    ['a name of every object', () => ({ file: file(), profile: '__proto__' }), 'ProfileMissing', /__proto__/],
    ['a token that is not there', () => ({ file: file(), profile: 'tokenless' }), 'ProfileUnreadable', /sts_token/],
    ['a key that is empty', () => ({ file: file(), profile: 'empty' }), 'CredentialsInvalid', /accessKeyId is missing/],
  ])('%s is named', async (_, options, code, message) => {
    const error = await faultOf({ environment: {}, ...options() })
    expect(error.code).toBe(code)
    expect(error.message).toMatch(message)
  })

  test('that is forbidden is not read', async () => {
    const environment = { ALIBABA_CLOUD_CLI_PROFILE_DISABLED: 'TRUE' }
    expect(await faultOf({ environment, file: file() })).toMatchObject({ code: 'ProfileDisabled' })
  })
})

describe('the whole chain of @alicloud/credentials', () => {
  test('is that of the package, loaded when it is asked', async () => {
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_ID', 'CHAINKEY')
    vi.stubEnv('ALIBABA_CLOUD_ACCESS_KEY_SECRET', secret)
    const { url, requests } = await startLoopbackServer({ body: { JobStatus: { JobId: '1', Status: 'Running' } } })
    await createClient({ endpoint: url, credentials: credentialsChain() }).getJobStatus({ jobId: '1' })
    expect(requests[0]?.headers.authorization).toContain('Credential=CHAINKEY,')
  })

  test('says how to install it where it is not', async () => {
    const chain = chainOf(() => Promise.reject(Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' })))
    const error = await caught(createClient({ endpoint: 'host', credentials: chain }).getJobStatus({ jobId: '1' }))
    expect(error).toMatchObject({ kind: 'no-credentials', code: 'CredentialsPackageMissing' })
    expect(error.hint).toContain('npm install @alicloud/credentials')
  })

  test.each([{}, { default: {} }, { default: class {} }, null])(
    'says so of a package that gives %j',
    async (loaded) => {
      const chain = chainOf(async () => loaded)
      const error = await caught(createClient({ endpoint: 'host', credentials: chain }).getJobStatus({ jobId: '1' }))
      expect(error).toMatchObject({ code: 'CredentialsPackageMissing', retryable: false })
    },
  )

  test('is begun anew after it failed, and shows nothing of what its sources say', async () => {
    let made = 0
    class Client {
      readonly first = ++made === 1
      async getCredential() {
        // What the package says of a profile file that is not JSON quotes all of it.
        if (this.first) throw new Error(`parse aliyun cli config failed: {"access_key_secret": "${secret}"`)
        return { accessKeyId: 'SECOND', accessKeySecret: secret }
      }
    }
    const { url, requests } = await startLoopbackServer({ body: { JobStatus: { JobId: '1', Status: 'Running' } } })
    const credentials = chainOf(async () => ({ default: { default: Client } }))
    const client = createClient({ endpoint: url, credentials })
    const error = await caught(client.getJobStatus({ jobId: '1' }))
    expect(error.kind).toBe('no-credentials')
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(secret)
    await client.getJobStatus({ jobId: '1' })
    expect(requests[0]?.headers.authorization).toContain('Credential=SECOND,')
  })
})

test.each([5, 'default', { profil: 'x' }, { profile: 5 }, { file: 5 }, { environment: 5 }])(
  'options %j are refused',
  (given) => {
    const options: never = given as never
    expect(() => profileCredentials(options)).toThrow(TypeError)
  },
)
