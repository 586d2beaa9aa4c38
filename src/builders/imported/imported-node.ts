import { edgeType } from '../../document/index/entries.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import { parseReference } from '../../document/references.ts'
import type { FlowDepend, FlowDependency, FlowNode, FlowNodeOutput } from '../../language/generated/types.ts'
import type { BuildContext, NodeBase } from '../build/context.ts'
import { buildNodeFields, finishNode } from '../build/node.ts'
import { asShape, defined, type Mutable, spelledField } from '../fields.ts'
import { defaultDatasource, defaultResource } from '../node/defaults.ts'
import type { NodeState } from '../node/node-state.ts'
import { wireStrategy, withoutUnit } from '../node/strategy.ts'
import { layOver, mergeArtifacts } from './merged-fields.ts'

/** A node that was read, with what was said since laid over it. */
export function rebuildNode(state: NodeState, base: NodeBase, position: number, context: BuildContext): FlowNode {
  const { raw } = base
  // Whatever stands in a list of nodes and is none is carried along.
  if (!isRecord(raw)) return raw as FlowNode
  const { name: _, id, ...said } = buildNodeFields(state, position, { ...context, defaults: {} })
  const node = layOver('Node', raw, state.id === undefined ? said : { id, ...said }, base)
  fillDefaults(node, state, context)
  return finishNode(asShape(node), state, position, context)
}

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
  const own = dependencies.map((entry) => asShape<FlowDependency>(entry))
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

/** Gives a node that was read the defaults it lacks; a unit without the timeout it belongs to is none. */
function fillDefaults(node: Record<string, unknown>, state: NodeState, context: BuildContext): void {
  const { defaults } = context
  const { owner, strategy } = defaults
  const datasource = defaultDatasource(state, defaults)
  const runtimeResource = defaultResource(state, defaults)
  const filled = strategy === undefined ? {} : withoutUnit(wireStrategy(strategy), context)
  const lacking = { ...filled, ...defined({ owner, datasource, runtimeResource }) }
  const timed = (node['timeout'] ?? undefined) !== undefined
  for (const [field, value] of Object.entries(lacking)) {
    if ((node[field] ?? undefined) === undefined && !(timed && field === 'timeoutUnit')) node[field] = value
  }
}
