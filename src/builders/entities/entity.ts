import type { SpecReview } from '../../check/check-spec.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Hint } from '../../diagnostics/hint.ts'
import type { RuleName, RuleSentence } from '../../diagnostics/rule-names.ts'
import { stringifyJson } from '../../document/json/exact-json.ts'
import { copyJson } from '../../document/json/json-copy.ts'
import { isRecord, itemsOf, readText } from '../../document/json/records.ts'
import type { EntityKind } from '../../language/entity-kinds.ts'
import { nodeTypes } from '../../language/generated/node-types.ts'
import type { FlowDocument, FlowScript } from '../../language/generated/types.ts'
import { checkArgument, checkSettings, checkWhen, stepped, text } from '../arguments.ts'
import type { BuildOptions } from '../build/context.ts'
import { type ExtraArguments, layingOver } from '../build/extra-fields.ts'
import type { GivenEntity } from '../build/taken.ts'
import { type BuiltDocument, DocumentBuilder } from '../buildable.ts'
import { type Chain, extendChain } from '../chain.ts'
import { defined } from '../fields.ts'
import type { DefaultsInput } from '../node/defaults.ts'
import { silencing } from '../suppression.ts'
import { buildEntity, type EntityFields, type EntityState } from './entity-document.ts'

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
  suppress(rule: RuleName | Hint<RuleSentence>, reason: string): this
  /**
   * Lays fields over the finished entity, last of all; objects are merged, and undefined leaves one out. For what this
   * library does not know yet. With a JSON Pointer before them they go over an object in it:
   * `.extra('/outputs/variables/0', { secret: true })`.
   */
  extra(...fields: ExtraArguments): this
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
  /** What `check()` gives, and apart from it what is silenced, each with the reason; for reports. Never throws. */
  review(options?: BuildOptions): SpecReview
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

const typeOnly = { type: text }

/** What all entity builders have in common: a state that nobody else can reach, and steps that return a changed copy. */
export class EntityImpl<Name extends string, Kind extends EntityKind>
  extends DocumentBuilder
  implements EntityBuilder<Name, Kind>
{
  readonly #state: EntityState<Name, Kind>

  constructor(state: EntityState<Name, Kind>) {
    super()
    this.#state = state
  }

  /** What an entity builder knows; undefined for a value that is none. */
  static stateOf(builder: unknown): EntityState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  /** A builder of the same kind for an entity that was read. */
  static restored(builder: EntityBuilder, origin: EntityFields): EntityBuilder {
    if (!(builder instanceof EntityImpl)) return builder
    const runtime = isRecord(origin['script']) ? origin['script']['runtime'] : undefined
    const Class = builder.constructor as typeof EntityImpl
    const command = readText(runtime, 'command')
    return new Class({ kind: builder.kind, name: builder.name, origin, fields: {}, ...defined({ command }) })
  }

  protected get state(): EntityState {
    return this.#state
  }

  protected with(change: Partial<EntityState<Name, Kind>>): this {
    // A builder of one kind of entity is a subclass without a constructor of its own, and stays one.
    const Class = this.constructor as new (state: EntityState<Name, Kind>) => this
    return new Class({ ...this.#state, ...change })
  }

  /** Sets a field to a copy of a value. */
  protected set(field: string, value: unknown): this {
    return this.with({ fields: { ...this.#state.fields, [field]: copyJson(value).value } })
  }

  /** Adds to a list, after what it held as read. */
  protected add(field: string, ...items: readonly unknown[]): this {
    const { origin, fields } = this.#state
    const before = fields[field] ?? origin?.[field]
    return this.set(field, [...itemsOf(before), ...items])
  }

  /** Keeps which of the items that it was given are builders. */
  protected noting(items: readonly unknown[]): this {
    return this.with(withGiven(this.#state.given, items))
  }

  protected setScript(change: Partial<FlowScript>): this {
    return this.with({ script: { ...this.#state.script, ...change } })
  }

  get name(): Name {
    return this.#state.name
  }

  get kind(): Kind {
    return this.#state.kind
  }

  id(id: string): this {
    checkArgument('id', 'id', id, text)
    return this.set('id', id)
  }

  owner(owner: string): this {
    checkArgument('owner', 'owner', owner, text)
    return this.set('owner', owner)
  }

  description(description: string): this {
    checkArgument('description', 'description', description, text)
    return this.set('description', description)
  }

  path(path: string): this {
    checkArgument('path', 'path', path, text)
    return this.setScript({ path })
  }

  command(command: string): this {
    checkArgument('command', 'command', command, text)
    return this.with({ command }).setScript({ runtime: { command } })
  }

  datasource(name: string, options: { readonly type?: string } = {}): this {
    checkArgument('datasource', 'name', name, text)
    checkSettings('datasource', 'options', options, typeOnly)
    const type = options.type ?? nodeTypes.get(this.#state.command ?? '')?.datasourceType
    return this.set('datasource', type === undefined ? { name } : { name, type })
  }

  resourceGroup(resourceGroup: string): this {
    checkArgument('resourceGroup', 'identifier', resourceGroup, text)
    return this.set('runtimeResource', { resourceGroup })
  }

  extra(...given: ExtraArguments): this {
    return this.with({ extra: layingOver(undefined, this.#state.extra, given) })
  }

  suppress(rule: RuleName, reason: string): this {
    return this.with({ suppressions: silencing(this.#state.suppressions, rule, reason) })
  }

  when(condition: boolean, step: (builder: this) => this): this {
    checkWhen(condition, step)
    return condition ? stepped(step(this), EntityImpl.stateOf) : this
  }

  protected override draft(options: BuildOptions, defaults?: DefaultsInput): BuiltDocument {
    return buildEntity(this.#state, options, defaults)
  }
}

/** A builder, or the name of what it builds. */
export type Named<Builder extends { readonly name: string }> = Builder | string

/** How an entity refers to another: by its name alone. */
export function nameOnly(value: Named<{ readonly name: string }>): { readonly name: string } {
  return { name: typeof value === 'string' ? value : value.name }
}

/** The builders that something was given, with those among more items: builders of entities, and no names. */
export function withGiven(
  before: Chain<GivenEntity> | undefined,
  items: readonly unknown[],
): { readonly given?: Chain<GivenEntity> | undefined } {
  const given = items.flatMap((item) => EntityImpl.stateOf(item) ?? []).map(({ kind, name }) => ({ kind, name }))
  return given.length === 0 ? {} : { given: extendChain(before, given) }
}

/** JSON text as it is, and anything else as JSON text. */
export function jsonText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : stringifyJson(value)
}
