import type { FlowVariable } from '../model/generated/types.ts'
import type { ParameterOptions } from './node-options.ts'

/** A scheduling parameter as the wire writes it. */
export function parameterVariable(name: string, value: string, options: ParameterOptions): FlowVariable {
  const guessed = typeof value === 'string' && value.includes('$') ? 'System' : 'Constant'
  return Object.freeze({
    artifactType: 'Variable',
    name,
    scope: options.scope ?? 'NodeParameter',
    type: options.type ?? guessed,
    value,
    ...(options.description === undefined ? {} : { description: options.description }),
  })
}
