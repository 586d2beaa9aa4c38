import type { FlowDepend, FlowVariable } from '../model/generated/types.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { firstOutput } from './first-output.ts'
import type { Mutable } from './mutable.ts'
import { wireVariable } from './parameter-variable.ts'
import type { VariableHandle } from './variable-handle.ts'
import type { VariableTaking } from './variable-taking.ts'

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
export const takeVariables: VariableTaking = {
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
