import { isRecord, recordsOf } from '../../../src/document/json/records.ts'

type Fields = Readonly<Record<string, unknown>>

/** An object in an object, along keys. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    value,
  )
}

/** The workflow of a document. */
export function workflowIn(document: unknown): Fields {
  const workflow = at(document, 'spec', 'workflows', 0)
  if (!isRecord(workflow)) throw new Error('the document has no workflow')
  return workflow
}

/** The node of a name, in any of the documents. */
export function nodeIn(documents: readonly unknown[], name: string): Fields {
  const nodes = documents.flatMap((document) => recordsOf(workflowIn(document)['nodes']))
  const found = nodes.find((node) => node['name'] === name)
  if (found === undefined) throw new Error(`there is no node ${name}`)
  return found
}

/** What a node is, in short: its command, its code and its parameters. */
export function inShort(node: Fields): { command: unknown; code: unknown; parameters: Fields } {
  const parameters = recordsOf(at(node, 'script', 'parameters')).map((one) => [String(one['name']), one['value']])
  return {
    command: at(node, 'script', 'runtime', 'command'),
    code: at(node, 'script', 'content'),
    parameters: Object.fromEntries(parameters),
  }
}

/** The outputs that a node comes after, with the type of the dependency. */
export function upstreamOf(documents: readonly unknown[], name: string): readonly string[] {
  const all = documents.flatMap((document) => recordsOf(workflowIn(document)['dependencies']))
  return all
    .filter((one) => one['nodeId'] === name)
    .flatMap((one) =>
      recordsOf(one['depends']).map(({ type, output, nodeId }) => `${String(type)} ${String(output ?? nodeId)}`),
    )
}
