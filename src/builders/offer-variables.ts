import type { FlowNode, FlowVariable } from '../model/generated/types.ts'
import type { Mutable } from './mutable.ts'

/** What is particular to a variable a node offers. */
export type OfferedVariable = Omit<FlowVariable, 'artifactType' | 'scope' | 'node'>

/** The variables as the wire writes them, without whose they are. */
export function contextVariables(variables: readonly OfferedVariable[]): readonly FlowVariable[] {
  return variables.map(({ name, ...rest }) => ({ artifactType: 'Variable', name, scope: 'NodeContext', ...rest }))
}

/** Lists variables in the outputs of the node that offers them. */
export function offerVariables(node: Mutable<FlowNode>, variables: readonly OfferedVariable[]): void {
  const output = node.outputs?.nodeOutputs?.[0]?.data
  const owner = output === undefined ? { nodeId: node.id ?? node.name } : { output }
  const offered = contextVariables(variables).map((variable) => ({ ...variable, node: { ...owner } }))
  node.outputs = { ...node.outputs, variables: offered }
}
