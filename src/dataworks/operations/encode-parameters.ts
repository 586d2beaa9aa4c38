import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { writeJson } from '../../document/write-json.ts'
import { type Operation, type ParameterType, type RequiredParameter, wireName } from './operation.ts'

/** Parameters as they are sent. */
export interface EncodedParameters {
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

function unknownParameters(params: object, known: readonly string[]): string[] {
  const names = new Set(known)
  return Object.keys(params)
    .filter((name) => !names.has(name))
    .map((name) => {
      const near = didYouMean(name, known)
      return `${name} is no parameter${near === undefined ? '' : `; did you mean ${near}?`}`
    })
}

/** The text of one parameter, or what is wrong with it; undefined when it is left out. */
function encodeParameter(
  parameter: ParameterType | RequiredParameter,
  value: unknown,
): string | ValueFault | undefined {
  const isRequired = typeof parameter === 'object'
  if (value === undefined || value === null) return isRequired ? { fault: 'is required' } : undefined
  if (value === '' && isRequired) return { fault: 'must not be empty' }
  return encodeValue(isRequired ? parameter.required : parameter, value)
}

/**
 * Checks the parameters of a call and writes them the way they travel.
 *
 * @throws TypeError that names every parameter which is missing, unknown or of a wrong type
 */
export function encodeParameters<Params extends object>(
  operation: Operation<Params, unknown>,
  params: Params,
): EncodedParameters {
  const table: Readonly<Record<string, ParameterType | RequiredParameter>> = operation.parameters
  const values = new Map<string, unknown>(Object.entries(params))
  const faults = unknownParameters(params, Object.keys(table))
  const texts: Record<string, string> = {}
  for (const [name, parameter] of Object.entries(table)) {
    const encoded = encodeParameter(parameter, values.get(name))
    if (typeof encoded === 'string') texts[wireName(name)] = encoded
    else if (encoded !== undefined) faults.push(`${name} ${encoded.fault}`)
  }
  faults.push(...(operation.check?.(params) ?? []))
  if (faults.length > 0) throw new TypeError(`${operation.action}: ${faults.join('; ')}`)
  return operation.method === 'GET' ? { query: texts, form: {} } : { query: {}, form: texts }
}

/** Why a value cannot be sent. */
export interface ValueFault {
  readonly fault: string
}

const largestWorkspace = 2n ** 63n - 1n

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

function encodeWorkspace(value: unknown): string | ValueFault {
  const text = encodeId(value)
  if (typeof text !== 'string') return text
  if (/^\d{1,19}$/.test(text) && BigInt(text) > 0n && BigInt(text) <= largestWorkspace) return text
  return { fault: `must be the number of a workspace, not ${showValue(value)}` }
}

function encodeCount(value: unknown): string | ValueFault {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
    ? String(value)
    : { fault: `must be a whole number above 0, not ${showValue(value)}` }
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
