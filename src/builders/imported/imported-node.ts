import { isRecord, readText } from '../../document/json/records.ts'
import { spelledField } from '../../document/spellings.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { FlowDepend, FlowDependency, FlowNode, FlowNodeOutput } from '../../language/generated/types.ts'
import type { BuildContext } from '../build/context.ts'
import { buildNodeFields, finishNode } from '../build/node.ts'
import type { FlowOrigin, NodeOrigin } from '../build/origin.ts'
import { asShape, defined, type Mutable } from '../fields.ts'
import { mergeArtifacts } from '../merging.ts'
import { defaultDatasource, defaultResource } from '../node/defaults.ts'
import type { NodeState } from '../node/node-state.ts'
import { wireStrategy, withoutUnit } from '../node/strategy.ts'
import { ImportedEntity } from './imported-entity.ts'
import { keyOf } from './imported-flow.ts'
import { withAdded } from './own-entries.ts'
import type { RawEntity, SpecSource } from './spec-source.ts'

/** Where a node was read. */
export interface NodeSite {
  readonly source: SpecSource
  readonly flow: FlowOrigin<NodeState>
  /** The entries of the dependencies of its flow that belong to it. */
  readonly dependencies: readonly RawEntity[]
}

/** A node as read, with the dependencies that belong to it. */
export class ImportedNode extends ImportedEntity implements NodeOrigin<NodeState> {
  readonly flow: FlowOrigin<NodeState>
  readonly #dependencies: readonly RawEntity[]

  constructor(raw: unknown, { source, flow, dependencies }: NodeSite) {
    super(raw, source)
    this.flow = flow
    this.#dependencies = dependencies
  }

  get key(): string {
    return keyOf(this.raw)
  }

  rebuild(state: NodeState, index: number, context: BuildContext): FlowNode {
    const { raw, key } = this
    if (state.id !== undefined) context.newIds.set(key, state.id)
    // Whatever stands in a list of nodes and is none is carried along.
    if (!isRecord(raw)) return raw as FlowNode
    const { name: _, id, ...fields } = buildNodeFields(state, index, { ...context, defaults: {} })
    const node = this.overlay('Node', raw, state.id === undefined ? fields : { id, ...fields })
    fillDefaults(node, state.command, context)
    return finishNode(asShape(node), state, index, context)
  }

  /** New dependencies are added to the first entry. */
  dependencies(node: FlowNode, depends: readonly FlowDepend[]): readonly FlowDependency[] {
    const { entries, added } = withAdded(this.#dependencies, keyOf(node), depends)
    if (added.length > 0) repeatInInputs(node, added)
    return entries
  }
}

function languageOf(node: Readonly<Record<string, unknown>>): string | undefined {
  return readText(node['script'], 'language')
}

/** Gives a node that was read the defaults it lacks; a unit without the timeout it belongs to is none. */
function fillDefaults(node: Record<string, unknown>, command: string, { defaults, options }: BuildContext): void {
  const { owner, strategy } = defaults
  const datasource = defaultDatasource(command, defaults, languageOf(node))
  const runtimeResource = defaultResource(command, defaults)
  const filled = strategy === undefined ? {} : withoutUnit(wireStrategy(strategy), options)
  const lacking = { ...filled, ...defined({ owner, datasource, runtimeResource }) }
  const isTimed = (node['timeout'] ?? undefined) !== undefined
  for (const [field, value] of Object.entries(lacking)) {
    if ((node[field] ?? undefined) === undefined && !(isTimed && field === 'timeoutUnit')) node[field] = value
  }
}

/** Documents that repeat the dependencies of a node in its inputs get the new ones there too. */
function repeatInInputs(node: Mutable<FlowNode>, depends: readonly FlowDepend[]): void {
  const inputs: unknown = node.inputs
  const listed: unknown = isRecord(inputs) ? inputs[spelledField('Artifacts', inputs, 'nodeOutputs')] : undefined
  if (!Array.isArray(listed) || listed.length === 0) return
  const nodeOutputs = depends.flatMap(({ type, output: data, refTableName }): FlowNodeOutput[] => {
    if (type !== dependencyTypes.sameCycle || data === undefined) return []
    return [{ data, artifactType: 'NodeOutput', ...(refTableName === undefined ? {} : { refTableName }) }]
  })
  Object.assign(node, { inputs: mergeArtifacts(inputs, { nodeOutputs }) })
}
