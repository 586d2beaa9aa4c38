import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { incompleteSignature, wrongContentHash, wrongSignature } from '../errors/error-catalogue.ts'
import { type ReceivedRequest, singleHeader } from '../wire/received-request.ts'
import { canonicalRequest } from './canonical-request.ts'
import { type Authorization, signatureAlgorithm } from './parse-authorization.ts'

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
