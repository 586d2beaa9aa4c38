/** Why a request got no answer. */
export type TransportFailure = 'aborted' | 'credentials' | 'invalid-answer' | 'network' | 'timeout'

/** What a transport knows of a request that got no answer. */
export interface TransportErrorParts {
  readonly reason: TransportFailure
  /** A short name for the cause, such as the system's `ECONNRESET`. */
  readonly code: string
  /** False only when it is certain that the request never reached the service. */
  readonly delivered: boolean
  /** Whether sending it again can succeed; a wrong host name or certificate stays wrong. True when left out. */
  readonly transient?: boolean
  readonly cause?: unknown
}

const brand = Symbol.for('flowspec.TransportError')

/**
 * Thrown by a {@link Transport} when a request got no answer. The client turns it into a {@link DataWorksError}; only
 * who writes a transport meets it.
 *
 * @example
 * ```ts
 * import { type Transport, TransportError } from 'flowspec/dataworks'
 *
 * export const offline: Transport = {
 *   send: async ({ action }) => {
 *     throw new TransportError(`${action} is not sent: offline`, { reason: 'network', code: 'Offline', delivered: false })
 *   },
 * }
 * ```
 */
export class TransportError extends Error {
  override readonly name: string = 'TransportError'
  readonly reason: TransportFailure
  readonly code: string
  readonly delivered: boolean
  readonly transient: boolean

  constructor(message: string, parts: TransportErrorParts) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.reason = parts.reason
    this.code = parts.code
    this.delivered = parts.delivered
    this.transient = parts.transient ?? true
    Object.defineProperty(this, brand, { value: true })
  }
}

/**
 * Whether a caught value is a {@link TransportError}, of this copy of the package or another.
 *
 * @example
 * ```ts
 * import { fetchTransport, isTransportError, type Transport } from 'flowspec/dataworks'
 *
 * const inner = fetchTransport({ endpoint: 'dataworks.cn-shanghai.aliyuncs.com' })
 * export const counted: Transport = {
 *   send: (request) =>
 *     inner.send(request).catch((error) => {
 *       if (isTransportError(error)) process.stderr.write(`${request.action}: ${error.code}\n`)
 *       throw error
 *     }),
 * }
 * ```
 */
export function isTransportError(value: unknown): value is TransportError {
  return typeof value === 'object' && value !== null && brand in value
}
