import type { FlowNode, FlowVariable } from '../model/generated/types.ts'
import { firstOutput } from './first-output.ts'
import { mergeArtifacts } from './lay-over.ts'
import type { Mutable } from './mutable.ts'
import type { OfferedVariable } from './offered-variable.ts'

/** The variables as the wire writes them, without whose they are. */
export function contextVariables(variables: readonly OfferedVariable[]): readonly FlowVariable[] {
  return variables.map(({ name, ...rest }) => ({ artifactType: 'Variable', name, scope: 'NodeContext', ...rest }))
}

/** Adds variables to the outputs of the node that offers them. */
export function offerVariables(node: Mutable<FlowNode>, variables: readonly OfferedVariable[]): void {
  const output = firstOutput(node)
  const owner = output === undefined ? { nodeId: node.id ?? node.name } : { output }
  const offered = contextVariables(variables).map((variable) => ({ ...variable, node: { ...owner } }))
  Object.assign(node, { outputs: mergeArtifacts(node.outputs, { variables: offered }) })
}
