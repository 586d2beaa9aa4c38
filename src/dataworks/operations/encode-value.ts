import type { ParameterType } from './operation.ts'
import { specText } from './spec-text.ts'

/** Why a value cannot be sent. */
export interface ValueFault {
  readonly fault: string
}

const largestWorkspace = 2n ** 63n - 1n

/** What a message shows of a value; never the whole of one that may be long. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value)
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : `a value of type ${value === null ? 'null' : typeof value}`
}

function encodeText(value: unknown): string | ValueFault {
  if (typeof value !== 'string') return { fault: `must be text, not ${shown(value)}` }
  return /\p{Surrogate}/u.test(value) ? { fault: 'holds half of a surrogate pair, which has no UTF-8 form' } : value
}

function encodeId(value: unknown): string | ValueFault {
  if (value === '') return { fault: 'must not be empty' }
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'number') return encodeText(value)
  if (Number.isSafeInteger(value)) return String(value)
  return { fault: `must be exact, and ${value} is a number beyond 2^53 or no whole number: write the id as text` }
}

function encodeWorkspace(value: unknown): string | ValueFault {
  const text = encodeId(value)
  if (typeof text !== 'string') return text
  if (/^\d{1,19}$/.test(text) && BigInt(text) > 0n && BigInt(text) <= largestWorkspace) return text
  return { fault: `must be the number of a workspace, not ${shown(value)}` }
}

function encodeCount(value: unknown): string | ValueFault {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? String(value)
    : { fault: `must be a whole number above 0, not ${shown(value)}` }
}

function encodeBoolean(value: unknown): string | ValueFault {
  return typeof value === 'boolean' ? String(value) : { fault: `must be true or false, not ${shown(value)}` }
}

function encodeSpec(value: unknown): string | ValueFault {
  if (typeof value === 'string') return encodeText(value)
  if (typeof value === 'object' && value !== null) return specText(value)
  return { fault: `must be a FlowSpec document or its text, not ${shown(value)}` }
}

const encoders: Readonly<Record<ParameterType, (value: unknown) => string | ValueFault>> = {
  boolean: encodeBoolean,
  count: encodeCount,
  id: encodeId,
  spec: encodeSpec,
  text: encodeText,
  workspace: encodeWorkspace,
}

/** Writes a value of a parameter as text, or says why it cannot be sent. */
export function encodeValue(type: ParameterType, value: unknown): string | ValueFault {
  return encoders[type](value)
}
