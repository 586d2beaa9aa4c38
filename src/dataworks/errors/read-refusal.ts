import { isRecord } from '../../document/is-record.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { TransportResponse } from '../transport/transport.ts'
import { cleanText } from './clean-text.ts'
import { requestIdOf } from './request-id-of.ts'

/** What an answer says of why it refuses. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly requestId: string | undefined
  /** The status, or the one the answer names itself when it came with 200. */
  readonly status: number
}

const bodyExcerpt = 200

/** The first of several fields that holds text or a number, as text. */
function firstText(body: Readonly<Record<string, unknown>>, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = Object.hasOwn(body, name) ? body[name] : undefined
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number') return String(value)
  }
  return undefined
}

function withoutFields(response: TransportResponse, redact: (text: string) => string): Refusal {
  const excerpt = cleanText(response.body, redact).slice(0, bodyExcerpt)
  return {
    code: `HTTP${response.status}`,
    message: excerpt === '' ? 'the answer is empty' : `the answer is not JSON: ${excerpt}`,
    requestId: requestIdOf(response, undefined),
    status: response.status,
  }
}

/**
 * Reads an answer that refuses: `Code`, `Message` and `RequestId` of the gateway, or the envelope of the older
 * operations with `ErrorCode` and `ErrorMessage`, or whatever else came, of which the status is kept.
 */
export function readRefusal(response: TransportResponse): Refusal {
  const redact = response.redact ?? ((text: string): string => text)
  const body = parseExact(response.body)
  if (!isRecord(body)) return withoutFields(response, redact)
  const ownStatus = Number(firstText(body, ['HttpStatusCode']) ?? 0)
  return {
    code: cleanText(firstText(body, ['Code', 'ErrorCode', 'code']) ?? `HTTP${response.status}`, redact),
    message: cleanText(firstText(body, ['Message', 'ErrorMessage', 'message']) ?? 'no reason was given', redact),
    requestId: requestIdOf(response, body),
    status: response.status >= 300 ? response.status : Math.max(response.status, ownStatus || 0),
  }
}
