import type { FlowDepend, FlowNode, FlowVariable } from '../../language/generated/types.ts'
import type { BuildContext, NodesByName } from '../build/context.ts'
import { firstOutput } from '../build/outputs.ts'
import type { Mutable } from '../fields.ts'
import type { ParameterOptions } from './node-options.ts'
import { wireVariable } from './parameter.ts'

/** A variable that a node of the same workflow provides, to be taken by `.param(name, handle)` of another. */
export interface VariableHandle<Node extends string = string> {
  readonly kind: 'variable'
  /** Name of the node that provides it. */
  readonly node: Node
  /** Name of the variable. */
  readonly variable: string
  /** `PaiOutput` for what a node inside a PAI flow provides. Default `NodeOutput`. */
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

/** A variable of another node as the wire writes it, without whose it is; what a PAI flow hands on has no value. */
function upstreamVariable({ variable: name, type }: VariableHandle): FlowVariable {
  const value = type === undefined ? `\${${name}}` : undefined
  return wireVariable(name, value, type ?? 'NodeOutput', { scope: 'NodeContext' })
}

/** How a variable says whose it is: by output, as dependencies do; a name that is not there stays as it was written. */
function ownerOf(name: string, nodes: NodesByName): FlowDepend {
  const node = nodes.get(name)
  const output = firstOutput(node)
  return output === undefined ? { nodeId: node?.id ?? name } : { output }
}

/** The owner of a variable, filled in when all nodes of the flow stand. */
function ownerLater(name: string, { links }: BuildContext): FlowDepend {
  const owner: Mutable<FlowDepend> = {}
  links.push((nodes) => {
    Object.assign(owner, ownerOf(name, nodes))
  })
  return owner
}

/** A parameter that takes a variable; it calls the node of that by name until the build knows its output. */
export function takingParameter(handle: VariableHandle, name: string, options: ParameterOptions): FlowVariable {
  const upstream = upstreamVariable(handle)
  const referenceVariable = Object.freeze({ ...upstream, node: Object.freeze({ nodeId: handle.node }) })
  const parameter = wireVariable(name, upstream.value, upstream.type, { scope: 'NodeContext', ...options })
  return Object.freeze({ ...parameter, referenceVariable })
}

/** A variable with its owner, for a node that passes it on. */
export function passedVariable(handle: VariableHandle, context: BuildContext): FlowVariable {
  return { ...upstreamVariable(handle), node: ownerLater(handle.node, context) }
}

/** Writes into a node, and into its inputs, whose variables its parameters take. */
export function linkVariables(node: Mutable<FlowNode>, context: BuildContext): void {
  const { script } = node
  if (!script?.parameters?.some(({ referenceVariable }) => referenceVariable !== undefined)) return
  const variables: FlowVariable[] = []
  const parameters = script.parameters.map((parameter) => {
    const { referenceVariable: from, ...rest } = parameter
    const upstream = from?.node?.nodeId
    if (from === undefined || upstream === undefined) return parameter
    variables.push({ ...from, inputName: rest.name, node: ownerLater(upstream, context) })
    return { ...rest, referenceVariable: { ...from, node: ownerLater(upstream, context) } }
  })
  node.script = { ...script, parameters }
  node.inputs = { ...node.inputs, variables }
}
