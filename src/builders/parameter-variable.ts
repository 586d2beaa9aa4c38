import type { FlowVariable } from '../model/generated/types.ts'
import type { ParameterOptions } from './node-options.ts'

/** A variable as the wire writes it. */
export function wireVariable(
  name: string,
  value: string | undefined,
  type: FlowVariable['type'],
  options: ParameterOptions,
): FlowVariable {
  return {
    artifactType: 'Variable',
    name,
    scope: options.scope ?? 'NodeParameter',
    type: options.type ?? type,
    ...(value === undefined ? {} : { value }),
    ...(options.description === undefined ? {} : { description: options.description }),
  }
}

/** A scheduling parameter as the wire writes it. */
export function parameterVariable(name: string, value: string, options: ParameterOptions): FlowVariable {
  const guessed = typeof value === 'string' && value.includes('$') ? 'System' : 'Constant'
  return Object.freeze(wireVariable(name, value, guessed, options))
}
