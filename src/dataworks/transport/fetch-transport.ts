import { randomBytes } from 'node:crypto'
import { anything, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { requireSettings } from '../client/given-arguments.ts'
import { redactor } from '../errors/error-text.ts'
import { errorCodeOf, isTransportError, plainCause, TransportError } from '../errors/transport-error.ts'
import {
  type Credentials,
  type CredentialsSource,
  credentialsKind,
  environmentCredentials,
} from '../signing/credentials.ts'
import { keyStore } from '../signing/key-store.ts'
import { encodePairs, signRequest } from '../signing/sign-request.ts'
import { attemptLimit } from './attempt-limit.ts'
import { parseEndpoint } from './endpoint.ts'
import { meaningOfCode } from './failure-codes.ts'
import { readAnswer } from './read-answer.ts'
import { nearRegion, regionOfHost } from './regions.ts'
import { raceSignal, timeLimit } from './timing.ts'
import type { Transport, TransportRequest, TransportResponse } from './transport.ts'

const formType = 'application/x-www-form-urlencoded'

/** How the gateway begins to say that a token is wrong or has expired. */
const refusedToken = /"InvalidSecurityToken\./

/** The options of {@link fetchTransport}. */
export interface FetchTransportOptions {
  /** The service's host, or its https address; plain http only to this machine. */
  readonly endpoint: string
  /** Where the access key comes from; the environment when left out. */
  readonly credentials?: CredentialsSource | undefined
  /** How long one attempt may take in all, connecting and reading included, in milliseconds; 60,000 when left out. */
  readonly timeout?: number | undefined
  /**
   * The function that sends; the global `fetch` when left out. Give one of the `undici` package to go through a proxy
   * or to wait longer than Node's 10 seconds for a connection.
   */
  readonly fetch?: typeof globalThis.fetch | undefined
}

/** Signs a request with a nonce and a date of its own and writes it the way fetch takes it. */
const fetchKinds: SettingKindsOf<FetchTransportOptions> = {
  endpoint: text,
  credentials: credentialsKind,
  timeout: anything,
  fetch: step,
}

function signedRequest(endpoint: URL, request: TransportRequest, credentials: Credentials): [URL, RequestInit] {
  const body = encodePairs(request.form)
  const signed = signRequest(
    {
      method: request.method,
      host: endpoint.host,
      action: request.action,
      version: request.version,
      query: request.query,
      body,
      ...(body === '' ? {} : { contentType: formType }),
      date: new Date(),
      nonce: randomBytes(16).toString('hex'),
    },
    credentials,
  )
  // fetch writes the host header itself, from the address.
  const { host: _, ...headers } = signed
  const url = new URL(endpoint)
  url.search = encodePairs(request.query)
  return [
    url,
    {
      method: request.method,
      headers: { ...headers, accept: 'application/json', 'user-agent': 'flowspec' },
      redirect: 'manual',
      ...(body === '' ? {} : { body }),
    },
  ]
}

/** What to do about a host that nobody knows: its region may be misspelt. */
function unknownHost(host: string): { readonly hint?: string } {
  const region = regionOfHost(host)
  const near = region === undefined ? undefined : nearRegion(region)
  return near === undefined ? {} : { hint: `There is no host for region ${showValue(region)}. Did you mean "${near}"?` }
}

/** The error of a request that got no answer; what its cause says is shown without secrets. */
function failure(
  error: unknown,
  { host, sent, redact }: { readonly host: string; readonly sent: boolean; readonly redact: (text: string) => string },
): TransportError {
  if (isTransportError(error)) return error
  const code = errorCodeOf(error) ?? 'NetworkError'
  const meaning = meaningOfCode(code)
  return new TransportError(`the connection failed (${code})`, {
    reason: code === 'UND_ERR_CONNECT_TIMEOUT' ? 'timeout' : 'network',
    code,
    delivered: sent && meaning.delivered,
    transient: meaning.transient,
    ...(code === 'ENOTFOUND' ? unknownHost(host) : {}),
    cause: plainCause(error, redact),
  })
}

/**
 * A transport over `fetch` that signs with signature version 3. It is what {@link createClient} makes for itself; make
 * one to share it between clients or to wrap it.
 *
 * @throws TypeError when the endpoint is not an https address, or plain http to another machine than this
 *
 * @example
 * ```ts
 * import { createClient, fetchTransport } from 'flowspec/dataworks'
 *
 * const transport = fetchTransport({ endpoint: 'dataworks-vpc.cn-shanghai.aliyuncs.com', timeout: 20_000 })
 * const client = createClient({ transport })
 * ```
 */
export function fetchTransport(options: FetchTransportOptions): Transport {
  requireSettings('fetchTransport', 'options', options, fetchKinds)
  const endpoint = parseEndpoint(options.endpoint)
  const fetch = options.fetch ?? globalThis.fetch
  const keys = keyStore(options.credentials ?? environmentCredentials())
  const timeout = timeLimit('timeout', options.timeout, 60_000)

  async function send(request: TransportRequest): Promise<TransportResponse> {
    const limit = attemptLimit(timeout, request.signal)
    const { signal } = limit
    let sent = false
    let redact = redactor([])
    try {
      const credentials = await keys.get(signal)
      redact = redactor([credentials.accessKeySecret, credentials.securityToken])
      const [url, init] = signedRequest(endpoint, request, credentials)
      sent = true
      // Raced as well: a fetch of a user's own may take no notice of the signal.
      const response = await raceSignal(fetch(url, { ...init, signal }), signal)
      const headers = Object.fromEntries(response.headers)
      const body = await readAnswer(response, signal)
      if (response.status >= 400 && refusedToken.test(body)) keys.forget()
      return { status: response.status, headers, body, redact }
    } catch (error) {
      throw limit.stopped(sent) ?? failure(error, { host: endpoint.host, sent, redact })
    } finally {
      limit.end()
    }
  }

  return Object.freeze({ host: endpoint.host, send })
}
