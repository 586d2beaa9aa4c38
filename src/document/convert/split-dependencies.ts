import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { childEntities, type Entity, pointerOf } from '../index/entity.ts'
import type { EdgeEntry, FlowEntry, NodeEntry } from '../index/spec-index.ts'
import { isRecord, readText } from '../json/records.ts'
import { parseReference } from '../references.ts'
import type { CopiedFields } from './resolved-copy.ts'
import { leaveOthers, type SplitContext } from './split-context.ts'

/** What a dependency belongs to, or is on. */
type Vertex = NodeEntry | FlowEntry

/** The first output of a node or workflow, which is what a dependency on it means. */
function outputOf(vertex: CopiedFields): string | undefined {
  const { outputs } = vertex
  const list = isRecord(outputs) ? outputs['nodeOutputs'] : undefined
  if (!Array.isArray(list)) return undefined
  return list.map((output: unknown) => readText(output, 'data')).find((data) => data !== undefined)
}

/** The text of a field, or what it refers to when it is a reference in braces. */
function outputText(depend: CopiedFields, { find }: SplitContext): string | undefined {
  const text = readText(depend, 'output')
  return (text?.startsWith('{{') === true ? readText(find('NodeOutput', text), 'data') : undefined) ?? text
}

/** Copies nodes and dependencies for documents that do not hold what these are on. */
export class DependencySplitter {
  readonly #context: SplitContext
  readonly #edges: ReadonlyMap<CopiedFields, EdgeEntry>
  readonly #copies: Map<CopiedFields, CopiedFields> = new Map()
  readonly #found: Map<FlowEntry, ReadonlyMap<Vertex, readonly CopiedFields[]>> = new Map()

  constructor(context: SplitContext) {
    this.#context = context
    this.#edges = new Map(context.index.edges.map((edge) => [edge.entity.value, edge]))
  }

  /** The copy of a node or workflow; made once. */
  copyOf({ value }: Entity, name: 'Node' | 'Workflow'): CopiedFields {
    const copy = this.#copies.get(value) ?? this.#context.copy(value, name)
    this.#copies.set(value, copy)
    return copy
  }

  /** What belongs to each node and workflow of a flow; what belongs to nothing is told. */
  ofFlow(flow: FlowEntry): ReadonlyMap<Vertex, readonly CopiedFields[]> {
    const found = this.#found.get(flow) ?? this.#split(flow)
    this.#found.set(flow, found)
    return found
  }

  #split(flow: FlowEntry): ReadonlyMap<Vertex, readonly CopiedFields[]> {
    const byKey = this.#keysOf(flow)
    const found = new Map<Vertex, CopiedFields[]>()
    for (const entity of flow.dependencies) {
      const owner = byKey.get(parseReference(readText(entity.value, 'nodeId') ?? '') ?? '')
      if (owner === undefined) {
        this.#context.leave(pointerOf(entity), 'Nothing beside it has the id that these dependencies are of.')
        continue
      }
      const list = found.get(owner) ?? []
      list.push(this.#entryOf(entity, owner))
      found.set(owner, list)
    }
    return found
  }

  /** What the dependencies of a flow call nodes and, in the body, workflows; nodes go before workflows. */
  #keysOf({ entity, nodes }: FlowEntry): ReadonlyMap<string, Vertex> {
    const workflows = entity.name === 'Spec' ? this.#context.index.workflowsByKey.first : []
    return new Map<string, Vertex>([...workflows, ...nodes.map((node) => [node.key, node] as const)])
  }

  #entryOf(entity: Entity, owner: Vertex): CopiedFields {
    const copy = this.#context.copy(entity.value, 'Dependency')
    if (!Array.isArray(copy['depends'])) return copy
    leaveOthers(entity.value['depends'], joinPointer(pointerOf(entity), 'depends'), this.#context)
    const depends = childEntities(entity, 'depends').map((depend) => this.#dependOf(depend, owner))
    return { ...copy, depends: depends.filter(isRecord) }
  }

  #dependOf(depend: Entity, owner: Vertex): CopiedFields | undefined {
    const copy = this.#context.copy(depend.value, 'Depend')
    const output = outputText(copy, this.#context)
    const edge = this.#edges.get(depend.value)
    const upstream = edge?.upstream ?? edge?.upstreamWorkflow
    const { nodeId, ...others } = copy
    if (nodeId === undefined || upstream === undefined || upstream === owner) {
      return output === undefined ? copy : { ...copy, output }
    }
    const data = output ?? outputOf(this.copyOf(upstream.entity, edge?.upstream === undefined ? 'Workflow' : 'Node'))
    if (data !== undefined) return { ...others, output: data }
    const what = edge?.upstream === undefined ? 'Workflow' : 'Node'
    const reason = `${what} "${String(nodeId)}" has no output by which another document could name it.`
    this.#context.leave(pointerOf(depend), reason)
    return undefined
  }
}
