import type { SpecReview } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { readText } from '../../document/json/records.ts'
import { type EntityKind, entityKinds } from '../../language/entity-kinds.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { type ArgumentKind, checkArgument, checkEach, oneOf, text } from '../arguments.ts'
import type { BuildOptions } from '../build/context.ts'
import { throwMissing, throwUnnamed } from '../build/faults.ts'
import { type BuiltDocument, DocumentBuilder } from '../buildable.ts'
import { type EntityBuilder, EntityImpl } from '../entities/entity.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import { findNode, isEntity, listNodes, namedNode, type Steps } from '../node/flow-nodes.ts'
import { NodeImpl } from '../node/node.ts'
import type { AnyNode } from '../node/node-builder.ts'
import type { NodeFinder, StructureBuilders, StructureKind } from '../structures/structure-builders.ts'
import { WorkflowImpl } from '../workflow/workflow.ts'
import type { AnyWorkflow, ReadWorkflow, Workflow, WorkflowKind } from '../workflow/workflow-builder.ts'
import type { WorkflowState } from '../workflow/workflow-state.ts'
import type { EntityBuilders } from './imported-entities.ts'
import type { ImportedSpec } from './imported-spec.ts'

const workflowKind: ArgumentKind = /* @__PURE__ */ oneOf('CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow')
const entityKind: ArgumentKind = /* @__PURE__ */ oneOf(...Object.keys(entityKinds))

/** What `with(…)` of a document takes. */
export type SpecPart = AnyWorkflow | AnyNode | EntityBuilder

/**
 * A document that was read, as builders. Every method returns a new builder and changes nothing; what nobody touches
 * stays in the document as it was read, unknown fields and old spellings included, and nothing is added to it.
 *
 * @example
 * ```ts
 * import { fromSpec, readSpec } from 'flowspec'
 *
 * const spec = fromSpec(readSpec('{"kind":"Node","version":"2.0.0","spec":{"nodes":[{"id":"ods","name":"ods"}]}}'))
 * const changed = spec.with(spec.node('ods').owner('1107550004253538'))
 * const text = JSON.stringify(changed)
 * ```
 */
export interface SpecBuilder extends NodeFinder {
  /** Kind of the document; the empty text when it has none. */
  readonly kind: string
  readonly version: string | undefined
  /** The workflows. Each builds the whole document with itself in its place. */
  readonly workflows: readonly ReadWorkflow[]
  /** The nodes that stand in no workflow. */
  readonly nodes: readonly AnyNode[]
  /** The resources, functions, components and other entities that are no workflows and no nodes. */
  readonly entities: readonly EntityBuilder[]

  /**
   * A workflow with the steps of its kind, such as `cron` of a CycleWorkflow.
   *
   * @throws FlowSpecError when there is none of that name and kind
   */
  workflow<Kind extends WorkflowKind>(name: string, kind: Kind): Workflow<string, Kind>
  /**
   * A workflow.
   *
   * @param name - its name; may be left out when there is one workflow
   * @throws FlowSpecError when there is none, or none of that name
   */
  workflow(name?: string): ReadWorkflow
  /**
   * An entity with the steps of its kind.
   *
   * @param kind - the kind of document it has of its own, such as `Function`
   * @throws FlowSpecError when there is none of that name and kind
   */
  entity<Kind extends EntityKind>(name: string, kind: Kind): EntityBuilders[Kind]
  /**
   * An entity that is no workflow and no node; a table by its full name.
   *
   * @throws FlowSpecError when there is none of that name
   */
  entity(name: string): EntityBuilder
  /**
   * Puts workflows, nodes and other entities into the document: each in the place of the one it was read as,
   * else of the one that has its name, else as a new one. A new node goes to the workflow, or to the document itself when
   * it has no workflow.
   *
   * @throws FlowSpecError when a new node could go to several workflows: give it to one of them by `.nodes(…)`
   */
  with(...builders: readonly SpecPart[]): SpecBuilder
  /**
   * Takes the workflows, nodes and other entities of a name out, with what they come after. What comes after them still
   * does, and the check warns of it.
   *
   * @throws FlowSpecError when there is nothing of that name
   */
  without(name: string): SpecBuilder
  /**
   * Builds the document and checks it once. The options say how new parts are built; what was read stays as it is.
   *
   * @returns the document, deeply frozen
   * @throws FlowSpecError with every error there is; warnings and notes do not throw
   */
  build(options?: BuildOptions): FlowDocument
  /** Everything the check has to say, errors first to last by place. Never throws. */
  check(options?: BuildOptions): readonly Diagnostic[]
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Never throws. */
  review(options?: BuildOptions): SpecReview
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}

