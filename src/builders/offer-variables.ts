import type { FlowNode, FlowVariable } from '../model/generated/types.ts'
import type { NodeBase } from './entity-base.ts'
import { firstOutput } from './first-output.ts'
import type { Mutable } from './mutable.ts'
import type { OfferedVariable } from './offered-variable.ts'

/** The variables as the wire writes them, without whose they are. */
export function contextVariables(variables: readonly OfferedVariable[]): readonly FlowVariable[] {
  return variables.map(({ name, ...rest }) => ({ artifactType: 'Variable', name, scope: 'NodeContext', ...rest }))
}

/**
 * Adds variables to the outputs of the node that offers them, a later one of a name in the place of the earlier.
 *
 * @param base - the node as read, when it was
 */
export function offerVariables(
  node: Mutable<FlowNode>,
  variables: readonly OfferedVariable[],
  base: NodeBase | undefined,
): void {
  const output = firstOutput(node)
  const owner = output === undefined ? { nodeId: node.id ?? node.name } : { output }
  const offered = contextVariables(variables).map((variable) => ({ ...variable, node: { ...owner } }))
  if (base !== undefined) {
    Object.assign(node, { outputs: base.mergeArtifacts(node.outputs, { variables: offered }) })
    return
  }
  const { outputs = {} } = node
  const named = new Map([...(outputs.variables ?? []), ...offered].map((variable) => [variable.name, variable]))
  node.outputs = { ...outputs, variables: [...named.values()] }
}
