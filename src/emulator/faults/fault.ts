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

/** An import succeeds, but every edge of the workflow is lost without an error, as the service may do. */
export interface LostEdgesFault extends FaultTarget {
  readonly loseEdges: true
}

/** Something that goes wrong with a call, on purpose. Faults of one operation strike in the order they were given. */
export type Fault = ErrorFault | BodyFault | ResetFault | LostEdgesFault | DelayFault
