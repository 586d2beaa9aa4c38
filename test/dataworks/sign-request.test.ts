import { createHash } from 'node:crypto'
import { signRequest, type UnsignedRequest } from 'flowspec/dataworks'
import { describe, expect, test } from 'vitest'
import { canonicalRequest, encodeRfc3986 } from '../../src/dataworks/signing/sign-request.ts'
import { temporaryKey } from './support/key.ts'

// The example that the documentation of signature version 3 works through, step by step.
const published: UnsignedRequest = {
  method: 'POST',
  host: 'ecs.cn-shanghai.aliyuncs.com',
  action: 'RunInstances',
  version: '2014-05-26',
  query: { ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd', RegionId: 'cn-shanghai' },
  body: '',
  date: new Date('2023-10-26T10:22:32Z'),
  nonce: '3156853299f313e23d1673dc12e1703d',
}
const publishedKey = { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' }

describe('the published example', () => {
  const headers = signRequest(published, publishedKey)

  test('has the published canonical request', () => {
    const { authorization: _, ...signed } = headers
    const payloadHash = headers['x-acs-content-sha256'] ?? ''
    const canonical = canonicalRequest({ method: 'POST', query: published.query, headers: signed, payloadHash })
    const hash = createHash('sha256').update(canonical.text).digest('hex')
    expect(hash).toBe('7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259')
  })

  test('has the published signature', () => {
    expect(headers['authorization']).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })
})

describe('the headers', () => {
  test('of a request with a body name and sign its type', () => {
    const headers = signRequest({ ...published, body: 'a=b', contentType: 'text/x' }, publishedKey)
    expect(headers['content-type']).toBe('text/x')
    expect(headers['authorization']).toContain('SignedHeaders=content-type;host;')
    expect(headers['x-acs-content-sha256']).toBe(createHash('sha256').update('a=b').digest('hex'))
  })

  test('of temporary credentials carry key id and token, both signed', () => {
    const headers = signRequest(published, temporaryKey)
    expect(headers['x-acs-accesskey-id']).toBe(temporaryKey.accessKeyId)
    expect(headers['x-acs-security-token']).toBe(temporaryKey.securityToken)
    expect(headers['authorization']).toContain(';x-acs-security-token;')
    expect(headers['authorization']).toContain('x-acs-accesskey-id;')
  })

  test('never hold the secret', () => {
    expect(JSON.stringify(signRequest(published, temporaryKey))).not.toContain(temporaryKey.accessKeySecret)
  })

  test('date is in whole seconds', () => {
    const headers = signRequest({ ...published, date: new Date('2026-01-02T03:04:05.678Z') }, publishedKey)
    expect(headers['x-acs-date']).toBe('2026-01-02T03:04:05Z')
  })
})

describe('the strict encoding', () => {
  const unreserved = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~'
  const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

  test.each(ascii)('of %j is itself when unreserved, else two upper-case hexadecimal digits', (character) => {
    const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
    expect(encodeRfc3986(character)).toBe(unreserved.includes(character) ? character : `%${hex}`)
  })

  test.each([
    ['数据', '%E6%95%B0%E6%8D%AE'],
    ['é', '%C3%A9'],
    ['😀', '%F0%9F%98%80'],
  ])('of %s is its UTF-8', (text, encoded) => {
    expect(encodeRfc3986(text)).toBe(encoded)
  })

  test('sorts a query by name and keeps the sign of an empty value', () => {
    const query = { b: '', 'a-b': '1', a: 'x y', B: '(*)' }
    const canonical = canonicalRequest({ method: 'GET', query, headers: {}, payloadHash: '' })
    expect(canonical.text.split('\n')[2]).toBe('B=%28%2A%29&a=x%20y&a-b=1&b=')
  })
})
