import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { encodeValue } from './encode-value.ts'
import type { Operation, Parameter } from './operation.ts'

/** Parameters as they are sent. */
export interface EncodedParameters {
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

interface Collected {
  readonly query: Record<string, string>
  readonly form: Record<string, string>
  readonly faults: string[]
}

function addParameter(collected: Collected, name: string, parameter: Parameter, value: unknown): void {
  if (value === undefined || value === null) {
    if (parameter.required === true) collected.faults.push(`${name} is required`)
    return
  }
  if (value === '' && parameter.required === true) {
    collected.faults.push(`${name} must not be empty`)
    return
  }
  const encoded = encodeValue(parameter.type, value)
  if (typeof encoded === 'string') collected[parameter.in === 'query' ? 'query' : 'form'][parameter.name] = encoded
  else collected.faults.push(`${name} ${encoded.fault}`)
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

/**
 * Checks the parameters of a call and writes them the way they travel.
 *
 * @throws TypeError that names every parameter which is missing, unknown or of a wrong type
 */
export function encodeParameters<Params extends object>(
  operation: Operation<Params, unknown>,
  params: Params,
): EncodedParameters {
  const table: Readonly<Record<string, Parameter>> = operation.parameters
  const values = new Map<string, unknown>(Object.entries(params))
  const collected: Collected = { query: {}, form: {}, faults: unknownParameters(params, Object.keys(table)) }
  for (const [name, parameter] of Object.entries(table)) addParameter(collected, name, parameter, values.get(name))
  const faults = [...collected.faults, ...(operation.check?.(params) ?? [])]
  if (faults.length > 0) throw new TypeError(`${operation.action}: ${faults.join('; ')}`)
  return collected
}
