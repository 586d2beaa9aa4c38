import type { FlowNode, FlowVariable } from '../../language/generated/types.ts'
import type { BuildContext, NodeBase } from '../build/context.ts'
import { firstOutput } from '../build/outputs.ts'
import { type Chain, chainItems } from '../chain.ts'
import { defined, type Mutable } from '../fields.ts'
import type { VariableOptions } from '../structures/structure-builders.ts'
import { parameterVariable } from './parameter.ts'
import { taking, type VariableHandle } from './variable-handle.ts'

/** What is particular to a variable a node offers. */
type ProvidedVariable = Omit<FlowVariable, 'artifactType' | 'scope' | 'node'>

/** A variable that a node offers as a user wrote it. */
export interface ProvidedState extends VariableOptions {
  readonly name: string
  readonly value: string | VariableHandle | undefined
}

/** The variables, a later one of a name in the place of the earlier. */
export function providedOf(chain: Chain<ProvidedState> | undefined): readonly ProvidedState[] {
  return [...new Map(chainItems(chain).map((offer) => [offer.name, offer])).values()]
}

/** A variable as the wire writes it; one of another node is passed through. */
export function providedVariable(
  { name, value, type, description }: ProvidedState,
  context: BuildContext,
): ProvidedVariable {
  if (typeof value !== 'object') {
    return defined({ name, type: type ?? parameterVariable(name, value ?? '', {}).type, value, description })
  }
  const referenceVariable = value[taking].passedOn(value, context)
  return defined({ name, type: type ?? ('PassThrough' as const), description, referenceVariable })
}

/** The variables as the wire writes them, without whose they are. */
export function contextVariables(variables: readonly ProvidedVariable[]): readonly FlowVariable[] {
  return variables.map(({ name, ...rest }) => ({ artifactType: 'Variable', name, scope: 'NodeContext', ...rest }))
}

/**
 * Adds variables to the outputs of the node that offers them, a later one of a name in the place of the earlier.
 *
 * @param base - the node as read, when it was
 */
export function provideVariables(
  node: Mutable<FlowNode>,
  variables: readonly ProvidedVariable[],
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
