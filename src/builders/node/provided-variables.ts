import { isRecord, recordsOf } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import type { FlowNode, FlowVariable } from '../../language/generated/types.ts'
import { checkArgument, checkSettings, named, type SettingKindsOf, text } from '../arguments.ts'
import type { BuildContext } from '../build/context.ts'
import { firstOutput } from '../build/outputs.ts'
import { type Chain, chainItems, lastOfEach } from '../chain.ts'
import { asShape, defined, isKeptPlace, keptPlace, type Mutable } from '../fields.ts'
import { mergeArtifacts } from '../merging.ts'
import type { AnyNode } from './node-builder.ts'
import type { VariableOptions } from './node-options.ts'
import { parameterVariable } from './parameter.ts'
import { passedVariable, type VariableHandle, variableHandle } from './variable-handle.ts'

/** Settings of a variable that is taken. */
export interface VariableOfOptions {
  /** `PaiOutput` for what a node inside a PAI flow provides. Default `NodeOutput`. */
  readonly type?: 'PaiOutput'
}

/** Settings of `variableOf(…)`. */
const variableOfSettings: SettingKindsOf<VariableOfOptions> = { type: text }

/**
 * A variable that a node provides, to be taken by `.param(name, …)` of a node that comes right after it, or passed through
 * by `.outputVariable(name, …)`.
 *
 * @param node - the node that provides it, or its name
 * @param variable - name of the variable, as `.outputVariable(…)` gives it
 * @returns a handle that makes the node which takes it come after the one that provides it
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
  checkArgument('variableOf', 'node', node, named)
  checkArgument('variableOf', 'variable', variable, text)
  if (options !== undefined) checkSettings('variableOf', 'options', options, variableOfSettings)
  return variableHandle(typeof node === 'string' ? node : node.name, variable, options?.type)
}

/** A variable that a node provides as a user wrote it. */
export interface ProvidedState extends VariableOptions {
  readonly name: string
  readonly value: string | VariableHandle | undefined
}

/** What is particular to a variable that a node provides. */
export type ProvidedVariable = Omit<FlowVariable, 'artifactType' | 'scope' | 'node'>

/** The variables, a later one of a name in the place of the earlier. */
export function providedStates(chain: Chain<ProvidedState> | undefined): readonly ProvidedState[] {
  return lastOfEach(chainItems(chain), ({ name }) => name)
}

/** A variable as the wire writes it; one of another node is passed through. */
export function providedVariable(
  { name, value, type, description }: ProvidedState,
  context: BuildContext,
): ProvidedVariable {
  if (typeof value !== 'object') {
    return defined({ name, type: type ?? parameterVariable(name, value ?? '', {}).type, value, description })
  }
  const referenceVariable = passedVariable(value, context)
  const from = defined({ description, referenceVariable })
  return { name, type: type ?? ('PassThrough' as const), ...unnamed, ...from }
}

/** Of a variable that is passed through, whose value is named when all nodes stand. */
const unnamed = /* @__PURE__ */ keptPlace('value')

/**
 * Says of each variable that a finished node passes through which one it is, when the build knows the outputs of all nodes:
 * `<output of its owner>:<its name>`, as exports of the service write it and the copier of the reference implementation
 * 2.0.0 wants it.
 */
export function namePassed(node: FlowNode, { links }: BuildContext): void {
  const hub = node[spelledField('Node', node, 'param-hub') as 'param-hub']
  // The oldest documents have one list of outputs; in others the group of variables has more than one spelling.
  const groups: readonly unknown[] = isRecord(node.outputs) ? Object.values(node.outputs) : [node.outputs]
  for (const list of [...groups, hub?.variables]) {
    for (const variable of recordsOf(list).map((one) => asShape<Mutable<FlowVariable>>(one))) {
      const { referenceVariable: from } = variable
      if (!isKeptPlace(variable, 'value')) continue
      variable.value = ''
      if (from === undefined) continue
      links.push(() => {
        variable.value = `${from.node?.output ?? from.node?.nodeId}:${from.name}`
      })
    }
  }
}

/** The variables as the wire writes them, without whose they are. */
export function contextVariables(variables: readonly ProvidedVariable[]): readonly FlowVariable[] {
  return variables.map(({ name, ...rest }) => ({ artifactType: 'Variable', name, scope: 'NodeContext', ...rest }))
}

/** Adds variables to the outputs of the node that provides them, a later one of a name in the place of the earlier. */
export function provideVariables(node: Mutable<FlowNode>, variables: readonly ProvidedVariable[]): void {
  const output = firstOutput(node)
  const owner = output === undefined ? { nodeId: node.id ?? node.name } : { output }
  const provided = contextVariables(variables).map((variable) => ({ ...variable, node: { ...owner } }))
  Object.assign(node, { outputs: mergeArtifacts(node.outputs, { variables: provided }) })
}
