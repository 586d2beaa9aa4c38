import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { RuleName } from '../../diagnostics/rule-name.ts'
import type { FlowDocument } from '../../model/generated/types.ts'
import type { BuildOptions } from '../build-options.ts'
import type { EntityKind } from './entity-kind.ts'

/**
 * An entity of a workspace that is no workflow and no node, being written: a resource, a function, a component. Every
 * method returns a new builder and changes nothing. Each builds a document of its own kind.
 */
export interface EntityBuilder<Name extends string = string, Kind extends EntityKind = EntityKind> {
  /** The kind of the document it builds. */
  readonly kind: Kind
  /** Name of the entity. */
  readonly name: Name
  /** Silences a rule for the whole document. The reason is required. */
  suppress(rule: RuleName, reason: string): this
  /** Lays fields over the finished entity, last of all; objects are merged. For what this library does not know yet. */
  extra(fields: Readonly<Record<string, unknown>>): this
  /** Applies a step only when a condition holds, without leaving the chain. */
  when(condition: boolean, step: (builder: this) => this): this
  /** Sets the id other entities refer to it by; the service gives ids of its own. */
  id(id: string): this
  /**
   * Builds the document and checks it once.
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

/** What resources, functions, components and jobs have in common: they stand at a path and have an owner. */
export interface ScriptedEntity<Name extends string = string, Kind extends EntityKind = EntityKind>
  extends EntityBuilder<Name, Kind> {
  /** Sets the folder path, which must end with the name. Default: the name. */
  path(path: string): this
  /** Sets the account id of the owner. */
  owner(owner: string): this
  /** Sets the free text. */
  description(description: string): this
}

/** What resources and functions have in common: they belong to a compute engine. */
export interface EngineEntity<Name extends string = string, Kind extends EntityKind = EntityKind>
  extends ScriptedEntity<Name, Kind> {
  /**
   * Sets the node type the service knows the entity by, for engines other than MaxCompute, such as `EMR_JAR`. Default:
   * that of MaxCompute.
   */
  command(command: string): this
  /** Sets the data source it belongs to. Default for the type: the one the command runs on, where that is known. */
  datasource(name: string, options?: { readonly type?: string }): this
  /** Sets the resource group, by its identifier and not its display name. */
  resourceGroup(identifier: string): this
}
