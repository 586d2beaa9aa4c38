import { connect } from 'node:net'
import { type Emulator, startEmulator } from 'flowspec/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RawAnswer, type RequestParts, sendSigned } from './support/signed-request.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())

function send(parts: Partial<RequestParts>, action = 'ListProjects', version = '2024-05-18'): Promise<RawAnswer> {
  return sendSigned(emulator.url, [version, action], { credentials: emulator.credentials, ...parts })
}

function codeOf(answer: RawAnswer): unknown {
  const body: unknown = JSON.parse(answer.text)
  return typeof body === 'object' && body !== null ? Reflect.get(body, 'Code') : undefined
}

describe('an error', () => {
  test('has the shape of the gateway, and is JSON that is not compressed', async () => {
    const answer = await send({ headers: { 'accept-encoding': 'gzip, br' } }, 'Nothing')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    expect(answer.headers['content-encoding']).toBeUndefined()
    expect(JSON.parse(answer.text)).toEqual({
      Code: 'InvalidAction.NotFound',
      Message: expect.stringContaining('Nothing'),
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      HostId: new URL(emulator.url).host,
      Recommend: expect.stringContaining('InvalidAction.NotFound'),
    })
  })
})

describe('a request is refused', () => {
  test.each<[string, Partial<RequestParts>, number, string]>([
    ['without authorization', { authorization: () => undefined }, 400, 'IncompleteSignature'],
    ['with another path', { target: '/projects' }, 404, 'InvalidAction.NotFound'],
    ['with another method', { method: 'PUT' }, 404, 'InvalidAction.NotFound'],
    ['with a date of another form', { headers: { 'x-acs-date': '20261121T192016Z' } }, 400, 'InvalidTimeStamp.Format'],
    [
      'with a day that does not exist',
      { headers: { 'x-acs-date': '2026-02-30T00:00:00Z' } },
      400,
      'InvalidTimeStamp.Format',
    ],
    ['with a date of long ago', { headers: { 'x-acs-date': '2020-01-01T00:00:00Z' } }, 400, 'InvalidTimeStamp.Expired'],
    ['with a hash of another body', { headers: { 'x-acs-content-sha256': '00' } }, 400, 'SignatureDoesNotMatch'],
    ['with an unsigned x-acs header', { unsigned: { 'x-acs-region-id': 'cn' } }, 400, 'IncompleteSignature'],
    [
      'with a security token nobody asked for',
      { headers: { 'x-acs-security-token': 't' } },
      400,
      'InvalidSecurityToken.MismatchWithAccessKey',
    ],
    ['with a parameter given twice', { body: 'PageSize=10&PageSize=20' }, 400, 'InvalidPageSize'],
    ['with a parameter in query and form', { target: '/?PageSize=10', body: 'PageSize=10' }, 400, 'InvalidPageSize'],
    ['with a query that is no encoding', { target: '/?PageSize=%zz' }, 400, 'InvalidParameter'],
    ['with a form that is not UTF-8', { body: Buffer.from([0x61, 0x3d, 0xff]) }, 400, 'InvalidParameter'],
    ['with JSON for a body', { body: '{}', headers: { 'content-type': 'application/json' } }, 400, 'InvalidParameter'],
    ['with a list that is not JSON', { body: 'Ids=1,2' }, 400, 'InvalidIds'],
    ['with a list of lists', { body: 'Ids=[[1]]' }, 400, 'InvalidIds'],
    ['with deep JSON', { body: `Ids=${'['.repeat(100_000)}` }, 400, 'InvalidIds'],
    ['with a page of nothing', { body: 'PageSize=0' }, 400, 'InvalidPageSize'],
    ['with a page that is no number', { body: 'PageNumber=1e3' }, 400, 'InvalidPageNumber'],
  ])('%s', async (_, parts, status, code) => {
    const answer = await send(parts)
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code })
  })

  test('with a body beyond the limit', async () => {
    const answer = await send({ body: Buffer.alloc(65 * 1024 * 1024, 'a') })
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 413, code: 'RequestEntityTooLarge' })
  })
})

describe('a request is accepted', () => {
  test.each<[string, Partial<RequestParts>]>([
    ['with plus and percent for a space', { body: 'Status=Available&Names=%5B%22dw_project%22%2C+%22x%20y%22%5D' }],
    ['with its parameters in the query', { target: '/?PageSize=10' }],
    ['with signs in the query that some clients leave bare', { target: "/?Unknown=!'()*" }],
    ['with x-acs headers nobody knows', { headers: { 'x-acs-credentials-provider': 'static_ak' } }],
    ['with names that objects have by nature', { body: '__proto__=1&constructor=2&hasOwnProperty=3' }],
    ['with empty parts', { body: '&&PageSize=10&' }],
    ['with spaces in its authorization', { authorization: (header) => header.replaceAll(',', ', ') }],
  ])('%s', async (_, parts) => {
    const answer = await send(parts)
    expect(answer.text).toContain('"PagingInfo"')
    expect(answer.status).toBe(200)
  })
})

describe('the nonce of a refused request', () => {
  test('is not used up, that of an accepted one is', async () => {
    const headers = { 'x-acs-signature-nonce': 'once' }
    const wrong = { ...emulator.credentials, accessKeySecret: 'wrong' }
    expect(codeOf(await send({ headers, credentials: wrong }))).toBe('SignatureDoesNotMatch')
    expect((await send({ headers })).status).toBe(200)
    expect(codeOf(await send({ headers }))).toBe('SignatureNonceUsed')
  })
})

describe('the log of requests', () => {
  test('says what was called and answered, without secrets', async () => {
    const own = await startEmulator({
      credentials: { accessKeyId: 'id', accessKeySecret: 'hush-secret', securityToken: 'hush-token' },
    })
    const { credentials, url } = own
    const headers = { 'x-acs-security-token': 'hush-token' }
    await sendSigned(url, ['2024-05-18', 'ListProjects'], { credentials, headers, body: 'PageSize=10' })
    await sendSigned(url, ['2024-05-18', 'GetProject'], { credentials, headers, method: 'GET', target: '/?Id=1' })
    await sendSigned(url, ['2024-05-18', 'ListProjects'], { credentials, headers, authorization: () => 'hush' })
    expect(own.requests).toMatchObject([
      { action: 'ListProjects', method: 'POST', status: 200, code: undefined, parameters: { PageSize: '10' } },
      { action: 'GetProject', method: 'GET', status: 400, code: '9990040003', parameters: { Id: '1' } },
      { action: 'ListProjects', status: 400, code: 'IncompleteSignature', parameters: {} },
    ])
    expect(JSON.stringify(own.requests)).not.toContain('hush')
    await own.stop()
  })
})

describe('a connection that sends what is not HTTP', () => {
  test('does not end the emulator', async () => {
    const { hostname, port } = new URL(emulator.url)
    for (const text of [
      '\0\0\0\0',
      'POST / HTTP/1.1\r\ncontent-length: -1\r\n\r\n',
      'POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n1',
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.end(text))
        socket.on('error', () => resolve())
        socket.on('close', () => resolve())
        socket.resume()
      })
    }
    expect((await send({})).status).toBe(200)
  })
})
