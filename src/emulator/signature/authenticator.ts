import {
  incompleteSignature,
  missingParameter,
  unknownAccessKey,
  usedNonce,
  wrongSecurityToken,
} from '../errors/error-catalogue.ts'
import { type ReceivedRequest, singleHeader } from '../wire/received-request.ts'
import type { AccessKey } from './access-key.ts'
import { checkTimestamp, clockTolerance } from './check-timestamp.ts'
import { NonceWindow } from './nonce-window.ts'
import { parseAuthorization } from './parse-authorization.ts'
import { verifySignature } from './verify-signature.ts'

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
