import { createHmac } from 'node:crypto'
import type { Credentials } from '../credentials/credentials.ts'
import { canonicalRequest } from './canonical-request.ts'
import { sha256Hex } from './sha256-hex.ts'

const algorithm = 'ACS3-HMAC-SHA256'

/** A request before it is signed. */
export interface UnsignedRequest {
  readonly method: 'GET' | 'POST'
  /** The host name, with the port when it is not the protocol's own. */
  readonly host: string
  readonly action: string
  readonly version: string
  readonly query: Readonly<Record<string, string>>
  /** The body as it is sent; the empty string sends none. */
  readonly body: string
  /** The type of the body; signed and sent only with one. */
  readonly contentType?: string
  /** The moment of signing; the service refuses one that is more than 15 minutes off. */
  readonly date: Date
  /** Text that no other request carries. */
  readonly nonce: string
}

function signableHeaders(request: UnsignedRequest, credentials: Credentials): Record<string, string> {
  const token = credentials.securityToken
  return {
    host: request.host,
    'x-acs-action': request.action,
    'x-acs-content-sha256': sha256Hex(request.body),
    'x-acs-date': request.date.toISOString().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': request.nonce,
    'x-acs-version': request.version,
    ...(request.contentType === undefined ? {} : { 'content-type': request.contentType }),
    ...(token === undefined ? {} : { 'x-acs-accesskey-id': credentials.accessKeyId, 'x-acs-security-token': token }),
  }
}

/**
 * Signs a request with signature version 3, `ACS3-HMAC-SHA256`, as the Alibaba Cloud OpenAPI documentation describes it.
 *
 * @returns every header that has to be sent, `authorization` among them, names in lower case
 *
 * @example
 * ```ts
 * import { randomUUID } from 'node:crypto'
 * import { signRequest } from 'flowspec/dataworks'
 *
 * const query = { JobId: '1' }
 * const host = 'dataworks.cn-shanghai.aliyuncs.com'
 * const call = { method: 'GET', host, action: 'GetJobStatus', version: '2024-05-18' } as const
 * const headers = signRequest(
 *   { ...call, query, body: '', date: new Date(), nonce: randomUUID() },
 *   { accessKeyId: 'my key id', accessKeySecret: 'my secret' },
 * )
 * ```
 */
export function signRequest(request: UnsignedRequest, credentials: Credentials): Readonly<Record<string, string>> {
  const headers = signableHeaders(request, credentials)
  const payloadHash = headers['x-acs-content-sha256'] ?? ''
  const canonical = canonicalRequest({ method: request.method, query: request.query, headers, payloadHash })
  const signature = createHmac('sha256', credentials.accessKeySecret)
    .update(`${algorithm}\n${sha256Hex(canonical.text)}`)
    .digest('hex')
  const parts = [`Credential=${credentials.accessKeyId}`, `SignedHeaders=${canonical.signedHeaders}`]
  return { ...headers, authorization: `${algorithm} ${parts.join(',')},Signature=${signature}` }
}
