import type { FlowNodeOutput } from '../model/generated/types.ts'
import type { BuildContext } from './build-context.ts'
import { type Chain, chainItems } from './chain.ts'
import type { OutputState } from './node-state.ts'

function nodeOutput(data: string, refTableName: string): FlowNodeOutput {
  return { data, artifactType: 'NodeOutput', refTableName }
}

/** The outputs a user named, else the default one: `<project>.<name>` when the project is known, else the id. */
export function buildOutputs(
  outputs: Chain<OutputState> | undefined,
  names: { readonly name: string; readonly key: string },
  context: BuildContext,
): readonly FlowNodeOutput[] {
  if (outputs !== undefined) {
    return chainItems(outputs).map(({ data, options }) => nodeOutput(data, options.refTableName ?? names.name))
  }
  const { project } = context.options
  return [nodeOutput(project === undefined ? names.key : `${project}.${names.name}`, names.name)]
}
