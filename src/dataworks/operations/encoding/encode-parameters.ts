import { stringifyJson } from '../../../document/json/exact-json.ts'
import { isRequired, type Operation, type ParameterType, type RequiredParameter, wireName } from '../operation.ts'
import { toJson, unknownFields } from './encode-json.ts'
import { encodePlain } from './encode-plain.ts'

/** Parameters as they are sent. */
export interface EncodedParameters {
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

/** The text of a value; undefined when something is wrong with it, which then is in `faults`. */
function encodeValue(type: ParameterType, value: unknown, name: string, faults: string[]): string | undefined {
  if (typeof type === 'string') {
    const text = encodePlain(type, value)
    if (typeof text === 'string') return text
    faults.push(`${name} ${text.fault}`)
    return undefined
  }
  const before = faults.length
  const json = toJson(type, value, name, faults)
  if (faults.length > before) return undefined
  return 'words' in type && Array.isArray(json) ? json.join(',') : stringifyJson(json, 0)
}

/** The text of one parameter; undefined when it is left out or wrong. */
function encodeParameter(
  parameter: ParameterType | RequiredParameter,
  value: unknown,
  name: string,
  faults: string[],
): string | undefined {
  const mustBeGiven = isRequired(parameter)
  if (value === undefined || value === null) {
    if (mustBeGiven) faults.push(`${name} is required`)
    return undefined
  }
  if (value === '' && mustBeGiven) {
    faults.push(`${name} must not be empty`)
    return undefined
  }
  return encodeValue(mustBeGiven ? parameter.required : parameter, value, name, faults)
}

/** Parameters of a `POST`, those in the query apart from those in the form. */
function divided(texts: ReadonlyMap<string, string>, inQuery: readonly string[]): EncodedParameters {
  const names = new Set(inQuery.map(wireName))
  const entries = [...texts]
  return {
    query: Object.fromEntries(entries.filter(([name]) => names.has(name))),
    form: Object.fromEntries(entries.filter(([name]) => !names.has(name))),
  }
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
  const faults = unknownFields(params, table, 'parameter')
  const texts = new Map<string, string>()
  for (const [name, parameter] of Object.entries(table)) {
    const text = encodeParameter(parameter, values.get(name), name, faults)
    if (text !== undefined) texts.set(wireName(name), text)
  }
  faults.push(...(operation.check?.(params) ?? []))
  if (faults.length > 0) throw new TypeError(`${operation.action}: ${faults.join('; ')}`)
  return operation.method === 'GET'
    ? { query: Object.fromEntries(texts), form: {} }
    : divided(texts, operation.inQuery ?? [])
}
