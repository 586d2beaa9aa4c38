import type { FlowDepend, FlowNode, FlowVariable } from '../../language/generated/types.ts'
import type { BuildContext, NodesByName } from '../build/context.ts'
import { firstOutput } from '../build/outputs.ts'
import type { Mutable } from '../fields.ts'
import type { AnyNode } from './node-builder.ts'
import type { ParameterOptions } from './node-options.ts'
import { wireVariable } from './parameter.ts'

/** Settings of a variable that is taken. */
export interface VariableOfOptions {
  /** `PaiOutput` for what a node inside a PAI flow offers. Default `NodeOutput`. */
  readonly type?: 'PaiOutput'
}

/**
 * A variable that a node offers, to be taken by `.param(name, …)` of a node that comes right after it, or passed through
 * by `.outputVariable(name, …)`.
 *
 * @param node - the node that offers it, or its name
 * @param variable - name of the variable, as `.outputVariable(…)` gives it
 * @returns a handle that makes the node which takes it come after the one that offers it
 *
 * @example
 * ```ts
 * import { shell, variableOf, workflow } from 'flowspec'
 *
 * const first = shell('first').code('./first.sh').outputVariable('day', '$[yyyymmdd-1]')
 * const second = shell('second').code('./second.sh $1').param('1', variableOf(first, 'day'))
 *
 * const document = workflow('handing_on').cron('00 02 00 * * ?').nodes(first, second).build()
 * ```
 */
export function variableOf<const Name extends string>(
  node: Name | (AnyNode & { readonly name: Name }),
  variable: string,
  options?: VariableOfOptions,
): VariableHandle<Name> {
  return variableHandle(typeof node === 'string' ? node : node.name, variable, options?.type)
}

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

/** How a variable says whose it is: by output, as dependencies do; a name that is not there stays as it was written. */
function ownerOf(name: string, nodes: NodesByName): FlowDepend {
  const node = nodes.get(name)
  const output = firstOutput(node)
  return output === undefined ? { nodeId: node?.id ?? name } : { output }
}

/** A place for the owner of a variable, filled in when all nodes of the flow stand. */
function laterOwner(name: string, { links }: BuildContext): FlowDepend {
  const owner: Mutable<FlowDepend> = {}
  links.push((nodes) => {
    Object.assign(owner, ownerOf(name, nodes))
  })
  return owner
}

/** A variable of another node as the wire writes it, without whose it is; what a PAI flow hands on has no value. */
function upstreamVariable({ variable: name, type }: VariableHandle): FlowVariable {
  const value = type === undefined ? `\${${name}}` : undefined
  return wireVariable(name, value, type ?? 'NodeOutput', { scope: 'NodeContext' })
}

/** How nodes take the variables of others. */
const takeVariables: VariableTaking = {
  asParameter(from, name, options) {
    const upstream = upstreamVariable(from)
    const referenceVariable = Object.freeze({ ...upstream, node: Object.freeze({ nodeId: from.node }) })
    const { value, type } = upstream
    const parameter = wireVariable(name, value, type, { scope: 'NodeContext', ...options })
    return Object.freeze({ ...parameter, referenceVariable })
  },

  passedOn(from, context) {
    return { ...upstreamVariable(from), node: laterOwner(from.node, context) }
  },

  /** Writes which they are into its parameters, and into its inputs. */
  link(node, context) {
    const variables: FlowVariable[] = []
    const parameters = (node.script?.parameters ?? []).map((parameter) => {
      const { referenceVariable: from, ...rest } = parameter
      const upstream = from?.node?.nodeId
      if (from === undefined || upstream === undefined) return parameter
      variables.push({ ...from, inputName: rest.name, node: laterOwner(upstream, context) })
      return { ...rest, referenceVariable: { ...from, node: laterOwner(upstream, context) } }
    })
    // A later parameter of the name may have taken its place.
    if (variables.length === 0) return
    node.script = { ...node.script, runtime: node.script?.runtime ?? {}, parameters }
    node.inputs = { ...node.inputs, variables }
  },
}
