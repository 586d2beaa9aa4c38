import { createHash, createHmac } from 'node:crypto'
import { type ArgumentKind, fields, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { compareText } from '../../diagnostics/diagnostic-order.ts'
import { requireArgument, requireSettings } from '../client/given-arguments.ts'
import type { Credentials } from './credentials.ts'

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

const requestKinds: SettingKindsOf<UnsignedRequest> = {
  method: text,
  host: text,
  action: text,
  version: text,
  query: fields,
  body: text,
  contentType: text,
  date: { takes: 'a Date', holds: (value) => value instanceof Date && !Number.isNaN(value.getTime()) },
  nonce: text,
}

function requireSigning(request: unknown, credentials: unknown): void {
  requireSettings('signRequest', 'request', request, requestKinds)
  for (const [key, kind] of Object.entries(requestKinds)) {
    const value: unknown = Reflect.get(Object(request), key)
    if (key !== 'contentType') requireArgument('signRequest', `request.${key}`, value, kind)
  }
  requireArgument('signRequest', 'credentials', credentials, accessKey)
}

const accessKey: ArgumentKind = {
  takes: 'an access key',
  holds: (value) =>
    fields.holds(value) &&
    typeof Reflect.get(Object(value), 'accessKeySecret') === 'string' &&
    typeof Reflect.get(Object(value), 'accessKeyId') === 'string',
}

function signableHeaders(request: UnsignedRequest, credentials: Credentials): Record<string, string> {
  const token = credentials.securityToken || undefined
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
  requireSigning(request, credentials)
  const headers = signableHeaders(request, credentials)
  const payloadHash = headers['x-acs-content-sha256'] ?? ''
  const canonical = canonicalRequest({ method: request.method, query: request.query, headers, payloadHash })
  const signature = createHmac('sha256', credentials.accessKeySecret)
    .update(`${algorithm}\n${sha256Hex(canonical.text)}`)
    .digest('hex')
  const parts = [`Credential=${credentials.accessKeyId}`, `SignedHeaders=${canonical.signedHeaders}`]
  return { ...headers, authorization: `${algorithm} ${parts.join(',')},Signature=${signature}` }
}

/** What of a request is signed. */
interface CanonicalRequestParts {
  readonly method: string
  readonly query: Readonly<Record<string, string>>
  /** All headers, names in lower case. Those that are signed are picked from them. */
  readonly headers: Readonly<Record<string, string>>
  /** Lower-case hexadecimal SHA-256 of the body, of the empty body when there is none. */
  readonly payloadHash: string
}

/** The canonical form of a request and the names of the headers in it. */
interface CanonicalRequest {
  readonly text: string
  /** Sorted and joined by `;`. */
  readonly signedHeaders: string
}

function isSigned(name: string): boolean {
  return name === 'host' || name === 'content-type' || name.startsWith('x-acs-')
}

/** A value without blanks and tabs at its ends, which HTTP leaves away; other white space is part of it. */
function withoutBlanks(value: string): string {
  let [start, end] = [0, value.length]
  while (value[start] === ' ' || value[start] === '\t') start++
  while (end > start && (value[end - 1] === ' ' || value[end - 1] === '\t')) end--
  return value.slice(start, end)
}

/**
 * Writes a request the way both sides hash it, following the description of signature version 3 in the Alibaba Cloud
 * OpenAPI documentation. Every operation of DataWorks lives at the path `/`.
 */
export function canonicalRequest(parts: CanonicalRequestParts): CanonicalRequest {
  const names = Object.keys(parts.headers).filter(isSigned).sort()
  const signedHeaders = names.join(';')
  const lines = names.map((name) => `${name}:${withoutBlanks(parts.headers[name] ?? '')}\n`)
  const head = `${parts.method}\n/\n${encodePairs(parts.query)}\n${lines.join('')}\n`
  return { text: `${head}${signedHeaders}\n${parts.payloadHash}`, signedHeaders }
}

/**
 * Writes parameters as `name=value&…`, strictly encoded and sorted by their encoded name: the form the service signs a
 * query in. A form body is sent in the same spelling.
 */
export function encodePairs(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([name, value]): readonly [string, string] => [encodeRfc3986(name), encodeRfc3986(value)])
    .sort(([left], [right]) => compareText(left, right))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

const reserved: Readonly<Record<string, string>> = { '!': '%21', "'": '%27', '(': '%28', ')': '%29', '*': '%2A' }

/**
 * Percent-encodes text as RFC 3986 asks: everything but letters, digits and `-._~`, as UTF-8.
 *
 * `encodeURIComponent` leaves five characters more as they are, and the service signs them encoded.
 *
 * @throws URIError when the text holds half of a surrogate pair, which has no UTF-8 form.
 */
export function encodeRfc3986(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => reserved[character] ?? character)
}

/** The SHA-256 of text (as UTF-8), in lower-case hexadecimal. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
