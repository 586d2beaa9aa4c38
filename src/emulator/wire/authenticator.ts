import {
  expiredTimestamp,
  incompleteSignature,
  malformedTimestamp,
  missingParameter,
  unknownAccessKey,
  usedNonce,
  wrongSecurityToken,
} from './error-catalogue.ts'
import { type ReceivedRequest, singleHeader } from './request.ts'
import { parseAuthorization, verifySignature } from './signature.ts'

/** The key pair, and with STS the token, that requests are signed with. */
export interface AccessKey {
  readonly accessKeyId: string
  readonly accessKeySecret: string
  /** When there is one, every request must carry it in `x-acs-security-token`. */
  readonly securityToken?: string
}

/** Decides whether a request comes from the holder of the access key, now, and for the first time. */
export class Authenticator {
  readonly #key: AccessKey
  /** A date may lie a tolerance ahead, so a nonce counts for twice the tolerance. */
  readonly #nonces = new NonceWindow(2 * clockTolerance)

  constructor(key: AccessKey) {
    this.#key = key
  }

  /** Refuses a request that is not authentic. A nonce is only used up by a request whose signature is right. */
  check(request: ReceivedRequest, now: number): void {
    const authorization = parseAuthorization(singleHeader(request, 'authorization'))
    if (authorization.accessKeyId !== this.#key.accessKeyId) throw unknownAccessKey()
    this.#checkToken(request)
    const date = singleHeader(request, 'x-acs-date')
    if (date === undefined) throw incompleteSignature('header x-acs-date must be given, once')
    checkTimestamp(date, now)
    verifySignature(request, authorization, this.#key.accessKeySecret)
    if (!this.#nonces.use(singleHeader(request, 'x-acs-signature-nonce') ?? '', now)) throw usedNonce()
  }

  #checkToken(request: ReceivedRequest): void {
    const token = singleHeader(request, 'x-acs-security-token')
    if (token === undefined && this.#key.securityToken !== undefined) throw missingParameter('SecurityToken')
    const keyId = singleHeader(request, 'x-acs-accesskey-id')
    if (token !== this.#key.securityToken || (keyId !== undefined && keyId !== this.#key.accessKeyId)) {
      throw wrongSecurityToken()
    }
  }
}

/** How far the caller's clock may be off, in milliseconds. */
export const clockTolerance: number = 15 * 60 * 1000

const timestampForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** Refuses an `x-acs-date` that is malformed or more than 15 minutes away from now. */
function checkTimestamp(text: string, now: number): void {
  const time = timestampForm.test(text) ? Date.parse(text) : Number.NaN
  // Dates that do not exist, such as 30 February, come back as another text.
  if (Number.isNaN(time) || new Date(time).toISOString() !== text.replace('Z', '.000Z')) throw malformedTimestamp()
  if (Math.abs(now - time) > clockTolerance) throw expiredTimestamp()
}

/** Remembers which nonces were used in the last while. */
export class NonceWindow {
  /** Nonce to the time it was used, oldest first. */
  readonly #used = new Map<string, number>()
  readonly #span: number

  /** @param span - how long a nonce is remembered, in milliseconds */
  constructor(span: number) {
    this.#span = span
  }

  /** Takes a nonce into use; false when it was used before. */
  use(nonce: string, now: number): boolean {
    for (const [old, at] of this.#used) {
      if (now - at <= this.#span) break
      this.#used.delete(old)
    }
    if (this.#used.has(nonce)) return false
    this.#used.set(nonce, now)
    return true
  }
}
