import type { AnyNode } from './any-node.ts'
import { type VariableHandle, variableHandle } from './variable-handle.ts'

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
