import { readText } from '../../document/read-text.ts'
import type { TransportResponse } from '../transport/transport.ts'
import { cleanText } from './clean-text.ts'

/** Longer than any id of a request; it bounds what a stranger writes into an error. */
const longest = 100

const same = (text: string): string => text

/** The id of the request that an answer names, in its body or in a header. */
export function requestIdOf(response: TransportResponse, answer: unknown): string | undefined {
  const id = readText(answer, 'RequestId') ?? readText(answer, 'requestId') ?? response.headers['x-acs-request-id']
  return id === undefined ? undefined : cleanText(id, response.redact ?? same).slice(0, longest) || undefined
}
