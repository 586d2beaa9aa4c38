import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import { spelledField } from './spelled-field.ts'

/** The output that others name to come after a node: its first, in whatever spelling; a reference as it is. */
export function firstOutput(node: unknown): string | undefined {
  const outputs = isRecord(node) ? node['outputs'] : undefined
  const held: unknown = isRecord(outputs) ? outputs[spelledField('Artifacts', outputs, 'nodeOutputs')] : outputs
  const first: unknown = Array.isArray(held) ? held[0] : undefined
  return typeof first === 'string' ? first : readText(first, 'data')
}
