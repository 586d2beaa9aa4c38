import { recordsOf } from '../../document/json/records.ts'
import { type JsonObject, readPlainText } from '../wire/json.ts'

/** Spellings of the group, in lower case: the reference parser ignores case and plural, and takes the old name. */
const spellings: ReadonlySet<string> = new Set(['nodeoutputs', 'nodeoutput', 'outputs', 'output'])

/** The key under which inputs or outputs hold their node outputs. */
export function nodeOutputsKey(artifacts: JsonObject | undefined): string {
  return Object.keys(artifacts ?? {}).find((key) => spellings.has(key.toLowerCase())) ?? 'nodeOutputs'
}

/** The node outputs that inputs or outputs hold. Items that are no objects, such as references, are left out. */
export function nodeOutputsOf(artifacts: JsonObject | undefined): readonly JsonObject[] {
  return recordsOf(artifacts?.[nodeOutputsKey(artifacts)])
}

/** The output strings that inputs or outputs hold. */
export function outputStringsOf(artifacts: JsonObject | undefined): readonly string[] {
  return nodeOutputsOf(artifacts).flatMap((output) => readPlainText(output, 'data') ?? [])
}
