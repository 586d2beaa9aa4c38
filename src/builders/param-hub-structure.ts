import type { FlowNode } from '../model/generated/types.ts'
import type { Chain } from './chain.ts'
import { mergeItems } from './lay-over.ts'
import type { Mutable } from './mutable.ts'
import { contextVariables, offerVariables } from './offer-variables.ts'
import { type OfferState, offeredVariable, offersOf } from './offered-variable.ts'
import { spelledField } from './spelled-field.ts'
import type { Structure, StructureSite } from './structure.ts'

/** What makes a node a parameter node: the variables it offers. */
export class ParamHubStructure implements Structure {
  readonly variables: Chain<OfferState> | undefined

  constructor(variables?: Chain<OfferState>) {
    this.variables = variables
  }

  upstreams(): readonly string[] {
    return offersOf(this.variables).flatMap(({ value }) => (typeof value === 'object' ? [value.node] : []))
  }

  finish(node: Mutable<FlowNode>, { context, base }: StructureSite): void {
    const variables = offersOf(this.variables)
    // Made twice, so that the two lists share no object.
    const field = spelledField('Node', node, 'param-hub') as 'param-hub'
    const added = contextVariables(variables.map((variable) => offeredVariable(variable, context)))
    node[field] = { ...node[field], variables: mergeItems(node[field]?.variables, added) }
    offerVariables(
      node,
      variables.map((variable) => offeredVariable(variable, context)),
      base,
    )
  }
}
