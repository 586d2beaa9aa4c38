/** Parts of documents that are made in numbers. */
export type Fields = Record<string, unknown>

export function times<Made>(count: number, make: (at: number) => Made): Made[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

export function node(at: number, more: Fields = {}): Fields {
  const script = { path: `retail/n${at}`, runtime: { command: 'ODPS_SQL' }, content: 'select 1' }
  return { id: `n${at}`, name: `n${at}`, script, ...more }
}

export function scripted(at: number, command: string, script: Fields, more: Fields = {}): Fields {
  return node(at, { script: { path: `retail/n${at}`, runtime: { command }, ...script }, ...more })
}

export function flow(at: number, more: Fields = {}): Fields {
  const trigger = { type: 'Scheduler', cron: '00 00 02 * * ?' }
  const script = { path: `retail/w${at}`, runtime: { command: 'WORKFLOW' } }
  return { id: `w${at}`, name: `w${at}`, script, trigger, nodes: [], dependencies: [], ...more }
}

export function bundle(nodes: readonly unknown[], dependencies: readonly Fields[] = [], more: Fields = {}): Fields {
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [flow(0, { nodes, dependencies })], ...more } }
}

export const workflows = (all: readonly Fields[]): Fields => ({
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: { workflows: all },
})

export const upstream = (nodeId: string, type = 'Normal'): Fields => ({ nodeId, type })
export const edges = (at: number, depends: readonly Fields[]): Fields => ({ nodeId: `n${at}`, depends })
export const variable = (name: string, value = '1'): Fields => ({
  artifactType: 'Variable',
  name,
  scope: 'NodeParameter',
  type: 'Constant',
  value,
})
export const output = (data: string): Fields => ({ artifactType: 'NodeOutput', data })
export const outputs = (...data: string[]): Fields => ({ outputs: { nodeOutputs: data.map(output) } })
export const arm = (at: number): Fields => ({
  nodeId: `n${at}`,
  name: `n${at}`,
  output: `n${at}`,
  assertion: { field: 'status', in: ['1'] },
})

/** Loops in loops by `metadata.container`, which is how documents of siblings nest. */
export const container = (at: number): Fields =>
  at === 0 ? {} : { metadata: { container: { type: 'Node', uuid: `n${at - 1}` } } }
