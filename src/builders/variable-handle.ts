/** A variable that a node of the same workflow offers, to be taken by `.param(name, handle)` of another. */
export interface VariableHandle<Node extends string = string> {
  readonly kind: 'variable'
  /** Name of the node that offers it. */
  readonly node: Node
  /** Name of the variable. */
  readonly variable: string
  /** `PaiOutput` for what a node inside a PAI flow offers. Default `NodeOutput`. */
  readonly type?: 'PaiOutput'
}

/** Makes the handle of a variable. */
export function variableHandle<Node extends string>(
  node: Node,
  variable: string,
  type?: 'PaiOutput',
): VariableHandle<Node> {
  return Object.freeze({ kind: 'variable', node, variable, ...(type === undefined ? {} : { type }) })
}
