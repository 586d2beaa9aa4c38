import { type ArgumentKind, anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import { requireArgument, requireSettings } from '../client/given-arguments.ts'
import { abortedError, TransportError } from '../errors/transport-error.ts'
import { meaningOfCode } from './failure-codes.ts'
import { raceSignal, timeLimit } from './timing.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

/** The options of {@link clientTransport}. */
export interface ClientTransportOptions {
  /** How long one attempt may take, in milliseconds; 60,000 when left out. It goes to the client as both its timeouts. */
  readonly timeout?: number | undefined
}

function describe(request: TransportRequest): OfficialCallDescription {
  return {
    action: request.action,
    version: request.version,
    protocol: 'HTTPS',
    pathname: '/',
    method: request.method,
    authType: 'AK',
    style: 'RPC',
    reqBodyType: 'formData',
    // As text: what the client parses itself loses the last digits of 19-digit ids.
    bodyType: 'string',
  }
}

function parametersOf(request: TransportRequest): OfficialCallRequest {
  const query = { ...request.query }
  return Object.keys(request.form).length === 0 ? { query } : { query, body: { ...request.form } }
}

function readHeaders(headers: unknown): Record<string, string> {
  if (typeof headers !== 'object' || headers === null) return {}
  const texts = Object.entries(headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, value]) => [name.toLowerCase(), value]))
}

function readAnswer(answer: { readonly [name: string]: unknown }): TransportResponse {
  const { statusCode, headers, body } = answer
  if (typeof statusCode === 'number' && typeof body === 'string') {
    return { status: statusCode, headers: readHeaders(headers), body }
  }
  const message = 'the official client gave an answer without a status or text'
  throw new TransportError(message, { reason: 'invalid-answer', code: 'InvalidAnswer', delivered: true })
}

/**
 * A transport that sends through an official client of the user's own, with its credentials, endpoint and settings:
 * an instance of `@alicloud/openapi-client` 0.4 or of a class made from it, such as a product's SDK. Only its generic
 * call `callApi` is used.
 *
 * The official client cannot be stopped: when a call is aborted its promise ends, the request under way does not. Of an
 * error answer that is not JSON it keeps no status.
 *
 * @example
 * ```ts
 * import { clientTransport, createClient, type OfficialClient } from 'flowspec/dataworks'
 *
 * export function clientFrom(official: OfficialClient) {
 *   return createClient({ transport: clientTransport(official) })
 * }
 * ```
 */
export function clientTransport(client: OfficialClient, options: ClientTransportOptions = {}): Transport {
  requireArgument('clientTransport', 'client', client, clientKind)
  requireSettings('clientTransport', 'options', options, transportKinds)
  const timeout = timeLimit('timeout', options.timeout, 60_000)

  async function send(request: TransportRequest): Promise<TransportResponse> {
    const signal = request.signal ?? new AbortController().signal
    let sent = false
    try {
      signal.throwIfAborted()
      sent = true
      // The shorter of the client's two timeouts ends the call, so both are set.
      const settings = { readTimeout: timeout, connectTimeout: timeout }
      const answer = await raceSignal(client.callApi(describe(request), parametersOf(request), settings), signal)
      return readAnswer(answer)
    } catch (error) {
      if (error instanceof TransportError) throw error
      if (signal.aborted) throw abortedError(signal, sent)
      const read = readOfficialError(error)
      if (read instanceof TransportError) throw read
      return read
    }
  }

  return Object.freeze({ send })
}

/** The description of an operation, as the generic call of the official clients takes it. */
export interface OfficialCallDescription {
  action: string
  version: string
  protocol: string
  pathname: string
  method: string
  authType: string
  bodyType: string
  reqBodyType: string
  style?: string
}

/** The parameters of a generic call. */
export interface OfficialCallRequest {
  query?: { [name: string]: string }
  body?: unknown
}

/** The settings of a generic call; times in milliseconds. */
export interface OfficialCallSettings {
  readTimeout?: number
  connectTimeout?: number
}

/**
 * A client of Alibaba Cloud's own, such as one of `@alicloud/openapi-client` or of a product's SDK. Only its generic
 * call is used.
 */
export interface OfficialClient {
  /** Calls an operation that is described in the call. */
  callApi(
    description: OfficialCallDescription,
    request: OfficialCallRequest,
    settings: OfficialCallSettings,
  ): Promise<{ [name: string]: unknown }>
}

interface OfficialErrorFields {
  readonly name?: unknown
  readonly code?: unknown
  readonly data?: unknown
}

function fieldsOf(error: unknown): OfficialErrorFields {
  return typeof error === 'object' && error !== null ? error : {}
}

/** The answer inside of an error that the official client made of an error status; it puts the status into the body. */
function answerIn(data: unknown): TransportResponse | undefined {
  if (!isRecord(data) || typeof data['statusCode'] !== 'number') return undefined
  const { statusCode, ...body } = data
  return { status: statusCode, headers: {}, body: JSON.stringify(body) }
}

function failure(fields: OfficialErrorFields): TransportError {
  const code = typeof fields.code === 'string' ? fields.code : 'NetworkError'
  if (fields.name === 'SyntaxError') {
    const message = 'the official client could not read the answer, and lost its status'
    return new TransportError(message, { reason: 'invalid-answer', code: 'InvalidAnswer', delivered: true })
  }
  if (code === 'InvalidCredentials') {
    const message = 'the official client has no usable credentials'
    return new TransportError(message, { reason: 'credentials', code, delivered: false, transient: false })
  }
  if (fields.name === 'RequestTimeoutError') {
    // It says ConnectTimeout of established connections too, so the request may have arrived.
    return new TransportError('no answer in time', { reason: 'timeout', code: 'Timeout', delivered: true })
  }
  return new TransportError(`the connection failed (${code})`, { reason: 'network', code, ...meaningOfCode(code) })
}

/**
 * Reads an error of the official client: the answer it was made of when there is one, else a {@link TransportError}.
 *
 * The error itself goes no further, not even as a cause: some of them carry the signed request.
 */
function readOfficialError(error: unknown): TransportResponse | TransportError {
  const fields = fieldsOf(error)
  return answerIn(fields.data) ?? failure(fields)
}

const clientKind: ArgumentKind = {
  takes: 'a client of @alicloud/openapi-client',
  holds: (value) => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'callApi') === 'function',
}

const transportKinds: SettingKindsOf<ClientTransportOptions> = { timeout: anything }
