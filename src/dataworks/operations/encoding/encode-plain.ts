import { showValue } from '../../../diagnostics/show-value.ts'
import { writeJson } from '../../../document/write-json.ts'
import type { PlainType } from '../operation.ts'

/** Why a value cannot be sent. */
export interface ValueFault {
  readonly fault: string
}

const largestInt64 = 2n ** 63n - 1n

function encodeText(value: unknown): string | ValueFault {
  if (typeof value !== 'string') return { fault: `must be text, not ${showValue(value)}` }
  return /\p{Surrogate}/u.test(value) ? { fault: 'holds half of a surrogate pair, which has no UTF-8 form' } : value
}

function encodeId(value: unknown): string | ValueFault {
  if (value === '') return { fault: 'must not be empty' }
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'number') return encodeText(value)
  if (Number.isSafeInteger(value)) return String(value)
  return { fault: `must be exact, and ${value} is a number beyond 2^53 or no whole number: write the id as text` }
}

function encodeInt64(value: unknown, what: string): string | ValueFault {
  const text = encodeId(value)
  if (typeof text !== 'string') return text
  if (/^\d{1,19}$/.test(text) && BigInt(text) > 0n && BigInt(text) <= largestInt64) return text
  return { fault: `must be ${what}, not ${showValue(value)}` }
}

function encodeCount(value: unknown): string | ValueFault {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? String(value)
    : { fault: `must be a whole number above 0, not ${showValue(value)}` }
}

function encodeNumber(value: unknown): string | ValueFault {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
    ? String(value)
    : { fault: `must be a whole number, 0 or more, not ${showValue(value)}` }
}

function encodeBoolean(value: unknown): string | ValueFault {
  return typeof value === 'boolean' ? String(value) : { fault: `must be true or false, not ${showValue(value)}` }
}

function encodeSpec(value: unknown): string | ValueFault {
  if (typeof value === 'string') return encodeText(value)
  // One line, keys in the order of the language.
  if (typeof value === 'object' && value !== null) return writeJson(value, { indent: 0 })
  return { fault: `must be a FlowSpec document or its text, not ${showValue(value)}` }
}

const encoders: Readonly<Record<PlainType, (value: unknown) => string | ValueFault>> = {
  boolean: encodeBoolean,
  count: encodeCount,
  id: encodeId,
  int64: (value) => encodeInt64(value, 'a number that the service gave out'),
  number: encodeNumber,
  spec: encodeSpec,
  text: encodeText,
  workspace: (value) => encodeInt64(value, 'the number of a workspace'),
}

/** Writes a plain value as text, or says why it cannot be sent. */
export function encodePlain(type: PlainType, value: unknown): string | ValueFault {
  return encoders[type](value)
}
