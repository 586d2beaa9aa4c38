import type { JsonObject } from '../json/json-object.ts'
import type { Service } from '../state/service.ts'
import type { Parameters } from '../wire/parameters.ts'

/** One call of an operation. */
export interface Call {
  readonly service: Service
  readonly parameters: Parameters
  readonly requestId: string
  /** Whether an import is to lose its edges, because a fault says so. */
  readonly losesEdges: boolean
}

/** Carries out a call, and gives the body of the answer without `RequestId`. */
export type Operation = (call: Call) => JsonObject
