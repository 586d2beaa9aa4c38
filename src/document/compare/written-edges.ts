import { dependencyTypes, isAboutItself } from '../../language/dependency-types.ts'
import { childEntities, type Entity } from '../index/entity.ts'
import type { EdgeEntry, FlowEntry, NodeEntry, SpecIndex } from '../index/spec-index.ts'
import { isRecord, itemsOf, readText } from '../json/records.ts'
import { EdgeNames } from './edge-names.ts'
import { type EdgeEnd, edgeKey, type NamedEdge } from './named-edge.ts'

type Fields = Readonly<Record<string, unknown>>

/** What an entry says of an edge beside its ends. */
export interface EdgeDetails {
  /** The node that it names, or output of it, where these are not the one the edge goes to; and all else it says. */
  readonly rest: Fields
  /** The output it names of the node that the edge goes to. */
  readonly output: string | undefined
}

/** An edge, and all that a document says of it. */
export interface WrittenEdge {
  readonly edge: NamedEdge
  /** Of the entries of `depends` that stand for it: one most often. */
  readonly depends: readonly EdgeDetails[]
  /** Of the inputs of its node that stand for it. */
  readonly inputs: readonly EdgeDetails[]
}

/** How an entry names what an edge comes after. */
interface Spoken {
  readonly dependent: EdgeEnd
  readonly isOfWorkflow: boolean
  readonly type: string
  readonly upstream: EdgeEnd | undefined
  readonly nodeId: string | undefined
  readonly output: string | undefined
  readonly rest: Fields
}

/** The edges of a document in the making. */
class EdgeList {
  readonly edges: Map<string, { edge: NamedEdge; depends: EdgeDetails[]; inputs: EdgeDetails[] }> = new Map()
  readonly #names: EdgeNames

  constructor(names: EdgeNames) {
    this.#names = names
  }

  addDependency(entry: EdgeEntry): void {
    const { id: _, type, nodeId, output, ...rest } = entry.entity.value
    const holder = readText(entry.entity.parent?.value, 'nodeId') ?? ''
    const dependent = this.#names.ofVertex(entry.node, entry.workflow) ??
      this.#names.byId(holder) ?? { name: holder, key: holder }
    const ends = { nodeId: textOf(nodeId), output: textOf(output) }
    // What a node comes after that is about itself follows from the node, however a document spells it.
    const upstream = isAboutItself(entry.type) ? dependent : this.#upstreamOf(entry, ends)
    const others = { ...rest, ...unlessText({ type, nodeId, output }) }
    const isOfWorkflow = entry.workflow !== undefined
    this.#add('depends', { dependent, isOfWorkflow, type: entry.type, upstream, ...ends, rest: others })
  }

  #upstreamOf(entry: EdgeEntry, { nodeId, output }: Pick<Spoken, 'nodeId' | 'output'>): EdgeEnd | undefined {
    return (
      this.#names.ofVertex(entry.upstream, entry.upstreamWorkflow) ??
      (nodeId === undefined ? undefined : this.#names.byId(nodeId)) ??
      (output === undefined ? undefined : this.#names.byOutput(output))
    )
  }

  /** An input of a node is an edge to what offers it; nearly always its dependencies name that too. */
  addInput(dependent: EdgeEnd, isOfWorkflow: boolean, input: Fields): void {
    const { id: _, nodeId, data, ...rest } = input
    const ends = { nodeId: textOf(nodeId), output: textOf(data) }
    if (ends.nodeId === undefined && ends.output === undefined) return
    const upstream = ends.output === undefined ? this.#names.byId(ends.nodeId ?? '') : this.#names.byOutput(ends.output)
    const others = { ...rest, ...unlessText({ nodeId, data }) }
    this.#add('inputs', {
      dependent,
      isOfWorkflow,
      type: dependencyTypes.sameCycle,
      upstream,
      ...ends,
      rest: others,
    })
  }

  #add(kind: 'depends' | 'inputs', spoken: Spoken): void {
    const { dependent, isOfWorkflow, type, upstream, nodeId, output } = spoken
    const name = upstream?.name ?? output ?? nodeId ?? ''
    const arm = upstream === undefined || output === undefined ? undefined : this.#names.armOf(output)
    const edge: NamedEdge = {
      node: dependent.name,
      ...(isOfWorkflow ? { ofWorkflow: true as const } : {}),
      type,
      upstream: name,
      external: upstream === undefined,
      ...(arm === undefined || isAboutItself(type) ? {} : { arm }),
    }
    const key = edgeKey(edge, dependent.key, upstream?.key ?? name)
    const written = this.edges.get(key) ?? { edge, depends: [], inputs: [] }
    this.edges.set(key, written)
    written[kind].push(this.#detailsOf(spoken, name))
  }

  #detailsOf({ upstream, nodeId, output, rest }: Spoken, name: string): EdgeDetails {
    const isEnd = (text: string, found: EdgeEnd | undefined): boolean =>
      upstream === undefined ? text === name : found?.key === upstream.key
    const owner = output === undefined ? undefined : this.#names.byOutput(output)
    const isOwnId = nodeId === undefined || isEnd(nodeId, this.#names.byId(nodeId))
    const isOwnOutput = output === undefined || isEnd(output, owner)
    // The output that stands for a node says no more than the node.
    const isFurther = isOwnOutput && owner !== undefined && output !== owner.id && output !== owner.name
    return {
      rest: { ...rest, ...(isOwnId ? {} : { nodeId }), ...(isOwnOutput ? {} : { output }) },
      output: isFurther ? output : undefined,
    }
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** The fields that hold something else than the text they should. */
function unlessText(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value !== 'string'))
}

/** The inputs of a node or workflow as far as they are other nodes' outputs. */
function inputsOf(entity: Entity): readonly Fields[] {
  const inputs = entity.child('inputs')
  if (inputs === undefined) return []
  const entries = childEntities(inputs, 'nodeOutputs').map(({ value }) => value)
  const references = ['nodeOutputs', 'outputs', 'output', 'nodeOutput'].flatMap((field) =>
    itemsOf(inputs.value[field]).filter((item) => typeof item === 'string'),
  )
  return [...entries, ...references.map((data) => ({ data }))]
}

/**
 * The edges of a document by text that only the same edge has, each with what the document says of it: its dependencies,
 * and the inputs of its nodes and workflows.
 *
 * @param others - indexes of documents in which ids and outputs are looked up that the document itself does not know
 */
export function writtenEdges(index: SpecIndex, others: readonly SpecIndex[]): ReadonlyMap<string, WrittenEdge> {
  const names = new EdgeNames(index, others)
  const list = new EdgeList(names)
  for (const entry of index.edges) list.addDependency(entry)
  const addInputs = (end: EdgeEnd | undefined, isOfWorkflow: boolean, { entity }: NodeEntry | FlowEntry): void => {
    if (end === undefined || !isRecord(entity.value['inputs'])) return
    for (const input of inputsOf(entity)) list.addInput(end, isOfWorkflow, input)
  }
  for (const node of index.nodes) addInputs(names.ofVertex(node, undefined), false, node)
  for (const flow of index.flows) {
    if (flow.entity.name === 'Workflow') addInputs(names.ofVertex(undefined, flow), true, flow)
  }
  return list.edges
}
