import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NonceWindow } from '../../src/emulator/wire/authenticator.ts'
import { encodeStrictly, type ReceivedRequest } from '../../src/emulator/wire/request.ts'
import { ServiceError } from '../../src/emulator/wire/service-error.ts'
import { canonicalRequest, parseAuthorization, verifySignature } from '../../src/emulator/wire/signature.ts'

// The example that Alibaba Cloud publishes for signature version 3.
const emptyHash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const published = {
  secret: 'YourAccessKeySecret',
  authorization:
    'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
    'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
    'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
  request: {
    method: 'POST',
    path: '/',
    query: 'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
    body: new Uint8Array(),
    headers: new Map([
      ['host', ['ecs.cn-shanghai.aliyuncs.com']],
      ['x-acs-action', ['RunInstances']],
      ['x-acs-content-sha256', [emptyHash]],
      ['x-acs-date', ['2023-10-26T10:22:32Z']],
      ['x-acs-signature-nonce', ['3156853299f313e23d1673dc12e1703d']],
      ['x-acs-version', ['2014-05-26']],
    ]),
  },
} as const

function codeOf(request: ReceivedRequest, authorization: string = published.authorization): string | undefined {
  try {
    verifySignature(request, parseAuthorization(authorization), published.secret)
    return undefined
  } catch (error) {
    if (error instanceof ServiceError) return error.code
    throw error
  }
}

const withHeader = (name: string, ...values: string[]): ReceivedRequest => ({
  ...published.request,
  headers: new Map<string, readonly string[]>([...published.request.headers, [name, values]]),
})

describe('the published example', () => {
  test('has the published canonical request', async () => {
    const { signedHeaders } = parseAuthorization(published.authorization)
    const text = canonicalRequest(published.request, signedHeaders, emptyHash)
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
    expect(Buffer.from(digest).toString('hex')).toBe('7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259')
  })

  test('is accepted, also with its query in another order', () => {
    expect(codeOf(published.request)).toBeUndefined()
    const query = published.request.query.split('&').reverse().join('&')
    expect(codeOf({ ...published.request, query })).toBeUndefined()
  })

  test.each([
    ['another method', { ...published.request, method: 'GET' }, 'SignatureDoesNotMatch'],
    ['another value in the query', { ...published.request, query: 'RegionId=cn-beijing' }, 'SignatureDoesNotMatch'],
    ['one more value', { ...published.request, query: `${published.request.query}&DryRun` }, 'SignatureDoesNotMatch'],
    ['a body', { ...published.request, body: new Uint8Array([1]) }, 'SignatureDoesNotMatch'],
    [
      'a nonce with white space that HTTP does not know',
      withHeader('x-acs-signature-nonce', '3156853299f313e23d1673dc12e1703d\u00a0'),
      'SignatureDoesNotMatch',
    ],
    ['another nonce', withHeader('x-acs-signature-nonce', 'f'), 'SignatureDoesNotMatch'],
    ['another host', withHeader('host', '127.0.0.1'), 'SignatureDoesNotMatch'],
    ['a header that is not signed', withHeader('x-acs-security-token', 'token'), 'IncompleteSignature'],
    ['a content type that is not signed', withHeader('content-type', 'text/plain'), 'IncompleteSignature'],
    ['a header given twice', withHeader('x-acs-version', '2014-05-26', '2014-05-26'), 'IncompleteSignature'],
  ])('is refused with %s', (_, request, code) => {
    expect(codeOf(request)).toBe(code)
  })

  test.each([
    ['no header', undefined],
    ['nothing', ''],
    ['another algorithm', published.authorization.replace('HMAC-SHA256', 'RSA-SHA256')],
    ['no credential', published.authorization.replace('Credential', 'Name')],
    ['an empty signature', published.authorization.replace(/[0-9a-f]{64}/, '')],
    ['no headers', published.authorization.replace(/SignedHeaders=[^,]*,/, '')],
    ['words', 'ACS3-HMAC-SHA256 let me in'],
  ])('is refused with %s for an authorization', (_, header) => {
    expect(() => parseAuthorization(header)).toThrow(expect.objectContaining({ code: 'IncompleteSignature' }))
  })

  test('is refused with a hash of another body, which is said', () => {
    const authorization = parseAuthorization(published.authorization)
    const withBody = { ...published.request, body: new Uint8Array([1]) }
    expect(() => verifySignature(withBody, authorization, published.secret)).toThrow('x-acs-content-sha256 is not')
  })

  test('is refused when a header is signed that is not there', () => {
    expect(codeOf(published.request, published.authorization.replace('host;', 'host;x-acs-a;'))).toBe(
      'IncompleteSignature',
    )
  })

  test('is refused when a required header is signed but absent, or not signed', () => {
    const headers = new Map<string, readonly string[]>(published.request.headers)
    headers.delete('x-acs-date')
    expect(codeOf({ ...published.request, headers })).toBe('IncompleteSignature')
    expect(codeOf(published.request, published.authorization.replace('x-acs-date;', ''))).toBe('IncompleteSignature')
  })
})

describe('the query', () => {
  const bare = (text: string) => encodeURIComponent(text)

  test('is signed in its strict form, however it was sent', () => {
    const canonicalOf = (query: string) =>
      canonicalRequest({ ...published.request, query }, [], emptyHash).split('\n')[2]
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const strict = `a=${encodeStrictly(text)}`
        expect(canonicalOf(`a=${bare(text)}`)).toBe(strict)
        expect(canonicalOf(`a=${bare(text).replaceAll('%20', '+')}`)).toBe(strict)
        expect(strict).toMatch(/^a=[A-Za-z0-9._~%-]*$/)
      }),
    )
  })

  test('keeps the equals sign of a name without value', () => {
    expect(canonicalRequest({ ...published.request, query: 'b&a=' }, [], emptyHash)).toContain('\na=&b=\n')
  })
})

describe('a nonce', () => {
  test('is refused until the window is over', () => {
    const nonces = new NonceWindow(1000)
    expect(nonces.use('a', 0)).toBe(true)
    expect(nonces.use('b', 500)).toBe(true)
    expect(nonces.use('a', 1000)).toBe(false)
    expect(nonces.use('a', 1001)).toBe(true)
    expect(nonces.use('b', 1001)).toBe(false)
  })
})
