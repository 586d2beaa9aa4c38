import { createHash, createHmac, randomUUID } from 'node:crypto'
import { request as httpRequest } from 'node:http'

/** What a request of a test is made of; everything has a default that the emulator accepts. */
export interface RequestParts {
  readonly method: string
  readonly target: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
  readonly credentials: { readonly accessKeyId: string; readonly accessKeySecret: string }
  /** Headers to add once the request is signed. */
  readonly unsigned: Readonly<Record<string, string | readonly string[]>>
  /** Changes the Authorization header. */
  readonly authorization: (header: string) => string | undefined
}

/** An answer with its body as text. */
export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly text: string
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function canonicalQuery(target: string): string {
  const pairs = [...new URLSearchParams(target.split('?')[1] ?? '')]
  return pairs
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&')
}

/** A signer of the tests' own, after the published rules, so that tests can also sign what no client would send. */
function authorize(parts: Pick<RequestParts, 'method' | 'target' | 'headers' | 'credentials'>): string {
  const { method, target, headers, credentials } = parts
  const names = Object.keys(headers).sort()
  const canonical = [
    method,
    target.split('?')[0],
    canonicalQuery(target),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    headers['x-acs-content-sha256'],
  ].join('\n')
  const signature = createHmac('sha256', credentials.accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${sha256(canonical)}`)
    .digest('hex')
  return `ACS3-HMAC-SHA256 Credential=${credentials.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`
}

/** Signs a request and sends it. Rejects when the connection ends without an answer. */
export function sendSigned(
  url: string,
  [version, action]: readonly [version: string, action: string],
  parts: Partial<RequestParts> & Pick<RequestParts, 'credentials'>,
): Promise<RawAnswer> {
  const { method = 'POST', target = '/', body = '', credentials } = parts
  const { host, hostname, port } = new URL(url)
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-content-sha256': sha256(body),
    ...(body.length > 0 && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...parts.headers,
  }
  const signed = authorize({ method, target, headers, credentials })
  const authorization = parts.authorization === undefined ? signed : parts.authorization(signed)
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      hostname,
      port,
      method,
      path: target,
      headers: { ...headers, ...(authorization !== undefined && { authorization }), ...parts.unsigned },
      agent: false,
    })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      )
    })
    request.end(body)
  })
}
