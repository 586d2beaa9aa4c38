import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { childEntities, type Entity, pointerOf } from '../index/entity.ts'
import type { FlowEntry, NodeEntry } from '../index/spec-index.ts'
import { isRecord, readText } from '../json/records.ts'
import { parseReference } from '../references.ts'
import type { CopiedFields } from './resolved-copy.ts'
import { leaveOthers, type SplitContext } from './split-context.ts'

const ownKinds: ReadonlySet<string> = new Set(['ManualNode', 'TemporaryWorkflow'])

/** The first output of a node, which is what a dependency on the node means. */
function outputOf(node: CopiedFields | undefined): string | undefined {
  const outputs = node?.['outputs']
  const list = isRecord(outputs) ? outputs['nodeOutputs'] : undefined
  if (!Array.isArray(list)) return undefined
  return list.map((output: unknown) => readText(output, 'data')).find((data) => data !== undefined)
}

/** The text of a field, or what it refers to when it is a reference in braces. */
function outputText(depend: CopiedFields, { find }: SplitContext): string | undefined {
  const text = readText(depend, 'output')
  return (text?.startsWith('{{') === true ? readText(find('NodeOutput', text), 'data') : undefined) ?? text
}

class NodeSplitter {
  readonly #context: SplitContext
  readonly #copies: ReadonlyMap<number, CopiedFields>
  readonly #upstreams: ReadonlyMap<CopiedFields, NodeEntry | undefined>

  constructor(context: SplitContext, nodes: readonly NodeEntry[]) {
    this.#context = context
    this.#copies = new Map(nodes.map(({ place, entity }) => [place, context.copy(entity.value, 'Node')]))
    this.#upstreams = new Map(context.index.edges.map(({ entity, upstream }) => [entity.value, upstream]))
  }

  /** A dependency for a document that does not hold the other node. */
  #dependOf(depend: Entity, node: NodeEntry): CopiedFields | undefined {
    const copy = this.#context.copy(depend.value, 'Depend')
    const output = outputText(copy, this.#context)
    const upstream = this.#upstreams.get(depend.value)
    const { nodeId, ...others } = copy
    if (nodeId === undefined || upstream === undefined || upstream.place === node.place) {
      return output === undefined ? copy : { ...copy, output }
    }
    const data = output ?? outputOf(this.#copies.get(upstream.place))
    if (data !== undefined) return { ...others, output: data }
    const reason = `Node "${upstream.key}" has no output by which another document could name it.`
    this.#context.leave(pointerOf(depend), reason)
    return undefined
  }

  #dependencyOf(entity: Entity, node: NodeEntry): CopiedFields {
    const copy = this.#context.copy(entity.value, 'Dependency')
    if (!Array.isArray(copy['depends'])) return copy
    leaveOthers(entity.value['depends'], joinPointer(pointerOf(entity), 'depends'), this.#context)
    const entities = childEntities(entity, 'depends')
    return { ...copy, depends: entities.map((depend) => this.#dependOf(depend, node)).filter(isRecord) }
  }

  #dependenciesOf(flow: FlowEntry): ReadonlyMap<NodeEntry, CopiedFields[]> {
    const byKey = new Map(flow.nodes.map((node) => [node.key, node]))
    const found = new Map<NodeEntry, CopiedFields[]>()
    for (const entity of flow.dependencies) {
      const node = byKey.get(parseReference(readText(entity.value, 'nodeId') ?? '') ?? '')
      if (node === undefined) {
        const reason = 'No node beside it has the id that these dependencies are of.'
        this.#context.leave(pointerOf(entity), reason)
        continue
      }
      const list = found.get(node) ?? []
      list.push(this.#dependencyOf(entity, node))
      found.set(node, list)
    }
    return found
  }

  split(flow: FlowEntry): void {
    const { kind, documents } = this.#context
    const dependencies = this.#dependenciesOf(flow)
    for (const node of flow.nodes) {
      const own = dependencies.get(node)
      const nodes = [this.#copies.get(node.place)]
      const spec = own === undefined ? { nodes } : { nodes, dependencies: own }
      documents.push({ kind: ownKinds.has(kind) ? kind : 'Node', id: node.id, spec })
    }
  }
}

/** Makes a document of each node that stands in a workflow or the body, with the dependencies of the node. */
export function splitNodes(context: SplitContext): void {
  const flows = context.index.flows.filter(({ entity }) => entity.name === 'Workflow' || entity.name === 'Spec')
  const splitter = new NodeSplitter(
    context,
    flows.flatMap(({ nodes }) => nodes),
  )
  for (const flow of flows) splitter.split(flow)
}
