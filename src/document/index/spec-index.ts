import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { Reference } from '../references.ts'
import type { Entity } from './entity.ts'

/** A node of a document. */
export interface NodeEntry {
  readonly entity: Entity
  /** Its place among all nodes of the document. */
  readonly place: number
  /** What dependencies call it: its id, or its name where it has none. */
  readonly key: string
  readonly id: string | undefined
  readonly name: string | undefined
  /**
   * The flow the node belongs to: the one it stands in, or the body of the loop beside it that its `metadata.container`
   * names.
   */
  readonly flow: FlowEntry
}

/** A place that holds nodes and the dependencies between them: a workflow, or the body of the document. */
export interface FlowEntry {
  readonly entity: Entity
  /** The nodes that stand in it, and of a loop also those of its body that stand beside it. */
  readonly nodes: readonly NodeEntry[]
  readonly dependencies: readonly Entity[]
}

/** An output string and what offers it: a node, or a workflow. */
export interface OutputEntry {
  readonly entity: Entity
  readonly data: string
  /** The node that offers it; undefined when a workflow does. */
  readonly node: NodeEntry | undefined
  /** The workflow that offers it; undefined when a node does. */
  readonly workflow: FlowEntry | undefined
  /** The node or workflow that offers it. */
  readonly owner: Entity
}

/** One dependency: `depends[i]` of an entry of `dependencies`. */
export interface EdgeEntry {
  readonly entity: Entity
  readonly flow: FlowEntry
  readonly type: string
  /** The node that depends; undefined when a workflow does. */
  readonly node: NodeEntry | undefined
  /** The workflow that depends as a whole: an entry of `flow` in the body of the document names it. */
  readonly workflow: FlowEntry | undefined
  /** The node it depends on, when that stands in the document. */
  readonly upstream: NodeEntry | undefined
  /** The workflow it depends on, when that stands in the document. */
  readonly upstreamWorkflow: FlowEntry | undefined
}

/** Things that should have keys of their own: the first of each key, and every later one beside it. */
export interface FirstByKey<Entry> {
  readonly first: ReadonlyMap<string, Entry>
  readonly repeated: readonly { readonly key: string; readonly first: Entry; readonly other: Entry }[]
}

/**
 * The one view over a document that everything else reads: what stands in it, whatever its version and spelling, each
 * thing with its place. Rules of a team's own get it as the first argument of `run`, over a copy and frozen: one that changes
 * anything ends there. What JSON cannot hold is not in the copy, and of an instance of a class only its fields are.
 */
export interface SpecIndex {
  /** The document as read. */
  readonly document: unknown
  /** The entities whose own shape is wrong in some way. */
  readonly faulty: readonly Entity[]
  /** The entities of a name, such as `Script`, in the order of the document. */
  entitiesOf(name: EntityName): readonly Entity[]
  /** The entities of several names, one after the other; less costly than lists where there are many. */
  eachEntity(...names: readonly EntityName[]): Iterable<Entity>
  /**
   * The entity that a text in its place refers to by its id, such as `{{Script.s1}}`; undefined when there is none. Of
   * several with one id it is the last, as the reference parser has it.
   */
  entityById(name: EntityName, reference: string): Entity | undefined
  /** The workflows, the bodies of loops, and the document itself: what holds nodes and their dependencies. */
  readonly flows: readonly FlowEntry[]
  /** The workflows by what dependencies in the body call them: their ids, or names where they have none. */
  readonly workflowsByKey: FirstByKey<FlowEntry>
  /** All nodes, those inside of loops too. */
  readonly nodes: readonly NodeEntry[]
  /** The nodes by what dependencies call them. */
  readonly nodesByKey: FirstByKey<NodeEntry>
  readonly nodesByName: FirstByKey<NodeEntry>
  /** The output strings, and what offers them. */
  readonly outputs: FirstByKey<OutputEntry>
  /** The dependencies, each joined with the nodes it speaks of. */
  readonly edges: readonly EdgeEntry[]
  /** Texts in the place of entities. */
  readonly references: readonly Reference[]
  /** What kept the document from being read to its end. */
  readonly faults: readonly Diagnostic[]
}
