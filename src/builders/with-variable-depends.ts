import { readText } from '../document/read-text.ts'
import type { FlowDependency, FlowVariable, FlowVariableDependency } from '../model/generated/types.ts'
import type { BuiltFlow } from './build-flow.ts'
import { recordsIn } from './records-in.ts'

function variableDepend({ name, inputName = name, node }: FlowVariable): FlowVariableDependency {
  return { variableName: inputName, depends: [{ variableName: name, type: 'Normal', ...node }] }
}

/** The dependencies of nodes of a PAI flow, which say of each variable that is taken where it comes from. */
export function withVariableDepends({
  nodes,
  dependencies,
}: Pick<BuiltFlow, 'nodes' | 'dependencies'>): FlowDependency[] {
  const byId = new Map(nodes.map((node) => [node.id ?? node.name, node]))
  return dependencies.map((dependency) => {
    const taken = recordsIn(byId.get(readText(dependency, 'nodeId') ?? '')?.inputs?.variables)
    if (taken.length === 0) return dependency
    // What a document said already stays.
    const all = [...taken.map(variableDepend), ...recordsIn(dependency.variableDepends)]
    return { ...dependency, variableDepends: [...new Map(all.map((one) => [one.variableName, one])).values()] }
  })
}
