import type { FlowDepend, FlowNode, FlowVariable } from '../model/generated/types.ts'
import type { BuildContext, NodesByName } from './build-context.ts'
import { firstOutput } from './first-output.ts'
import type { Mutable } from './mutable.ts'

/** How a variable says whose it is: by output, as dependencies do; a name that is not there stays as it was written. */
function ownerOf(name: string, nodes: NodesByName): FlowDepend {
  const node = nodes.get(name)
  const output = firstOutput(node)
  return output === undefined ? { nodeId: node?.id ?? name } : { output }
}

/** A place for the owner of a variable, filled in when all nodes of the flow stand. */
export function laterOwner(name: string, { links }: BuildContext): FlowDepend {
  const owner: Mutable<FlowDepend> = {}
  links.push((nodes) => {
    Object.assign(owner, ownerOf(name, nodes))
  })
  return owner
}

/** Writes the variables a node takes from others: which they are into its parameters, and into its inputs. */
export function takeVariables(node: Mutable<FlowNode>, context: BuildContext): void {
  const variables: FlowVariable[] = []
  const parameters = (node.script?.parameters ?? []).map((parameter) => {
    const { referenceVariable: from, ...rest } = parameter
    const upstream = from?.node?.nodeId
    if (from === undefined || upstream === undefined) return parameter
    variables.push({ ...from, inputName: rest.name, node: laterOwner(upstream, context) })
    return { ...rest, referenceVariable: { ...from, node: laterOwner(upstream, context) } }
  })
  node.script = { ...node.script, runtime: node.script?.runtime ?? {}, parameters }
  node.inputs = { ...node.inputs, variables }
}
