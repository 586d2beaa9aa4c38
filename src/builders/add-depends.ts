import { edgeType } from '../document/edge-type.ts'
import { isRecord } from '../document/is-record.ts'
import { parseReference } from '../document/parse-reference.ts'
import { readText } from '../document/read-text.ts'
import type { FlowDepend, FlowDependency, FlowNode, FlowNodeOutput } from '../model/generated/types.ts'
import { carried } from './carried.ts'
import type { NodeBase } from './entity-base.ts'
import { mergeArtifacts } from './lay-over.ts'
import type { Mutable } from './mutable.ts'
import { spelledField } from './spelled-field.ts'

/** What a dependency depends on, and how, as text to compare. */
function targetOf(depend: unknown): string {
  const output = readText(depend, 'output')
  return `${edgeType(depend)} ${output ?? parseReference(readText(depend, 'nodeId') ?? '')}`
}

/** Documents that repeat the dependencies of a node in its inputs get the new ones there too. */
function repeatInInputs(node: Mutable<FlowNode>, depends: readonly FlowDepend[]): void {
  const inputs: unknown = node.inputs
  const listed: unknown = isRecord(inputs) ? inputs[spelledField('Artifacts', inputs, 'nodeOutputs')] : undefined
  if (!Array.isArray(listed) || listed.length === 0) return
  const nodeOutputs = depends.flatMap(({ type, output: data, refTableName }): FlowNodeOutput[] => {
    if (type !== 'Normal' || data === undefined) return []
    return [{ data, artifactType: 'NodeOutput', ...(refTableName === undefined ? {} : { refTableName }) }]
  })
  Object.assign(node, { inputs: mergeArtifacts(inputs, { nodeOutputs }) })
}

/** The dependencies of a node that was read, with new ones added to its first entry. */
export function addDepends(
  { dependencies }: NodeBase,
  node: FlowNode,
  depends: readonly FlowDepend[],
): readonly FlowDependency[] {
  const own = dependencies.map((entry) => carried<FlowDependency>(entry))
  const known = new Set(own.flatMap((entry) => (Array.isArray(entry.depends) ? entry.depends.map(targetOf) : [])))
  const added = depends.filter((depend) => !known.has(targetOf(depend)))
  if (added.length === 0) return own
  repeatInInputs(node, added)
  const [first, ...rest] = own
  const before: unknown = first?.depends
  return [
    { nodeId: node.id ?? node.name, ...first, depends: [...(Array.isArray(before) ? before : []), ...added] },
    ...rest,
  ]
}
