import { takeVariables } from './take-variables.ts'
import { taking, type VariableTaking } from './variable-taking.ts'

/** A variable that a node of the same workflow offers, to be taken by `.param(name, handle)` of another. */
export interface VariableHandle<Node extends string = string> {
  readonly kind: 'variable'
  /** Name of the node that offers it. */
  readonly node: Node
  /** Name of the variable. */
  readonly variable: string
  /** `PaiOutput` for what a node inside a PAI flow offers. Default `NodeOutput`. */
  readonly type?: 'PaiOutput'
  /** How nodes take it; for the builders alone. */
  readonly [taking]: VariableTaking
}

/** Makes the handle of a variable. */
export function variableHandle<Node extends string>(
  node: Node,
  variable: string,
  type?: 'PaiOutput',
): VariableHandle<Node> {
  const typed = type === undefined ? {} : { type }
  return Object.freeze({ kind: 'variable', node, variable, ...typed, [taking]: takeVariables })
}
