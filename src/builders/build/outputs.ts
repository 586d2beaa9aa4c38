import { isRecord, readText } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import type { FlowNodeOutput } from '../../language/generated/types.ts'
import { type Chain, chainItems } from '../chain.ts'
import { defined } from '../fields.ts'
import type { OutputOptions, OutputState } from '../node/node-options.ts'
import type { BuildOptions } from './context.ts'

function nodeOutput(data: string, name: string | undefined, options: OutputOptions = {}): FlowNodeOutput {
  const { sourceType, refTableName = name, isDefault } = options
  return defined({ data, artifactType: 'NodeOutput' as const, sourceType, refTableName, isDefault })
}

/** The outputs a user named, with nothing that was not said. */
export function outputsAsSaid(outputs: Chain<OutputState>): readonly FlowNodeOutput[] {
  return chainItems(outputs).map(({ data, options }) => nodeOutput(data, undefined, options))
}

/** The outputs a user named, else the default one: `<project>.<name>` when the project is known, else the id. */
export function buildOutputs(
  outputs: Chain<OutputState> | undefined,
  names: { readonly name: string; readonly key: string },
  { project }: BuildOptions,
): readonly FlowNodeOutput[] {
  if (outputs !== undefined) {
    return chainItems(outputs).map(({ data, options }) => nodeOutput(data, names.name, options))
  }
  return [nodeOutput(project === undefined ? names.key : `${project}.${names.name}`, names.name)]
}

/** The output that others name to come after a node: its first, in whatever spelling; a reference as it is. */
export function firstOutput(node: unknown): string | undefined {
  const outputs = isRecord(node) ? node['outputs'] : undefined
  const held: unknown = isRecord(outputs) ? outputs[spelledField('Artifacts', outputs, 'nodeOutputs')] : outputs
  const first: unknown = Array.isArray(held) ? held[0] : undefined
  return typeof first === 'string' ? first : readText(first, 'data')
}
