import type { FlowNode, FlowVariable } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import type { Mutable } from './mutable.ts'
import type { ParameterOptions } from './node-options.ts'
import type { VariableHandle } from './variable-handle.ts'

/** How a node takes a variable of another. */
export interface VariableTaking {
  /** The parameter that takes it, which calls its node by name until the build knows the output of that. */
  asParameter(from: VariableHandle, name: string, options: ParameterOptions): FlowVariable
  /** The variable with its owner, for a node that passes it on. */
  passedOn(from: VariableHandle, context: BuildContext): FlowVariable
  /** Writes into a node whose variables its parameters take. */
  link(node: Mutable<FlowNode>, context: BuildContext): void
}

/** Under this key a handle holds how it is taken, so that a program without handles carries none of the code. */
export const taking: unique symbol = /* @__PURE__ */ Symbol('taking')
