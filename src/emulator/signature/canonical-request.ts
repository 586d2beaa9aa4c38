import { decodeForm } from '../wire/decode-form.ts'
import { encodeStrictly } from '../wire/encode-strictly.ts'
import type { ReceivedRequest } from '../wire/received-request.ts'

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
  const headers = names.map((name) => `${name}:${(request.headers.get(name) ?? []).join(',').trim()}\n`)
  return [
    request.method,
    request.path,
    canonicalQuery(request.query),
    headers.join(''),
    names.join(';'),
    payloadHash,
  ].join('\n')
}