/** The one implementation of {@link SpecBuilder}. */
const part: ArgumentKind = {
  takes: 'a builder of a workflow, a node or an entity',
  holds: (value) =>
    NodeImpl.stateOf(value) !== undefined || WorkflowImpl.stateOf(value) !== undefined || value instanceof EntityImpl,
}

export class SpecBuilderImpl extends DocumentBuilder implements SpecBuilder {
  readonly #spec: ImportedSpec

  constructor(spec: ImportedSpec) {
    super()
    this.#spec = spec
  }

  get kind(): string {
    return readText(this.#spec.source.document, 'kind') ?? ''
  }

  get version(): string | undefined {
    return readText(this.#spec.source.document, 'version')
  }

  get workflows(): readonly ReadWorkflow[] {
    return this.#spec.workflows.filter(isEntity).map((state) => this.#handOut(state))
  }

  get nodes(): readonly AnyNode[] {
    return listNodes(this.#spec.nodes)
  }

  get entities(): readonly EntityBuilder[] {
    return this.#spec.entities.all()
  }

  workflow<Kind extends WorkflowKind>(name: string, kind: Kind): Workflow<string, Kind>
  workflow(name?: string): ReadWorkflow
  workflow(name?: string, kind?: WorkflowKind): unknown {
    if (name !== undefined) checkArgument('workflow', 'name', name, text)
    if (kind !== undefined) checkArgument('workflow', 'kind', kind, workflowKind)
    const all = this.#spec.workflows.filter((one) => isEntity(one) && (kind ?? one.kind) === one.kind)
    const found = name === undefined && all.length === 1 ? all[0] : all.find((one) => one.name === name)
    const names = all.map((one) => one.name)
    if (found === undefined && name === undefined) throwUnnamed(kind ?? 'workflow', names)
    return this.#handOut(found ?? throwMissing(`There is no ${kind ?? 'workflow'}`, name ?? '', names))
  }

  node<Kind extends StructureKind>(name: string, kind: Kind): StructureBuilders[Kind]
  node(name: string): AnyNode
  node(name: string, kind?: StructureKind): AnyNode {
    const found = this.#flows.flatMap((steps) => findNode(steps, name) ?? [])[0]
    return namedNode(name, kind, found, () => this.allNodes())
  }

  allNodes(): readonly AnyNode[] {
    return this.#flows.flatMap(listNodes)
  }

  entity<Kind extends EntityKind>(name: string, kind: Kind): EntityBuilders[Kind]
  entity(name: string): EntityBuilder
  entity(name: string, kind?: EntityKind): EntityBuilder {
    checkArgument('entity', 'name', name, text)
    if (kind !== undefined) checkArgument('entity', 'kind', kind, entityKind)
    const all = this.entities.filter((one) => kind === undefined || one.kind === kind)
    const found = all.find((one) => one.name === name)
    const names = (): string[] => all.map((one) => one.name)
    return found ?? throwMissing(`There is no ${kind ?? 'entity'}`, name, names())
  }

  with(...builders: readonly SpecPart[]): SpecBuilder {
    checkEach('with', 'builder', builders, part)
    let spec = this.#spec
    const others: SpecPart[] = []
    for (const builder of builders) {
      const workflow = WorkflowImpl.stateOf(builder)
      if (workflow !== undefined) spec = spec.putWorkflow(workflow)
      else if (builder instanceof EntityImpl) spec = spec.putEntity(builder)
      else others.push(builder)
    }
    // Nodes last, so that a workflow given beside them does not bring their old versions back.
    for (const node of others) spec = spec.putNode(node)
    return new SpecBuilderImpl(spec)
  }

  without(name: string): SpecBuilder {
    checkArgument('without', 'name', name, text)
    const names = (): string[] => [...this.#spec.workflows, ...this.allNodes(), ...this.entities].map((one) => one.name)
    return new SpecBuilderImpl(this.#spec.without(name) ?? throwMissing('There is nothing of the name', name, names()))
  }

  protected override draft(options: BuildOptions, defaults?: DefaultsInput): BuiltDocument {
    return this.#spec.build(options, defaults)
  }

  get #flows(): readonly Steps[] {
    return [this.#spec.nodes, ...this.#spec.workflows.map(({ nodes }) => nodes)]
  }

  #handOut(state: WorkflowState): ReadWorkflow
  #handOut({ kind, ...state }: WorkflowState): unknown {
    return new WorkflowImpl(kind, { kind, ...state, document: this.#spec })
  }
}
