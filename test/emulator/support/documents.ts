/** A document's parts, loosely, so that tests can also write wrong ones. */
type Fields = Readonly<Record<string, unknown>>

/** A node of a type, with its fields. */
export function node(name: string, fields: Fields = {}): Fields {
  return { name, script: { content: `-- ${name}`, runtime: { command: 'ODPS_SQL' } }, ...fields }
}

/** A workflow with its fields. */
export function workflow(name: string, fields: Fields = {}): Fields {
  return { name, script: { path: `retail/${name}`, runtime: { command: 'WORKFLOW' } }, ...fields }
}

/** A document that holds workflows. */
export function document(workflows: readonly unknown[], fields: Fields = {}): Fields {
  return { version: '1.1.0', kind: 'CycleWorkflow', spec: { workflows }, ...fields }
}

/** A dependency of one node on others by their outputs. */
export function dependsOn(nodeId: string, ...outputs: readonly string[]): Fields {
  return { nodeId, depends: outputs.map((output) => ({ type: 'Normal', output })) }
}

export const ids: Readonly<Record<'workflow' | 'first' | 'second' | 'third', string>> = {
  workflow: '6000000000000000001',
  first: '7000000000000000001',
  second: '7000000000000000002',
  third: '7000000000000000003',
}
