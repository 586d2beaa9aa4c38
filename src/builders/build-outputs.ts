import type { FlowNodeOutput } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import { type Chain, chainItems } from './chain.ts'
import { defined } from './defined.ts'
import type { OutputOptions } from './node-options.ts'
import type { OutputState } from './node-state.ts'

function nodeOutput(data: string, name: string, options: OutputOptions = {}): FlowNodeOutput {
  const { sourceType, refTableName = name, isDefault } = options
  return defined({ data, artifactType: 'NodeOutput' as const, sourceType, refTableName, isDefault })
}

/** The outputs a user named, else the default one: `<project>.<name>` when the project is known, else the id. */
export function buildOutputs(
  outputs: Chain<OutputState> | undefined,
  names: { readonly name: string; readonly key: string },
  context: Pick<BuildContext, 'options'>,
): readonly FlowNodeOutput[] {
  if (outputs !== undefined) {
    return chainItems(outputs).map(({ data, options }) => nodeOutput(data, names.name, options))
  }
  const { project } = context.options
  return [nodeOutput(project === undefined ? names.key : `${project}.${names.name}`, names.name)]
}
