import { isAboutItself } from '../../language/dependency-types.ts'
import type { EdgeEntry, FlowEntry, SpecIndex } from '../index/spec-index.ts'
import { readText } from '../json/records.ts'

/** An edge of a workflow, spoken of by names: a node, what it comes after, and in which way. */
export interface NamedEdge {
  /** The name of the node, or of the workflow, that depends. */
  readonly node: string
  /** `Normal` is the same cycle; the other types wait for the previous one. */
  readonly type: string
  /** The name of the node or workflow it depends on, or, when that stands outside of the document, its output. */
  readonly upstream: string
  /** Set where a workflow as a whole depends: `node` is its name. */
  readonly ofWorkflow?: true
  /** Whether `upstream` is the output of a node outside of the document. */
  readonly external: boolean
}

/** Text that two edges share exactly when they are the same; the lengths keep their names apart. */
function edgeKey({ node, ofWorkflow, type, upstream, external }: NamedEdge): string {
  return `${ofWorkflow === true ? 'w' : ''}${node.length}:${node}${type.length}:${type}${external ? 'o' : 'n'}${upstream}`
}

/** The name of the node that an id, or a name in an id's place, stands for. */
function nameOfKey(key: string, index: SpecIndex): string | undefined {
  const node = index.nodesByKey.first.get(key) ?? index.nodesByName.first.get(key)
  return node?.name ?? node?.key
}

function nameOfOutput(output: string, index: SpecIndex): string | undefined {
  const owner = index.outputs.first.get(output)
  return owner?.node?.name ?? owner?.node?.key ?? nameOfWorkflow(owner?.workflow)
}

function nameOfWorkflow(workflow: FlowEntry | undefined): string | undefined {
  const value = workflow?.entity.value
  return readText(value, 'name') ?? readText(value, 'id')
}

function dependentOf(edge: EdgeEntry, indexes: readonly SpecIndex[]): string {
  const own = edge.node?.name ?? edge.node?.key ?? nameOfWorkflow(edge.workflow)
  if (own !== undefined) return own
  const key = readText(edge.entity.parent?.value, 'nodeId') ?? ''
  return firstName(indexes, (index) => nameOfKey(key, index)) ?? key
}

function firstName(indexes: readonly SpecIndex[], find: (index: SpecIndex) => string | undefined): string | undefined {
  for (const index of indexes) {
    const name = find(index)
    if (name !== undefined) return name
  }
  return undefined
}

function nameEdge(edge: EdgeEntry, indexes: readonly SpecIndex[]): NamedEdge {
  const node = dependentOf(edge, indexes)
  const { type } = edge
  const dependent = edge.workflow === undefined ? { node, type } : { node, ofWorkflow: true as const, type }
  // The upstream follows from the node itself, however a document spells it.
  if (isAboutItself(type)) return { ...dependent, upstream: node, external: false }
  const output = readText(edge.entity.value, 'output')
  const id = readText(edge.entity.value, 'nodeId')
  const upstream =
    edge.upstream?.name ??
    nameOfWorkflow(edge.upstreamWorkflow) ??
    (id === undefined ? undefined : firstName(indexes, (index) => nameOfKey(id, index))) ??
    (output === undefined ? undefined : firstName(indexes, (index) => nameOfOutput(output, index)))
  return { ...dependent, upstream: upstream ?? output ?? id ?? '', external: upstream === undefined }
}

/**
 * The edges of a document by names, each once, under text that only the same edge has.
 *
 * @param others - indexes of documents in which ids and outputs are looked up that the document itself does not know:
 * two spellings of one workflow may name the same node in ways that only one of them can resolve
 */
export function nameEdges(index: SpecIndex, others: readonly SpecIndex[] = []): ReadonlyMap<string, NamedEdge> {
  const indexes = [index, ...others]
  const edges = new Map<string, NamedEdge>()
  for (const entry of index.edges) {
    const edge = nameEdge(entry, indexes)
    edges.set(edgeKey(edge), edge)
  }
  return edges
}
