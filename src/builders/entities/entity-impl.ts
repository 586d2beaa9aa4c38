import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { RuleName } from '../../diagnostics/rule-name.ts'
import { isRecord } from '../../document/is-record.ts'
import { readText } from '../../document/read-text.ts'
import { nodeTypes } from '../../model/generated/node-types.ts'
import type { FlowDocument, FlowScript } from '../../model/generated/types.ts'
import type { BuildOptions } from '../build-options.ts'
import { extendChain } from '../chain.ts'
import { checkBuilt } from '../check-built.ts'
import { copyJson } from '../copy-json.ts'
import { defined } from '../defined.ts'
import { showAsJson } from '../show-as-json.ts'
import { throwErrors } from '../throw-errors.ts'
import { buildEntity } from './build-entity.ts'
import type { EntityBuilder } from './entity-builder.ts'
import type { EntityKind } from './entity-kind.ts'
import type { EntityFields, EntityState } from './entity-state.ts'

/** What all entity builders have in common: a state that nobody else can reach, and steps that return a changed copy. */
export class EntityImpl<Name extends string, Kind extends EntityKind> implements EntityBuilder<Name, Kind> {
  static readonly shown: true = /* @__PURE__ */ showAsJson(EntityImpl)

  readonly #name: Name
  readonly #kind: Kind
  readonly #state: EntityState

  constructor(name: Name, kind: Kind, state: EntityState) {
    this.#name = name
    this.#kind = kind
    this.#state = state
  }

  /** What an entity builder knows; undefined for a value that is none. */
  static stateOf(builder: unknown): EntityState | undefined {
    return typeof builder === 'object' && builder !== null && #state in builder ? builder.#state : undefined
  }

  /** A builder of the same kind for an entity that was read. */
  static restored(builder: EntityBuilder, base: EntityFields): EntityBuilder {
    if (!(builder instanceof EntityImpl)) return builder
    const { kind, name } = builder.#state
    const runtime = isRecord(base['script']) ? base['script']['runtime'] : undefined
    const Class = builder.constructor as typeof EntityImpl
    return new Class(name, kind, {
      kind,
      name,
      base,
      fields: {},
      ...defined({ command: readText(runtime, 'command') }),
    })
  }

  protected get state(): EntityState {
    return this.#state
  }

  protected with(change: Partial<EntityState>): this {
    // A builder of one kind of entity is a subclass without a constructor of its own, and stays one.
    const Class = this.constructor as new (name: Name, kind: Kind, state: EntityState) => this
    return new Class(this.#name, this.#kind, { ...this.#state, ...change })
  }

  /** Sets a field to a copy of a value. */
  protected set(field: string, value: unknown): this {
    return this.with({ fields: { ...this.#state.fields, [field]: copyJson(value).value } })
  }

  /** Adds to a list, after what it held as read. */
  protected add(field: string, ...items: readonly unknown[]): this {
    const { base, fields } = this.#state
    const before = fields[field] ?? base?.[field]
    return this.set(field, [...(Array.isArray(before) ? before : []), ...items])
  }

  protected setScript(change: Partial<FlowScript>): this {
    return this.with({ script: { ...this.#state.script, ...change } })
  }

  get name(): Name {
    return this.#name
  }

  get kind(): Kind {
    return this.#kind
  }

  id(id: string): this {
    return this.set('id', id)
  }

  owner(owner: string): this {
    return this.set('owner', owner)
  }

  description(description: string): this {
    return this.set('description', description)
  }

  path(path: string): this {
    return this.setScript({ path })
  }

  command(command: string): this {
    return this.with({ command }).setScript({ runtime: { command } })
  }

  datasource(name: string, options: { readonly type?: string } = {}): this {
    const type = options.type ?? nodeTypes[this.#state.command ?? '']?.datasourceType
    return this.set('datasource', type === undefined ? { name } : { name, type })
  }

  resourceGroup(resourceGroup: string): this {
    return this.set('runtimeResource', { resourceGroup })
  }

  extra(fields: Readonly<Record<string, unknown>>): this {
    return this.with({ extra: extendChain(this.#state.extra, [copyJson(fields)]) })
  }

  suppress(rule: RuleName, reason: string): this {
    return this.with({ suppressions: extendChain(this.#state.suppressions, [{ rule, reason }]) })
  }

  when(condition: boolean, step: (builder: this) => this): this {
    return condition ? step(this) : this
  }

  build(options: BuildOptions = {}): FlowDocument {
    const built = buildEntity(this.#state, options)
    return throwErrors(built.document, checkBuilt(built, options))
  }

  check(options: BuildOptions = {}): readonly Diagnostic[] {
    return checkBuilt(buildEntity(this.#state, options), options)
  }

  toJSON(): unknown {
    return buildEntity(this.#state, {}).document
  }
}
