import type { FlowNode } from '../../language/generated/types.ts'
import { type Chain, extendChain } from '../chain.ts'
import { type Mutable, spelledField } from '../fields.ts'
import { mergeItems } from '../imported/merged-fields.ts'
import { NodeBuilderImpl } from '../node/node.ts'
import {
  contextVariables,
  type ProvidedState,
  providedOf,
  providedVariable,
  provideVariables,
} from '../node/provided-variables.ts'
import { type VariableHandle, variableHandle } from '../node/variable-handle.ts'
import type { Structure, StructureSite } from './structure.ts'
import type { ParamHubBuilder, VariableOptions } from './structure-builders.ts'

class ParamHubImpl<Name extends string, Needs extends string> extends NodeBuilderImpl<Name, Needs> {
  variable(name: string, value: string | VariableHandle, options: VariableOptions = {}): ParamHubImpl<Name, Needs> {
    const structure = NodeBuilderImpl.stateOf(this)?.structure
    const before: Chain<ProvidedState> | undefined =
      structure instanceof ParamHubStructure ? structure.variables : undefined
    const variables = extendChain(before, [{ ...options, name, value }])
    return NodeBuilderImpl.restructure<ParamHubImpl<Name, Needs>>(this, new ParamHubStructure(variables))
  }

  take(variable: string): VariableHandle<Name> {
    return variableHandle(this.name, variable)
  }
}

/**
 * A parameter node (command `PARAM_HUB`): it runs no code and offers variables to the nodes after it: constants, time
 * expressions, and variables it passes on from nodes before it. They are listed in `param-hub` and in its outputs. The
 * source is the service's page on parameter nodes and the reference model of the language.
 *
 * @param name - name of the node, unique in the workspace
 * @returns a builder with all steps of a node, to which `.variable(…)` adds variables and of which `.take(…)` gives one
 *
 * @example
 * ```ts
 * import { paramHub, shell, workflow } from 'flowspec'
 *
 * const hub = paramHub('settings').variable('region', 'cn-shanghai').variable('day', '$[yyyymmdd-1]')
 * const load = shell('load').code('./load.sh $1').param('1', hub.take('day'))
 *
 * const document = workflow('loading').cron('00 02 00 * * ?').nodes(hub, load).build()
 * ```
 */
export function paramHub<const Name extends string>(name: Name): ParamHubBuilder<Name, never, never> {
  const state = { name, command: 'PARAM_HUB', kind: 'paramHub' as const, structure: new ParamHubStructure() }
  // The steps inherited from the node builder return the class they are called on, which is what the interface says.
  return new ParamHubImpl<Name, never>(name, state) as unknown as ParamHubBuilder<Name, never, never>
}

/** What makes a node a parameter node: the variables it offers. */
class ParamHubStructure implements Structure {
  readonly variables: Chain<ProvidedState> | undefined

  constructor(variables?: Chain<ProvidedState>) {
    this.variables = variables
  }

  upstreams(): readonly string[] {
    return providedOf(this.variables).flatMap(({ value }) => (typeof value === 'object' ? [value.node] : []))
  }

  finish(node: Mutable<FlowNode>, { context, base }: StructureSite): void {
    const variables = providedOf(this.variables)
    // Made twice, so that the two lists share no object.
    const field = spelledField('Node', node, 'param-hub') as 'param-hub'
    const added = contextVariables(variables.map((variable) => providedVariable(variable, context)))
    node[field] = { ...node[field], variables: mergeItems(node[field]?.variables, added) }
    provideVariables(
      node,
      variables.map((variable) => providedVariable(variable, context)),
      base,
    )
  }
}
