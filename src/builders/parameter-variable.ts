import type { FlowVariable } from '../model/generated/types.ts'
import type { ParameterOptions } from './node-options.ts'
import type { VariableHandle } from './variable-handle.ts'

function variable(
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
  return Object.freeze(variable(name, value, guessed, options))
}

/** A parameter that takes a variable of another node, which it calls by its name until the build knows its output. */
export function takenVariable(name: string, from: VariableHandle, options: ParameterOptions): FlowVariable {
  const upstream = upstreamVariable(from)
  const { value, type } = upstream
  const referenceVariable = Object.freeze({ ...upstream, node: Object.freeze({ nodeId: from.node }) })
  return Object.freeze({ ...variable(name, value, type, { scope: 'NodeContext', ...options }), referenceVariable })
}

/** A variable of another node as the wire writes it, without whose it is; what a PAI flow hands on has no value. */
export function upstreamVariable({ variable: name, type }: VariableHandle): FlowVariable {
  const value = type === undefined ? `\${${name}}` : undefined
  return variable(name, value, type ?? 'NodeOutput', { scope: 'NodeContext' })
}

/** Whether a parameter takes a variable of another node. */
export function takesVariable(parameter: FlowVariable): boolean {
  return parameter.referenceVariable !== undefined
}
