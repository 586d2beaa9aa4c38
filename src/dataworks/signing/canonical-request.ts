import { encodePairs } from './encode-pairs.ts'

/** What of a request is signed. */
export interface CanonicalRequestParts {
  readonly method: string
  readonly query: Readonly<Record<string, string>>
  /** All headers, names in lower case. Those that are signed are picked from them. */
  readonly headers: Readonly<Record<string, string>>
  /** Lower-case hexadecimal SHA-256 of the body, of the empty body when there is none. */
  readonly payloadHash: string
}

/** The canonical form of a request and the names of the headers in it. */
export interface CanonicalRequest {
  readonly text: string
  /** Sorted and joined by `;`. */
  readonly signedHeaders: string
}

function isSigned(name: string): boolean {
  return name === 'host' || name === 'content-type' || name.startsWith('x-acs-')
}

/**
 * Writes a request the way both sides hash it, following the description of signature version 3 in the Alibaba Cloud
 * OpenAPI documentation. Every operation of DataWorks lives at the path `/`.
 */
export function canonicalRequest(parts: CanonicalRequestParts): CanonicalRequest {
  const names = Object.keys(parts.headers).filter(isSigned).sort()
  const signedHeaders = names.join(';')
  const lines = names.map((name) => `${name}:${(parts.headers[name] ?? '').trim()}\n`)
  const head = `${parts.method}\n/\n${encodePairs(parts.query)}\n${lines.join('')}\n`
  return { text: `${head}${signedHeaders}\n${parts.payloadHash}`, signedHeaders }
}
