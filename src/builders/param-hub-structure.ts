import type { FlowNode, FlowVariable } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import { type Chain, chainItems } from './chain.ts'
import type { Mutable } from './mutable.ts'
import { contextVariables, type OfferedVariable, offerVariables } from './offer-variables.ts'
import { parameterVariable } from './parameter-variable.ts'
import type { Structure, StructureSite } from './structure.ts'
import { laterOwner } from './take-variables.ts'
import type { VariableHandle } from './variable-handle.ts'

/** A variable of a parameter node as a user wrote it. */
export interface HubVariable {
  readonly name: string
  readonly value: string | VariableHandle
  readonly description: string | undefined
}

function offered({ name, value, description }: HubVariable, context: BuildContext): OfferedVariable {
  const text = description === undefined ? {} : { description }
  if (typeof value === 'string') return { name, type: parameterVariable(name, value, {}).type, value, ...text }
  const shared = { artifactType: 'Variable', scope: 'NodeContext', type: 'NodeOutput' } as const
  const node = laterOwner(value.node, context)
  const referenceVariable: FlowVariable = { ...shared, name: value.variable, value: `\${${value.variable}}`, node }
  return { name, type: 'PassThrough', ...text, referenceVariable }
}

/** What makes a node a parameter node: the variables it offers. */
export class ParamHubStructure implements Structure {
  readonly variables: Chain<HubVariable> | undefined

  constructor(variables?: Chain<HubVariable>) {
    this.variables = variables
  }

  #eachOnce(): readonly HubVariable[] {
    return [...new Map(chainItems(this.variables).map((variable) => [variable.name, variable])).values()]
  }

  upstreams(): readonly string[] {
    return this.#eachOnce().flatMap(({ value }) => (typeof value === 'string' ? [] : [value.node]))
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const variables = this.#eachOnce()
    // Made twice, so that the two lists share no object.
    node['param-hub'] = { variables: contextVariables(variables.map((variable) => offered(variable, context))) }
    offerVariables(
      node,
      variables.map((variable) => offered(variable, context)),
    )
  }
}
