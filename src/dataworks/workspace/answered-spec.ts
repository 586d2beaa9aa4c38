import { isRecord } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import { parseExact } from '../operations/parse-exact.ts'

/** What was asked for, and what the service answered. */
interface Answered {
  readonly action: string
  /** Such as `node 123`. */
  readonly subject: string
  readonly definition: { readonly spec: string; readonly requestId?: string | undefined }
}

/**
 * The document that an answer holds; its ids are text, however the service wrote them.
 *
 * @throws DataWorksError of kind `unreadable-answer` when there is none
 */
export function answeredSpec({ action, subject, definition }: Answered): ReadDocument {
  const document = parseExact(definition.spec)
  if (isRecord(document)) return document
  throw unreadableSpec(`the Spec of ${subject} is not a JSON object`, action, definition)
}

/** The error of an answer that holds another document than it should. */
export function unreadableSpec(message: string, action: string, { requestId }: Answered['definition']): DataWorksError {
  const code = 'UnreadableAnswer'
  return new DataWorksError({ action, kind: 'unreadable-answer', code, message, requestId, retryable: true })
}
