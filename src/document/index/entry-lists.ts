import { dependencyTypes } from '../../language/dependency-types.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { bodyEntities } from '../../language/structures.ts'
import { containerNode } from '../containers.ts'
import { readText } from '../json/records.ts'
import { parseReference } from '../references.ts'
import { fieldCode } from './entity-codes.ts'
import type { EntityTree } from './entity-tree.ts'
import { edgeType, IndexedEdge, IndexedFlow, IndexedNode, IndexedOutput, type Vertex } from './entries.ts'
import { RepeatedNodes, Unique } from './first-by-key.ts'
import type { EdgeEntry, FlowEntry, NodeEntry, OutputEntry } from './spec-index.ts'

/** What holds nodes and the dependencies between them. */
const flowNames: readonly EntityName[] = ['Spec', 'Workflow', ...bodyEntities]

const fields = {
  nodes: fieldCode('nodes'),
  while: fieldCode('while'),
  outputs: fieldCode('outputs'),
  nodeOutputs: fieldCode('nodeOutputs'),
  depends: fieldCode('depends'),
}

/** What an id or output names that is not in the document. */
const nothing: Vertex = { node: undefined, workflow: undefined }

/** The flows, nodes, outputs and edges of a document, found in one pass over its entities. */
export class IndexEntries {
  readonly flows: IndexedFlow[] = []
  readonly workflowsByKey: Unique<FlowEntry> = new Unique()
  readonly nodes: NodeEntry[] = []
  readonly nodesByKey: Unique<NodeEntry> = new Unique()
  readonly nodesByName: Unique<NodeEntry>
  readonly outputs: Unique<OutputEntry> = new Unique()
  readonly edges: EdgeEntry[] = []
  readonly #tree: EntityTree
  /** Nodes that say which loop they are inside of. */
  readonly #insiders: (readonly [IndexedNode, string])[] = []
  #keysAreNames = true
  #repeated: RepeatedNodes | undefined

  constructor(tree: EntityTree) {
    this.#tree = tree
    for (const name of flowNames) for (const index of tree.indexesOf(name)) this.#addFlow(index)
    for (const flow of this.flows) if (tree.name(flow.index) === 'Workflow') this.#addWorkflow(flow)
    this.nodesByName = this.#byName()
    for (const flow of this.flows) {
      for (let at = flow.firstDependency; at >= 0; at = tree.nextIn(at)) this.#addEdges(at, flow)
    }
    // Last of all, because a dependency names nodes of the flow it stands in.
    this.#joinLoops()
  }

  /** Puts nodes that say they are inside a loop beside them into its flow, so that both forms of a body read alike. */
  #joinLoops(): void {
    if (this.#insiders.length === 0) return
    const flows = new Map(this.flows.map((flow) => [this.#tree.value(this.#tree.parent(flow.index)), flow]))
    for (const [node, uuid] of this.#insiders) {
      const loop = this.nodesByKey.first.get(uuid)
      const flow = loop === undefined || loop === node ? undefined : flows.get(loop.entity.value)
      if (flow === undefined || flow === node.flow) continue
      node.flow = flow
      flow.nodes.push(node)
    }
  }

  /** Builders make ids of names; then one look-up serves for both. */
  #byName(): Unique<NodeEntry> {
    if (this.#keysAreNames) return this.nodesByKey
    const byName = new Unique<NodeEntry>()
    for (const node of this.nodes) if (node.name !== undefined) byName.add(node.name, node)
    return byName
  }

  #addFlow(index: number): void {
    const flow = new IndexedFlow(this.#tree, index)
    this.flows.push(flow)
    for (let at = this.#tree.firstIn(index, fields.nodes); at >= 0; at = this.#tree.nextIn(at)) this.#addNode(at, flow)
    const end = this.#tree.firstIn(index, fields.while)
    if (end >= 0) this.#addNode(end, flow)
  }

  #addWorkflow(flow: IndexedFlow): void {
    const value = this.#tree.value(flow.index)
    const key = readText(value, 'id') ?? readText(value, 'name')
    if (key !== undefined) this.workflowsByKey.add(key, flow)
    this.#addOutputs(flow.index, { node: undefined, workflow: flow })
  }

  #addNode(at: number, flow: IndexedFlow): void {
    const node = new IndexedNode(at, this.nodes.length, flow)
    flow.nodes.push(node)
    this.nodes.push(node)
    const container = containerNode(this.#tree.value(at))
    if (container !== undefined) this.#insiders.push([node, container])
    const { key, name } = node
    this.nodesByKey.add(key, node)
    this.#keysAreNames &&= key === name
    this.#addOutputs(at, { node, workflow: undefined })
  }

  #addOutputs(owner: number, vertex: Vertex): void {
    const tree = this.#tree
    const artifacts = tree.firstIn(owner, fields.outputs)
    if (artifacts < 0) return
    for (let at = tree.firstIn(artifacts, fields.nodeOutputs); at >= 0; at = tree.nextIn(at)) {
      const data = readText(tree.value(at), 'data')
      if (data !== undefined) this.outputs.add(data, new IndexedOutput(tree, at, vertex))
    }
  }

  #addEdges(dependency: number, flow: IndexedFlow): void {
    const dependent = this.#findVertex(readText(this.#tree.value(dependency), 'nodeId'), flow)
    for (let at = this.#tree.firstIn(dependency, fields.depends); at >= 0; at = this.#tree.nextIn(at)) {
      const type = edgeType(this.#tree.value(at))
      const upstream = type === dependencyTypes.self ? dependent : this.#upstreamOf(at, flow)
      this.edges.push(new IndexedEdge(at, flow, type, dependent, upstream))
    }
  }

  #upstreamOf(depend: number, flow: IndexedFlow): Vertex {
    const value = this.#tree.value(depend)
    const byId = this.#findVertex(readText(value, 'nodeId'), flow)
    if (byId !== nothing) return byId
    const output = readText(value, 'output')
    return (output === undefined ? undefined : this.outputs.first.get(this.#outputData(output))) ?? nothing
  }

  /** The output string that a reference in braces stands for; any other text stands for itself. */
  #outputData(output: string): string {
    if (!output.startsWith('{{')) return output
    const index = this.#tree.indexOfId('NodeOutput', parseReference(output) ?? '')
    return (index === undefined ? undefined : readText(this.#tree.value(index), 'data')) ?? output
  }

  /** What a dependency names; in the body of the document, a workflow goes before a node that stands in one. */
  #findVertex(reference: string | undefined, flow: IndexedFlow): Vertex {
    if (reference === undefined) return nothing
    const node = this.#findNode(reference, flow)
    const isBody = this.workflowsByKey.first.size > 0 && this.#tree.name(flow.index) === 'Spec'
    if (isBody && node?.flow !== flow) {
      const workflow = this.workflowsByKey.first.get(parseReference(reference) ?? '')
      if (workflow !== undefined) return { node: undefined, workflow }
    }
    return node === undefined ? nothing : { node, workflow: undefined }
  }

  /** The node a dependency names, of the same flow when several have that id. */
  #findNode(reference: string, flow: FlowEntry): NodeEntry | undefined {
    const key = parseReference(reference)
    const first = key === undefined ? undefined : this.nodesByKey.first.get(key)
    if (first === undefined || first.flow === flow || this.nodesByKey.repeated.length === 0) return first
    this.#repeated ??= new RepeatedNodes(this.nodesByKey)
    return this.#repeated.find(flow, first.key) ?? first
  }
}
