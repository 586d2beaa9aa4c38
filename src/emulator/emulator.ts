import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type ArgumentKind, argumentFault, fields, number, oneOf, text } from '../diagnostics/arguments.ts'
import { showValue } from '../diagnostics/show-value.ts'
import { consolePage } from './console/console-page.ts'
import { type EmulatorOptions, readOptions } from './options.ts'
import { exchange } from './server/exchange.ts'
import { type Fault, FaultQueue, faultProblems } from './server/faults.ts'
import { Gateway } from './server/gateway.ts'
import { QuotaGate } from './server/quota.ts'
import { RequestLog, type RequestRecord } from './server/request-log.ts'
import { Clock } from './state/clock.ts'
import { recall } from './state/recall.ts'
import { Service } from './state/service.ts'
import { type JobView, type PipelineRunView, type ProjectView, viewJob, viewPipelineRun, viewProject } from './views.ts'
import { type AccessKey, Authenticator } from './wire/authenticator.ts'

/** A running emulator. What it shows of itself are copies: nothing a test does to them changes its state. */
export interface Emulator {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  /** What requests must be signed with. */
  readonly credentials: AccessKey
  /** The workspaces and what is in them, at this moment. */
  readonly projects: readonly ProjectView[]
  /** The import jobs, oldest first, at this moment. */
  readonly jobs: readonly JobView[]
  /** The pipeline runs, oldest first, at this moment. */
  readonly pipelineRuns: readonly PipelineRunView[]
  /**
   * The requests that were answered, oldest first, without secrets: the last thousands of them, fewer when they carry large
   * documents.
   */
  readonly requests: readonly RequestRecord[]
  /**
   * Lets something go wrong, after the faults that already wait.
   *
   * @throws TypeError when the fault is not one
   */
  addFault(fault: Fault): void
  /**
   * Agrees with a release that waits for approval, or rejects it, as somebody would in the console.
   *
   * @throws TypeError when no pipeline run of this id waits for approval
   */
  review(pipelineRunId: string, verdict: 'approve' | 'reject'): void
  /**
   * Puts the clock forward, so that jobs, releases and runs that take time get on, and lists show what was new. Dates of
   * requests are still compared with the clock of this machine.
   *
   * @throws TypeError when it is given less than nothing
   */
  advance(milliseconds: number): void
  /** Closes the port and all connections. Stopping twice is fine. */
  stop(): Promise<void>
}

/** The emulator is for tests on this machine: it must not be reachable from another. */
const loopback = '127.0.0.1'

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, loopback)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the emulator has no port')
  return `http://${loopback}:${address.port}`
}

function addFault(faults: FaultQueue, fault: Fault): void {
  const unreadable = argumentFault('fault', fault, fields)
  if (unreadable !== undefined) throw new TypeError(`addFault(): ${unreadable.message} ${unreadable.hint}`)
  const problems = faultProblems(fault, 'fault')
  if (problems.length > 0) throw new TypeError(`addFault(): ${problems.join('\n')}`)
  faults.add(fault)
}

const verdictKind: ArgumentKind = /* @__PURE__ */ oneOf('approve', 'reject')

function review(service: Service, id: string, verdict: 'approve' | 'reject'): void {
  for (const fault of [argumentFault('pipelineRunId', id, text), argumentFault('verdict', verdict, verdictKind)]) {
    if (fault !== undefined) throw new TypeError(`review(): ${fault.message} ${fault.hint}`)
  }
  service.settle()
  const isAsked = service.pipelineRuns.get(id)?.review(verdict === 'approve') === true
  if (!isAsked) throw new TypeError(`review(): pipelineRunId ${showValue(id)} is no run that waits for approval`)
}

function advance(clock: Clock, milliseconds: number): void {
  const fault = argumentFault('milliseconds', milliseconds, number)
  if (fault !== undefined) throw new TypeError(`advance(): ${fault.message} ${fault.hint}`)
  if (milliseconds < 0) throw new TypeError(`advance(): milliseconds is ${milliseconds}. A clock does not go backward.`)
  clock.advance(milliseconds)
}

/**
 * Starts an emulator of the DataWorks OpenAPI on 127.0.0.1: signatures, dates and nonces are verified, workflows,
 * nodes, import jobs and business processes are kept in memory, and what the service is known to do by surprise, it
 * does. What of it is documented and what is inferred is told in `docs/emulator.md`.
 *
 * @param options - how it is to be; every option has a default
 * @returns the running emulator; stop it when the tests are over
 * @throws TypeError naming every option that cannot be, or the error of the system when the port is taken
 *
 * @example
 * ```ts
 * import { startEmulator } from 'flowspec/testing'
 *
 * const emulator = await startEmulator({ faults: [{ action: 'CreateBusiness', status: 429, code: 'Throttling.User' }] })
 * process.stdout.write(`${emulator.url}\n`)
 * await emulator.stop()
 * ```
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = readOptions(options)
  const clock = new Clock(settings.service.now)
  const service = new Service({ ...settings.service, now: () => clock.now() })
  const journal = options.folder === undefined ? undefined : recall(options.folder, service, clock)
  const faults = new FaultQueue()
  for (const fault of options.faults ?? []) faults.add(fault)
  const log = new RequestLog()
  const stopping = new AbortController()
  const gateway = new Gateway({
    ...{ service, faults, log, journal, stopped: stopping.signal, wallClock: settings.service.now },
    authenticator: new Authenticator(settings.credentials),
    quota: new QuotaGate(options.quota ?? {}),
  })
  const console = async (): Promise<string> => {
    // Drawing is for those who look at it.
    const { toSvg } = await import('../graph/svg/to-svg.ts')
    return consolePage(service, log, toSvg)
  }
  const server = createServer((request, response) => {
    const { accessKeyId } = settings.credentials
    void exchange({ gateway, console, accessKeyId }, request, response)
  })
  const url = await listen(server, settings.port).catch((error: unknown) => {
    journal?.close()
    throw error
  })
  return {
    url,
    credentials: { ...settings.credentials },
    get projects() {
      return service.projects.map(viewProject)
    },
    get jobs() {
      return [...service.jobs.values()].map(viewJob)
    },
    get requests() {
      return log.records
    },
    get pipelineRuns() {
      return [...service.pipelineRuns.values()].map(viewPipelineRun)
    },
    review: (pipelineRunId, verdict) => {
      review(service, pipelineRunId, verdict)
      journal?.add({ time: service.now(), review: pipelineRunId, isAgreed: verdict === 'approve' })
    },
    advance: (milliseconds) => {
      advance(clock, milliseconds)
      journal?.add({ time: service.now(), advanced: milliseconds })
      service.settle()
    },
    addFault: (fault) => addFault(faults, fault),
    stop: async () => {
      stopping.abort()
      if (!server.listening) return
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
      journal?.close()
    },
  }
}
