import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Answerer } from '../operations/call.ts'
import { findOperation } from '../operations/operation-table.ts'
import type { Journal } from '../state/journal.ts'
import type { Service } from '../state/service.ts'
import type { Authenticator } from '../wire/authenticator.ts'
import {
  bodyTooLarge,
  internalError,
  malformedEncoding,
  unknownAction,
  unsupportedContentType,
} from '../wire/error-catalogue.ts'
import { readPlainText, writeJsonText } from '../wire/json.ts'
import { Parameters } from '../wire/parameters.ts'
import { decodeForm, type ReceivedRequest, singleHeader } from '../wire/request.ts'
import { ServiceError } from '../wire/service-error.ts'
import {
  deliveryOf,
  errorAnswer,
  faultError,
  faultOutcome,
  jsonContentType,
  type Outcome,
  type RequestOrigin,
} from './answers.ts'
import type { Fault, FaultQueue } from './faults.ts'
import type { QuotaGate } from './quota.ts'
import type { RequestLog } from './request-log.ts'

/** Bodies larger than this are refused, in bytes. Documents of tens of thousands of nodes stay below it. */
export const largestBody: number = 64 * 1024 * 1024

/** What a gateway works with. */
export interface GatewayParts {
  readonly service: Service
  readonly authenticator: Authenticator
  readonly faults: FaultQueue
  readonly log: RequestLog
  /** Keeps what is done, where that is asked. */
  readonly journal: Pick<Journal, 'add'> | undefined
  readonly quota: QuotaGate
  /** The clock that dates of requests are compared with; the one of the service may be put forward. */
  readonly wallClock: () => number
  /** Ends waiting, when the emulator stops. */
  readonly stopped: AbortSignal
}

/** What is found out about a request while it is answered. */
interface Progress {
  readonly origin: RequestOrigin
  readonly action: string
  readonly version: string
  parameters: Parameters | undefined
  fault: Fault | undefined
  code: string | undefined
}

/** A request whose body was read; the body is undefined when it was too large. */
export type RequestToAnswer = Omit<ReceivedRequest, 'body'> & { readonly body: Uint8Array | undefined }

/** Stands in front of the operations: authenticates, lets faults strike, answers, and keeps the log. */
export class Gateway {
  readonly #parts: GatewayParts

  constructor(parts: GatewayParts) {
    this.#parts = parts
  }

  /** Answers one request; whatever it holds, this does not throw. */
  async answer(request: RequestToAnswer): Promise<Outcome> {
    const progress: Progress = {
      origin: { requestId: randomUUID().toUpperCase(), host: singleHeader(request, 'host') ?? '127.0.0.1' },
      action: singleHeader(request, 'x-acs-action') ?? '',
      version: singleHeader(request, 'x-acs-version') ?? '',
      parameters: undefined,
      fault: undefined,
      code: undefined,
    }
    const outcome = await this.#answerOrRefuse(request, progress)
    this.#record(request.method, progress, outcome)
    return outcome
  }

  async #answerOrRefuse(request: RequestToAnswer, progress: Progress): Promise<Outcome> {
    try {
      if (request.body === undefined) throw bodyTooLarge(largestBody)
      return await this.#serve({ ...request, body: request.body }, progress)
    } catch (error) {
      // Whoever still waits for an answer when the emulator stops gets none.
      return this.#parts.stopped.aborted ? 'reset' : refuse(error, progress)
    }
  }

  async #serve(request: ReceivedRequest, progress: Progress): Promise<Outcome> {
    const { authenticator, faults, service, quota, wallClock } = this.#parts
    const { action, version } = progress
    const answerer = request.path === '/' ? findOperation(version, request.method, action) : undefined
    if (answerer === undefined) throw unknownAction(action, version)
    authenticator.check(request, wallClock())
    const parameters = readParameters(request)
    progress.parameters = parameters
    quota.pass(service.now())
    const fault = faults.take(action)
    const run = () => this.#run(answerer, parameters, progress, request.method)
    if (fault === undefined) return run()
    progress.fault = fault
    return this.#serveWithFault(fault, progress, run)
  }

  async #serveWithFault(fault: Fault, progress: Progress, run: () => Outcome): Promise<Outcome> {
    const replacement = faultOutcome(fault, progress.origin)
    // Of two deliveries the first is carried out.
    const isCarriedOut = replacement === undefined || fault.when === 'after' || 'duplicate' in fault
    const outcome = isCarriedOut ? runOrRefuse(run, progress) : replacement
    await sleep(fault.delay ?? 0, undefined, { signal: this.#parts.stopped })
    if (replacement === undefined) return delivered(outcome, fault)
    progress.code = faultError(fault)?.code
    return replacement
  }

  #run(answerer: Answerer, parameters: Parameters, progress: Progress, method: string): Outcome {
    const { service, journal } = this.#parts
    const { requestId } = progress.origin
    const losesEdges = progress.fault !== undefined && 'loseEdges' in progress.fault
    const failsRuns = progress.fault !== undefined && 'failRuns' in progress.fault
    const { action, version } = progress
    journal?.add({ time: service.now(), method, action, version, parameters: parameters.all(), losesEdges, failsRuns })
    service.settle()
    const payload = answerer({ service, parameters, requestId, losesEdges, failsRuns })
    progress.code = readPlainText(payload, 'ErrorCode')
    const body = writeJsonText({ RequestId: requestId, ...payload })
    return { status: 200, contentType: jsonContentType, headers: {}, body }
  }

  #record(method: string, progress: Progress, outcome: Outcome): void {
    const { action, version, parameters, fault, code, origin } = progress
    this.#parts.log.add({
      time: this.#parts.service.now(),
      requestId: origin.requestId,
      method,
      action,
      version,
      parameters: parameters?.all() ?? {},
      status: outcome === 'reset' ? undefined : outcome.status,
      code,
      isFaulty: fault !== undefined,
    })
  }
}

/** An answer as a fault lets it get on the wire. */
function delivered(outcome: Outcome, fault: Fault): Outcome {
  const delivery = deliveryOf(fault)
  return outcome === 'reset' || delivery === undefined ? outcome : { ...outcome, delivery }
}

function refuse(error: unknown, progress: Progress): Outcome {
  const cause = error instanceof Error ? error : new Error(String(error))
  const refusal = cause instanceof ServiceError ? cause : internalError(cause)
  progress.code = refusal.code
  return errorAnswer(refusal, progress.origin)
}

function runOrRefuse(run: () => Outcome, progress: Progress): Outcome {
  try {
    return run()
  } catch (error) {
    return refuse(error, progress)
  }
}

function decodeText(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch (error) {
    throw malformedEncoding(error instanceof Error ? error : new Error(String(error)))
  }
}

function readParameters({ query, body, headers }: ReceivedRequest): Parameters {
  const type = headers.get('content-type')?.[0]?.split(';')[0]?.trim().toLowerCase()
  if (body.length > 0 && type !== 'application/x-www-form-urlencoded') throw unsupportedContentType()
  return new Parameters([...decodeForm(query), ...decodeForm(decodeText(body))])
}
