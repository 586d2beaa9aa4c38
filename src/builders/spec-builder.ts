import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { FlowDocument } from '../model/generated/types.ts'
import type { AnyNode } from './any-node.ts'
import type { BuildOptions } from './build-options.ts'
import type { EntityBuilder } from './entities/entity-builder.ts'
import type { EntityBuilders } from './entities/entity-builders.ts'
import type { EntityKind } from './entities/entity-kind.ts'
import type { NodeFinder } from './node-finder.ts'
import type { AnyWorkflow, Workflow } from './workflow-builder.ts'
import type { WorkflowKind } from './workflow-kind.ts'

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
  readonly workflows: readonly AnyWorkflow[]
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
  workflow(name?: string): AnyWorkflow
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
   * Puts workflows, nodes and other entities into the document: each in the place of the one it was read as, else of the one that has its
   * name, else as a new one. A new node goes to the workflow, or to the document itself when it has no workflow.
   *
   * @throws FlowSpecError when a new node could go to several workflows: give it to one of them by `.nodes(…)`
   */
  with(...builders: readonly SpecPart[]): SpecBuilder
  /**
   * Takes the workflows, nodes and other entities of a name out, with what they come after. What comes after them still does, and the
   * check finds it.
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
  /** The document as it stands, unchecked, for `JSON.stringify`. Never throws. */
  toJSON(): unknown
}
