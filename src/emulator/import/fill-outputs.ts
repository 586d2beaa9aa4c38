import { type JsonObject, readField, readObject, readPlainText } from '../json/json-object.ts'
import { nodeOutputsKey, nodeOutputsOf } from '../spec/node-outputs.ts'

function nodeOutput(data: string, name: string, isDefault: boolean): JsonObject {
  return { data, artifactType: 'NodeOutput', refTableName: name, isDefault }
}

/**
 * The outputs as they are read back: the submitted ones, and those the service adds when they are missing.
 *
 * @param added - outputs the service adds; the first is the default one
 */
export function fillOutputs(submitted: JsonObject, name: string, added: readonly string[]): JsonObject {
  const outputs = readObject(submitted, 'outputs')
  const { [nodeOutputsKey(outputs)]: _, ...others } = outputs ?? {}
  const given = nodeOutputsOf(outputs)
  const strings = new Set(given.map((output) => readPlainText(output, 'data')))
  const missing = added.filter((data) => !strings.has(data))
  const kept = given.map((output) => {
    const isDefault = readField(output, 'isDefault') ?? readPlainText(output, 'data') === added[0]
    return { ...output, isDefault }
  })
  return {
    nodeOutputs: [...missing.map((data) => nodeOutput(data, name, data === added[0])), ...kept],
    ...others,
  }
}
