import type { Answer } from '../operations/answer.ts'
import type { EncodedParameters } from '../operations/encoding/encode-parameters.ts'
import type { Effect } from '../operations/operation.ts'

/** A call, ready to be sent. */
export interface PreparedCall<Result> {
  readonly action: string
  readonly version: string
  readonly method: 'GET' | 'POST'
  readonly effect: Effect
  readonly parameters: EncodedParameters
  readonly read: (answer: Answer) => Result
}
