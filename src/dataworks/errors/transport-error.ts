import { isBranded } from '../../diagnostics/brand.ts'
import { cleanText } from './error-text.ts'

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
  /** The way out, where this transport knows a better one than what holds for all. */
  readonly hint?: string | undefined
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
  readonly hint: string | undefined

  constructor(message: string, parts: TransportErrorParts) {
    super(message, parts.cause === undefined ? undefined : { cause: parts.cause })
    this.reason = parts.reason
    this.code = parts.code
    this.delivered = parts.delivered
    this.transient = parts.transient ?? true
    this.hint = parts.hint
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
  return isBranded(value, brand)
}

/** The error of a call that its caller stopped; the signal's reason is its cause. */
export function abortedError(signal: AbortSignal, delivered: boolean): TransportError {
  const isLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
  return new TransportError(`the call was aborted${isLate ? ': the time of its signal is over' : ''}`, {
    reason: 'aborted',
    code: 'Aborted',
    delivered,
    transient: false,
    cause: signal.reason,
  })
}

/** The error of a request that got no answer within its time. */
export function timeoutError(timeout: number, delivered: boolean): TransportError {
  const late = delivered ? 'no answer' : 'the source of the credentials gave none'
  return new TransportError(`${late} within ${timeout} ms`, { reason: 'timeout', code: 'Timeout', delivered })
}

/** How deep causes are followed: fetch wraps the system's error once, a proxy's fetch perhaps again. */
const deepest = 4

/** An error that has nothing but name, message and code, and no stack but its first line. */
function plainError(name: string, message: string, code: string | undefined, cause: Error | undefined): Error {
  const plain = new Error(message, cause === undefined ? undefined : { cause })
  plain.name = name
  plain.stack = message === '' ? name : `${name}: ${message}`
  return code === undefined ? plain : Object.assign(plain, { code })
}

/**
 * What may be shown of an error that somebody else made: its name, message and code and those of its causes, without
 * secrets. Its other fields go no further, because some hold the whole signed request.
 */
export function plainCause(error: unknown, redact?: (text: string) => string, depth = 1): Error | undefined {
  if (typeof error === 'string') return plainError('Error', cleanText(error, redact), undefined, undefined)
  if (!(error instanceof Error) || depth > deepest) return undefined
  const name = cleanText(String(error.name), redact)
  const message = cleanText(String(error.message), redact)
  return plainError(name, message, codeField(error), plainCause(error.cause, redact, depth + 1))
}

/**
 * What may be shown of an error of a source of credentials, whose message can hold them in any form: its kind and its code
 * alone.
 */
export function silentCause(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined
  const name = /^\w{0,20}Error$/.test(error.name) ? error.name : 'Error'
  return plainError(name, 'what the source says is left out, for it may hold the key', codeField(error), undefined)
}

/** A code such as systems give: anything else may be a text with more in it than goes into an error. */
const systemCode = /^[A-Z][A-Z0-9_]{1,63}$/

/** The code of an error, such as `ECONNREFUSED`. */
function codeField(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('code' in value)) return undefined
  return typeof value.code === 'string' && systemCode.test(value.code) ? value.code : undefined
}

/** The code of an error or of the nearest of its causes that has one, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string | undefined {
  let current = error
  for (let depth = 0; depth < deepest; depth++) {
    const code = codeField(current)
    if (code !== undefined) return code
    if (!(current instanceof Error)) return undefined
    current = current.cause
  }
  return undefined
}
