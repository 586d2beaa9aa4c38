import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { incompleteSignature, wrongContentHash, wrongSignature } from './error-catalogue.ts'
import { decodeForm, encodeStrictly, type ReceivedRequest, singleHeader } from './request.ts'

/** Headers that a request must carry, signed. */
const requiredHeaders: readonly string[] = [
  'host',
  'x-acs-action',
  'x-acs-content-sha256',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-version',
]

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex')
}

/** Compares two texts in a time that does not depend on where they differ, nor on their lengths. */
function sameText(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(left), digest(right))
}

/** The host, the content type and every `x-acs-` header that is there must be signed, and be there once. */
function checkSignedHeaders(request: ReceivedRequest, signed: ReadonlySet<string>): void {
  for (const name of requiredHeaders) {
    if (singleHeader(request, name) === undefined) throw incompleteSignature(`header ${name} must be given, once`)
  }
  for (const [name, values] of request.headers) {
    if (name !== 'host' && name !== 'content-type' && !name.startsWith('x-acs-')) continue
    if (!signed.has(name)) throw incompleteSignature(`header ${name} is not signed`)
    if (values.length > 1) throw incompleteSignature(`header ${name} is given more than once`)
  }
  for (const name of signed) {
    if (!request.headers.has(name)) throw incompleteSignature(`header ${name} is signed but not given`)
  }
}

/** Refuses a request whose signature is not the one the secret gives. */
export function verifySignature(request: ReceivedRequest, authorization: Authorization, secret: string): void {
  checkSignedHeaders(request, new Set(authorization.signedHeaders))
  const payloadHash = sha256(request.body)
  if (singleHeader(request, 'x-acs-content-sha256') !== payloadHash) throw wrongContentHash()
  const canonical = canonicalRequest(request, authorization.signedHeaders, payloadHash)
  const stringToSign = `${signatureAlgorithm}\n${sha256(canonical)}`
  const expected = createHmac('sha256', secret).update(stringToSign).digest('hex')
  if (!sameText(expected, authorization.signature)) throw wrongSignature(stringToSign)
}

/** The only algorithm this emulator knows. */
const signatureAlgorithm = 'ACS3-HMAC-SHA256'

/** What the `Authorization` header of signature version 3 says. */
interface Authorization {
  readonly accessKeyId: string
  /** Lower-case names in the order given. */
  readonly signedHeaders: readonly string[]
  /** Lower-case hexadecimal. */
  readonly signature: string
}

function readParts(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.split(',')) {
    const equals = part.indexOf('=')
    if (equals < 0) throw incompleteSignature('Authorization holds a part that is not name=value')
    parts.set(part.slice(0, equals).trim(), part.slice(equals + 1).trim())
  }
  return parts
}

/** Reads `ACS3-HMAC-SHA256 Credential=…,SignedHeaders=a;b,Signature=…`. */
export function parseAuthorization(header: string | undefined): Authorization {
  if (header === undefined) throw incompleteSignature('there is no Authorization header, or more than one')
  const space = header.indexOf(' ')
  if (header.slice(0, space) !== signatureAlgorithm) {
    throw incompleteSignature(`the signature algorithm is not ${signatureAlgorithm}`)
  }
  const parts = readParts(header.slice(space + 1))
  const accessKeyId = parts.get('Credential')
  const signedHeaders = parts.get('SignedHeaders')
  const signature = parts.get('Signature')
  if (!accessKeyId || !signedHeaders || !signature) {
    throw incompleteSignature('Authorization lacks Credential, SignedHeaders or Signature')
  }
  return { accessKeyId, signedHeaders: signedHeaders.split(';'), signature: signature.toLowerCase() }
}

function compare(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/**
 * The query in its canonical form. Clients put one spelling on the wire and sign another (some leave `!'()*` bare), so
 * the query is decoded and encoded again, strictly.
 */
function canonicalQuery(query: string): string {
  return decodeForm(query)
    .toSorted((a, b) => compare(a[0], b[0]) || compare(a[1], b[1]))
    .map(([name, value]) => `${encodeStrictly(name)}=${encodeStrictly(value)}`)
    .join('&')
}

/** The text whose hash is signed, by the rules of Alibaba Cloud's signature version 3. */
export function canonicalRequest(
  request: ReceivedRequest,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  const names = signedHeaders.toSorted(compare)
  // The server has taken the blanks and tabs at the ends away, and other white space is part of a value.
  const headers = names.map((name) => `${name}:${(request.headers.get(name) ?? []).join(',')}\n`)
  return [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.join(''),
    names.join(';'),
    payloadHash,
  ].join('\n')
}
