import type { FlowVariable } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import { type Chain, chainItems } from './chain.ts'
import { defined } from './defined.ts'
import { parameterVariable } from './parameter-variable.ts'
import type { VariableOptions } from './structure-options.ts'
import type { VariableHandle } from './variable-handle.ts'
import { taking } from './variable-taking.ts'

/** What is particular to a variable a node offers. */
export type OfferedVariable = Omit<FlowVariable, 'artifactType' | 'scope' | 'node'>

/** A variable that a node offers as a user wrote it. */
export interface OfferState extends VariableOptions {
  readonly name: string
  readonly value: string | VariableHandle | undefined
}

/** The variables, a later one of a name in the place of the earlier. */
export function offersOf(chain: Chain<OfferState> | undefined): readonly OfferState[] {
  return [...new Map(chainItems(chain).map((offer) => [offer.name, offer])).values()]
}

/** A variable as the wire writes it; one of another node is passed through. */
export function offeredVariable(
  { name, value, type, description }: OfferState,
  context: BuildContext,
): OfferedVariable {
  if (typeof value !== 'object') {
    return defined({ name, type: type ?? parameterVariable(name, value ?? '', {}).type, value, description })
  }
  const referenceVariable = value[taking].passedOn(value, context)
  return defined({ name, type: type ?? ('PassThrough' as const), description, referenceVariable })
}
