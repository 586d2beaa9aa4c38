import { type Transport, TransportError, type TransportRequest, type TransportResponse } from 'flowspec/dataworks'

/** Something that goes wrong with a call: no answer, or another one. */
export type CallFault = () => TransportResponse | TransportError

const json = { 'content-type': 'application/json;charset=utf-8' }
const answer = (status: number, body: string, headers: Readonly<Record<string, string>> = json): CallFault => {
  return () => ({ status, headers, body })
}
const refusal = (status: number, Code: string): CallFault =>
  answer(status, JSON.stringify({ Code, Message: Code, RequestId: '0' }))
const silence = (reason: 'network' | 'timeout', code: string): CallFault => {
  return () => new TransportError(`no answer: ${code}`, { reason, code, delivered: true })
}

/** What goes wrong with calls, by name. */
export const callFaults: Readonly<Record<string, CallFault>> = {
  reset: silence('network', 'ECONNRESET'),
  timeout: silence('timeout', 'ETIMEDOUT'),
  'service fault': refusal(500, 'InternalError.System'),
  unavailable: refusal(503, 'ServiceUnavailable'),
  'proxy page': answer(502, '<html>Bad Gateway</html>', { 'content-type': 'text/html' }),
  throttled: refusal(429, 'Throttling.User'),
  'throttled by number': refusal(400, '9990020002'),
  'no permission': refusal(403, 'Forbidden.RAM'),
  'nothing in a 200': answer(200, ''),
  'half of a 200': answer(200, '{"RequestId":"0","AsyncJob":{"Id":"1'),
  'an empty object in a 200': answer(200, '{}'),
  'unavailable in a 200': refusal(200, 'ServiceUnavailable'),
}

/** Which call goes wrong, and how. */
export interface Strike {
  /** The place of the call among all calls, from 0. */
  readonly at: number
  readonly fault: CallFault
  /** Whether the call has its effect all the same. */
  readonly isAfter: boolean
  /** Whether the program ends there: no call after it arrives either. */
  readonly isKill?: boolean
}

/** A transport that counts its calls, and lets one of them go wrong. */
export class FaultyTransport implements Transport {
  calls = 0
  readonly #inner: Transport
  readonly #strike: Strike | undefined

  constructor(inner: Transport, strike?: Strike) {
    this.#inner = inner
    this.#strike = strike
  }

  async send(request: TransportRequest): Promise<TransportResponse> {
    const at = this.calls++
    const strike = this.#strike
    if (strike === undefined || at < strike.at) return await this.#inner.send(request)
    if (at > strike.at && strike.isKill !== true) return await this.#inner.send(request)
    if (at === strike.at && strike.isAfter) await this.#inner.send(request)
    const result = strike.fault()
    if (result instanceof TransportError) throw result
    return result
  }
}
