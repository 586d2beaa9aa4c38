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
  const { project } = context.options
  const explicit = chainItems(outputs).map(({ data, options }) => nodeOutput(data, options.refTableName ?? names.name))
  if (explicit.length > 0) return explicit
  return [nodeOutput(project === undefined ? names.key : `${project}.${names.name}`, names.name)]
}
