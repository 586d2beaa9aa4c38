import { validateHeaderName, validateHeaderValue } from 'node:http'
import { showError, showValue } from '../../diagnostics/show-value.ts'

/** Which calls a fault waits for, and what happens to the call itself. */
export interface FaultTarget {
  /** The operation's name, such as `CreateBusiness`. Left out: any operation. */
  readonly action?: string
  /** How many calls it strikes; default 1, `Infinity` for all. */
  readonly times?: number
  /**
   * `before` (the default): the call has no effect. `after`: it is carried out and only its answer is lost or replaced,
   * which is how a create becomes ambiguous.
   */
  readonly when?: 'before' | 'after'
  /** How long the answer is held back, in milliseconds. */
  readonly delay?: number
}

/** An error as the gateway answers it. */
export interface ErrorFault extends FaultTarget {
  /** HTTP status. */
  readonly status: number
  readonly code: string
  readonly message?: string
  /** Headers of the answer, such as `x-acs-retry-after` in milliseconds. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Any body at all: HTML of a proxy, nothing, half a JSON text, or `Success: false` in a 200. */
export interface BodyFault extends FaultTarget {
  readonly body: string
  /** HTTP status; default 200. */
  readonly status?: number
  /** Default `application/json;charset=utf-8`. */
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The connection is reset before any answer. */
export interface ResetFault extends FaultTarget {
  readonly reset: true
}

/** The answer is right, but late. */
export interface DelayFault extends FaultTarget {
  readonly delay: number
}

/** An import, or a call that writes a node, succeeds, but every edge is lost without an error, as the service may do. */
export interface LostEdgesFault extends FaultTarget {
  readonly loseEdges: true
}

/** Instances of workflows are made and start, but end in failure. */
export interface FailedRunsFault extends FaultTarget {
  readonly failRuns: true
}

/** The connection ends in the middle of the answer. */
export interface CutFault extends FaultTarget {
  readonly cut: true
}

/** The answer comes compressed, whether or not it was asked for that way, as some proxies send it. */
export interface GzipFault extends FaultTarget {
  readonly gzip: true
}

/** The answer comes in small pieces. */
export interface DripFault extends FaultTarget {
  /** How long each piece takes, in milliseconds. */
  readonly drip: number
}

/**
 * The request is delivered twice, as a proxy does that repeats it. The caller gets the answer to the second delivery, whose
 * nonce was used before.
 */
export interface DuplicateFault extends FaultTarget {
  readonly duplicate: true
}

/** The clock of the service is off, so that beyond 15 minutes the request is refused as expired. */
export interface ClockFault extends FaultTarget {
  /** How far it is ahead, in milliseconds; behind when negative. */
  readonly clockSkew: number
}

/** Something that goes wrong with a call, on purpose. Faults of one operation strike in the order they were given. */
export type Fault =
  | ErrorFault
  | BodyFault
  | ResetFault
  | CutFault
  | GzipFault
  | DripFault
  | DuplicateFault
  | ClockFault
  | LostEdgesFault
  | FailedRunsFault
  | DelayFault

interface Waiting {
  readonly fault: Fault
  left: number
}

/** Faults that wait for their calls, in the order they were given. */
export class FaultQueue {
  readonly #waiting: Waiting[] = []

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 })
  }

  /** The fault that strikes this call, if any; it is used up by it. */
  take(action: string): Fault | undefined {
    const index = this.#waiting.findIndex(({ fault }) => waitsFor(fault, action))
    const found = this.#waiting[index]
    if (found === undefined) return undefined
    found.left -= 1
    if (found.left <= 0) this.#waiting.splice(index, 1)
    return found.fault
  }
}

/** Lost edges only make sense for what writes them, whatever else the fault says. */
const writesEdges: ReadonlySet<string> = new Set(['CreateNode', 'ImportWorkflowDefinition', 'UpdateNode'])

/** What makes instances, which are to fail. */
const makesInstances: ReadonlySet<string> = new Set([
  'CreateWorkflowInstances',
  'ExecuteAdhocWorkflowInstance',
  'TriggerSchedulerTaskInstance',
])

function waitsFor(fault: Fault, action: string): boolean {
  if ('loseEdges' in fault && !writesEdges.has(action)) return false
  if ('failRuns' in fault && !makesInstances.has(action)) return false
  return fault.action === undefined || fault.action === action
}

/** What a timer can hold, in milliseconds. */
const longestDelay = 2 ** 31 - 1

function isStatus(status: number): boolean {
  return Number.isInteger(status) && status >= 200 && status <= 599
}

/** What lets something go wrong; an error has a status, too. */
const effects = [
  'code',
  'body',
  'reset',
  'cut',
  'gzip',
  'drip',
  'duplicate',
  'clockSkew',
  'loseEdges',
  'failRuns',
  'delay',
]

function timeProblems(fault: Fault, path: string): string[] {
  const problems: string[] = []
  const { drip = 0 } = 'drip' in fault ? fault : {}
  const { clockSkew = 0 } = 'clockSkew' in fault ? fault : {}
  if (!(typeof drip === 'number' && drip >= 0 && drip <= longestDelay)) {
    problems.push(`${path}.drip is ${showValue(drip)}; write milliseconds, at most ${longestDelay}`)
  }
  if (!Number.isFinite(clockSkew)) problems.push(`${path}.clockSkew is ${showValue(clockSkew)}; write milliseconds`)
  return problems
}

function headerProblems(fault: Fault, path: string): string[] {
  const { headers = {} } = 'headers' in fault ? fault : {}
  return Object.entries(headers).flatMap(([name, value]) => {
    try {
      validateHeaderName(name)
      validateHeaderValue(name, value)
      return []
    } catch (error) {
      return [`${path}.headers has one that HTTP does not take: ${showError(error)}`]
    }
  })
}

/** What is wrong with a fault, each as a sentence that begins with the path of the option. */
export function faultProblems(fault: Fault, path: string): string[] {
  const problems: string[] = []
  const { times = 1, delay = 0, when = 'before' } = fault
  if (!(typeof times === 'number' && times >= 1))
    problems.push(`${path}.times is ${showValue(times)}; write 1 or more, Infinity for every call`)
  if (!(typeof delay === 'number' && delay >= 0 && delay <= longestDelay)) {
    problems.push(`${path}.delay is ${showValue(delay)}; write milliseconds, at most ${longestDelay}`)
  }
  if (when !== 'before' && when !== 'after')
    problems.push(`${path}.when is ${showValue(when)}; write "before" or "after"`)
  const status = 'status' in fault ? (fault.status ?? 200) : 200
  if (!isStatus(status))
    problems.push(`${path}.status is ${showValue(status)}; write an HTTP status between 200 and 599`)
  problems.push(...timeProblems(fault, path), ...headerProblems(fault, path))
  if (!effects.some((key) => key in fault)) {
    problems.push(`${path} does nothing; give it code and status, or one of ${effects.slice(1).join(', ')}`)
  }
  return problems
}
