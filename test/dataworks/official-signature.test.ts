import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalRequest, encodePairs, sha256Hex } from '../../src/dataworks/signing/sign-request.ts'
import { key, temporaryKey } from './support/key.ts'
import { type ReceivedRequest, startLoopbackServer } from './support/loopback-server.ts'
import { officialClient, openapi } from './support/official-client.ts'

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('')
const text = `${ascii} 数据开发 😀`

/** What our own signing makes of a request that the official client sent. */
function signatureOf(request: ReceivedRequest, query: Readonly<Record<string, string>>, secret: string): string {
  const headers = Object.fromEntries(
    Object.entries(request.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
  const canonical = canonicalRequest({ method: request.method, query, headers, payloadHash: sha256Hex(request.body) })
  const stringToSign = `ACS3-HMAC-SHA256\n${sha256Hex(canonical.text)}`
  return createHmac('sha256', secret).update(stringToSign).digest('hex')
}

test.each([
  ['an access key', key],
  ['a temporary access key', temporaryKey],
])('the official client signs every ASCII character and Chinese text the same way with %s', async (_, credentials) => {
  const server = await startLoopbackServer({ body: {} })
  const client = officialClient(server.url, credentials)
  const query = { Name: text, Owner: "!(*)'" }
  const operation = {
    action: 'X',
    version: '2024-05-18',
    protocol: 'HTTP',
    pathname: '/',
    authType: 'AK',
    style: 'RPC',
  }
  const post = new openapi.Params({ ...operation, method: 'POST', reqBodyType: 'formData', bodyType: 'string' })
  await client.callApi(post, new openapi.OpenApiRequest({ query, body: { Spec: text } }), {})
  const request = server.requests[0]
  if (request === undefined) throw new Error('no request arrived')
  const signature = signatureOf(request, query, credentials.accessKeySecret)
  expect(request.headers.authorization).toContain(`Signature=${signature}`)
  expect(new URLSearchParams(request.body).get('Spec')).toBe(text)
  expect(new URLSearchParams(encodePairs({ Spec: text })).get('Spec')).toBe(text)
})
