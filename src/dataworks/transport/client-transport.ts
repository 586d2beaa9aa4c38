import { type ArgumentKind, anything, type SettingKindsOf } from '../../diagnostics/arguments.ts'
import { requireArgument, requireSettings } from '../client/given-arguments.ts'
import { TransportError } from '../errors/transport-error.ts'
import { attemptLimit } from './attempt-limit.ts'
import { readOfficialAnswer, readOfficialError } from './official-answer.ts'
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

/**
 * A transport that sends through an official client of the user's own, with its credentials, endpoint and settings:
 * an instance of `@alicloud/openapi-client` (0.4), of `@alicloud/openapi-core` (1.0), or of a class made from one of
 * them, as the product SDKs are. Only its generic call `callApi` is used. 0.4.12 and 0.4.15 of the one and 1.0.4 and 1.0.8
 * of the other were run; of 0.4.1, which gives no status, and 0.4.3 what their calls give was recorded.
 *
 * What the official clients keep to themselves: a request under way cannot be stopped, so an aborted call ends and its
 * request does not; of an error answer that is not JSON the status is lost; an answer is read to its end however long it
 * is. How long the service asks to wait (`x-acs-retry-after`) is known from `@alicloud/openapi-core` 1.0.8 only, and only
 * for codes with `Throttling` in them; otherwise the waits are those of the client's own `retry`. Leave their own retries
 * off, as they are unless set: they would repeat what must not be.
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
    // The client's own timers are not trusted alone: a class made from it may have a call of its own.
    const limit = attemptLimit(timeout, request.signal)
    let sent = false
    try {
      limit.signal.throwIfAborted()
      sent = true
      // The shorter of the client's two timeouts ends the call, so both are set.
      const settings = { readTimeout: timeout, connectTimeout: timeout }
      const answer = await raceSignal(client.callApi(describe(request), parametersOf(request), settings), limit.signal)
      return readOfficialAnswer(answer)
    } catch (error) {
      if (error instanceof TransportError) throw error
      const read = limit.stopped(sent) ?? readOfficialError(error)
      if (read instanceof TransportError) throw read
      return read
    } finally {
      limit.end()
    }
  }

  return Object.freeze({ host: hostOf(client), send })
}

/** The endpoint of an official client, in the field where both bases keep it; undefined for all else. */
function hostOf(client: OfficialClient): string | undefined {
  const endpoint: unknown = Reflect.get(client, '_endpoint')
  return typeof endpoint === 'string' && endpoint !== '' ? endpoint : undefined
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
 * A client of Alibaba Cloud's own, such as one of `@alicloud/openapi-client`, `@alicloud/openapi-core` or a product's SDK. Only its generic
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

const clientKind: ArgumentKind = {
  takes: 'a client of @alicloud/openapi-client or @alicloud/openapi-core',
  holds: (value) => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'callApi') === 'function',
}

const transportKinds: SettingKindsOf<ClientTransportOptions> = { timeout: anything }
