import { dependencyTypes, isDependencyType } from '../../language/dependency-types.ts'
import { type WordTable, wordOf, wordTable } from '../../language/word-of.ts'
import { isRecord, readText } from '../json/records.ts'
import type { Entity } from './entity.ts'
import { fieldCode } from './entity-codes.ts'
import type { EntityTree } from './entity-tree.ts'
import type { EdgeEntry, FlowEntry, NodeEntry, OutputEntry } from './spec-index.ts'

const fields = {
  dependencies: fieldCode('dependencies'),
  flow: fieldCode('flow'),
}

/** A workflow, or the body of a document, as something that holds nodes and dependencies. */
export class IndexedFlow implements FlowEntry {
  readonly tree: EntityTree
  readonly index: number
  readonly nodes: NodeEntry[] = []
  /** Where its dependencies begin; -1 when there are none. */
  readonly firstDependency: number

  constructor(tree: EntityTree, index: number) {
    this.tree = tree
    this.index = index
    // A workflow spells its edges `dependencies`; the body of a document spells them `flow` in 1.x. Both are read.
    const spelled = tree.firstIn(index, fields.dependencies)
    this.firstDependency = spelled < 0 ? tree.firstIn(index, fields.flow) : spelled
  }

  get entity(): Entity {
    return this.tree.view(this.index)
  }

  get dependencies(): readonly Entity[] {
    const views: Entity[] = []
    for (let at = this.firstDependency; at >= 0; at = this.tree.nextIn(at)) views.push(this.tree.view(at))
    return views
  }
}

/** A node. What its entity says is read when somebody asks: documents have many nodes, and rules look at few fields. */
export class IndexedNode implements NodeEntry {
  readonly #at: number
  readonly place: number
  /** Set again for the body of a loop that stands beside the loop. */
  flow: IndexedFlow

  constructor(at: number, place: number, flow: IndexedFlow) {
    this.#at = at
    this.place = place
    this.flow = flow
  }

  get id(): string | undefined {
    return readText(this.flow.tree.value(this.#at), 'id')
  }

  get name(): string | undefined {
    return readText(this.flow.tree.value(this.#at), 'name')
  }

  get key(): string {
    return this.id ?? this.name ?? ''
  }

  get entity(): Entity {
    return this.flow.tree.view(this.#at)
  }
}

/** What offers an output, or stands at an end of a dependency: a node, a workflow, or nothing that is in the document. */
export interface Vertex {
  readonly node: NodeEntry | undefined
  readonly workflow: FlowEntry | undefined
}

/** An output; its entity is made when somebody asks for it. */
export class IndexedOutput implements OutputEntry {
  readonly #tree: EntityTree
  readonly #at: number
  readonly node: NodeEntry | undefined
  readonly workflow: FlowEntry | undefined

  constructor(tree: EntityTree, at: number, { node, workflow }: Vertex) {
    this.#tree = tree
    this.#at = at
    this.node = node
    this.workflow = workflow
  }

  get data(): string {
    return readText(this.#tree.value(this.#at), 'data') ?? ''
  }

  get entity(): Entity {
    return this.#tree.view(this.#at)
  }

  get owner(): Entity {
    return this.#tree.view(this.#tree.parent(this.#tree.parent(this.#at)))
  }
}

/** A dependency. What its entity says is read when somebody asks, but for its type, for which all do. */
export class IndexedEdge implements EdgeEntry {
  readonly #at: number
  readonly flow: IndexedFlow
  readonly type: string
  readonly node: NodeEntry | undefined
  readonly workflow: FlowEntry | undefined
  readonly upstream: NodeEntry | undefined
  readonly upstreamWorkflow: FlowEntry | undefined

  constructor(at: number, flow: IndexedFlow, type: string, dependent: Vertex, upstream: Vertex) {
    this.#at = at
    this.flow = flow
    this.type = type
    this.node = dependent.node
    this.workflow = dependent.workflow
    this.upstream = upstream.node
    this.upstreamWorkflow = upstream.workflow
  }

  get entity(): Entity {
    return this.flow.tree.view(this.#at)
  }
}

const { sameCycle, self, children, other } = dependencyTypes
const types: WordTable<string> = /* @__PURE__ */ wordTable([sameCycle, self, children, other])

/** The type of an entry of `depends`: Normal when it has none; the empty text when it holds something else than text. */
export function edgeType(depend: unknown): string {
  const type = (isRecord(depend) ? depend['type'] : undefined) ?? dependencyTypes.sameCycle
  if (typeof type !== 'string') return ''
  return isDependencyType(type) ? type : (wordOf(types, type) ?? type)
}
