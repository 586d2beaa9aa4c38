import { ownCopy } from '../../document/json/json-copy.ts'
import { spelledField } from '../../document/spellings.ts'
import type { FlowNode } from '../../language/generated/types.ts'
import { structures } from '../../language/structures.ts'
import { checkArgument, checkSettings, text, variable as variableKind } from '../arguments.ts'
import { callOf } from '../call.ts'
import { type Chain, extendChain } from '../chain.ts'
import type { Mutable } from '../fields.ts'
import { mergeItems } from '../merging.ts'
import { NodeImpl } from '../node/node.ts'
import { typedNode } from '../node/node-builder.ts'
import type { VariableOptions } from '../node/node-options.ts'
import type { Structure, StructureSite } from '../node/node-state.ts'
import {
  contextVariables,
  type ProvidedState,
  providedStates,
  providedVariable,
  provideVariables,
} from '../node/provided-variables.ts'
import { type VariableHandle, variableHandle } from '../node/variable-handle.ts'
import { variableSettings } from '../setting-kinds.ts'
import type { ParamHubBuilder } from './structure-builders.ts'

/** What makes a node a parameter node: the variables it provides. */
class ParamHubStructure implements Structure {
  readonly #variables: Chain<ProvidedState> | undefined

  constructor(variables?: Chain<ProvidedState>) {
    this.#variables = variables
  }

  with(variable: ProvidedState): ParamHubStructure {
    return new ParamHubStructure(extendChain(this.#variables, [variable]))
  }

  upstreams(): readonly string[] {
    return providedStates(this.#variables).flatMap(({ value }) => (typeof value === 'object' ? [value.node] : []))
  }

  finish(node: Mutable<FlowNode>, { context }: StructureSite): void {
    const states = providedStates(this.#variables)
    // Made twice, so that the two lists share no object.
    const listed = contextVariables(states.map((state) => providedVariable(state, context)))
    const provided = states.map((state) => providedVariable(state, context))
    const field = spelledField('Node', node, 'param-hub') as 'param-hub'
    node[field] = { ...node[field], variables: mergeItems(node[field]?.variables, listed) }
    provideVariables(node, provided)
  }
}

class ParamHubImpl extends NodeImpl {
  variable(name: string, value: string | VariableHandle, options: VariableOptions = {}): this {
    checkArgument('variable', 'name', name, text)
    checkArgument('variable', 'value', value, variableKind)
    checkSettings('variable', 'options', options, variableSettings)
    const variable = { ...options, name, value: ownCopy(value) }
    return this.restructured(ParamHubStructure, (known = new ParamHubStructure()) => known.with(variable))
  }

  take(variable: string): VariableHandle {
    checkArgument('take', 'variable', variable, text)
    return variableHandle(this.name, variable)
  }
}

/**
 * A parameter node (command `PARAM_HUB`): it runs no code and provides variables to the nodes after it: constants, time
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
  checkArgument('paramHub', 'name', name, text)
  const structure = new ParamHubStructure()
  return typedNode(
    new ParamHubImpl({
      name,
      call: callOf(paramHub),
      command: structures.paramHub.command,
      kind: 'paramHub',
      structure,
    }),
  )
}
