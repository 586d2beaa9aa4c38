import type { SpecDiff } from '../../../../src/document/compare/spec-diff.ts'

/** What a node says, with its id and its output. */
export interface NodeParts {
  readonly id?: string
  readonly output?: string
  readonly [field: string]: unknown
}

/** A node. */
export function node(name: string, { id, output = id ?? name, ...fields }: NodeParts = {}): object {
  const outputs = { nodeOutputs: [{ data: output, artifactType: 'NodeOutput', refTableName: name }] }
  const script = { path: `orders/${name}`, runtime: { command: 'ODPS_SQL' }, content: 'select 1' }
  return { ...(id === undefined ? {} : { id }), name, script, outputs, ...fields }
}

/** A document of one workflow, `orders`. */
export function spec(nodes: readonly object[], dependencies: readonly object[] = [], fields: object = {}): object {
  const script = { path: 'orders', runtime: { command: 'WORKFLOW' } }
  const workflow = { name: 'orders', script, nodes, dependencies, ...fields }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [workflow] } }
}

/** What a node comes after. */
export const dependsOn = (nodeId: string, ...depends: readonly object[]): object => ({ nodeId, depends })

/** What is told of documents that are the same. */
export const same: SpecDiff = {
  workflows: { missing: [], extra: [], changed: [] },
  nodes: { missing: [], extra: [], changed: [] },
  edges: { missing: [], extra: [] },
}
