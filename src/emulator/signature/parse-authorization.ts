import { incompleteSignature } from '../errors/error-catalogue.ts'

/** The only algorithm this emulator knows. */
export const signatureAlgorithm = 'ACS3-HMAC-SHA256'

/** What the `Authorization` header of signature version 3 says. */
export interface Authorization {
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
