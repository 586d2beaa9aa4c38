import type { Fault } from '../faults/fault.ts'
import { jsonContentType, type Outcome } from './answer.ts'
import { type ErrorPlace, errorAnswer } from './error-answer.ts'

/** What a fault puts in the place of the answer; undefined when it leaves the answer as it is. */
export function faultOutcome(fault: Fault, place: ErrorPlace): Outcome | undefined {
  if ('reset' in fault) return 'reset'
  if ('code' in fault) {
    const { status, code, message: placedMessage = code, headers } = fault
    return errorAnswer({ status, code, placedMessage }, place, headers)
  }
  if ('body' in fault) {
    const { status = 200, contentType = jsonContentType, headers = {}, body } = fault
    return { status, contentType, headers, body }
  }
  return undefined
}
