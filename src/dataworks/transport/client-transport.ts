import { abortedError } from './aborted-error.ts'
import type { OfficialCallDescription, OfficialCallRequest, OfficialClient } from './official-client.ts'
import { raceSignal } from './race-signal.ts'
import { readOfficialError } from './read-official-error.ts'
import { timeLimit } from './time-limit.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'
import { TransportError } from './transport-error.ts'

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
