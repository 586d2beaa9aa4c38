import { deepFreeze } from '../../document/json/json-copy.ts'
import { itemsOf, readText } from '../../document/json/records.ts'
import type { FlowComponent, FlowComponentParameter } from '../../language/generated/types.ts'
import {
  checkArgument,
  checkSettings,
  code as codeKind,
  file as fileKind,
  type SettingKindsOf,
  text,
} from '../arguments.ts'
import { callOf } from '../call.ts'
import { defined } from '../fields.ts'
import { type CodeText, textOf } from '../node/node-options.ts'
import { componentUseSettings } from '../setting-kinds.ts'
import { EntityImpl, type ScriptedEntity } from './entity.ts'
import type { EntityFields } from './entity-document.ts'

declare const parameters: unique symbol

/** Settings of a parameter of a component. */
export interface ComponentParameterOptions extends Pick<FlowComponentParameter, 'args' | 'description'> {
  /** Type, such as `table` or `string`. Default `string`. */
  readonly type?: string
}

/** Settings of a parameter that a node which uses the component may leave out. */
export interface DefaultedParameterOptions extends ComponentParameterOptions {
  /** Value when none is given. */
  readonly defaultValue: string
}

/**
 * A SQL component being written. Its type carries the names of its parameters, so that a node which uses it without one
 * of them does not compile. See {@link EntityBuilder} for what all entities have in common.
 */
export interface ComponentBuilder<
  Name extends string = string,
  Inputs extends string = string,
  Defaulted extends string = string,
  Outputs extends string = string,
> extends ScriptedEntity<Name, 'Component'> {
  /** Only in the types: the names of the parameters. */
  readonly [parameters]?: readonly [Inputs, Defaulted, Outputs]

  /** Adds a parameter that goes in and that a node may leave out; the SQL names it `@@{name}`. */
  input<const Parameter extends string>(
    name: Parameter,
    options: DefaultedParameterOptions,
  ): ComponentBuilder<Name, Inputs, Defaulted | Parameter, Outputs>
  /** Adds a parameter that goes in; the SQL names it `@@{name}`. */
  input<const Parameter extends string>(
    name: Parameter,
    options?: ComponentParameterOptions,
  ): ComponentBuilder<Name, Inputs | Parameter, Defaulted, Outputs>
  /** Adds a parameter that comes out, such as the table the SQL writes; the SQL names it `@@{name}`. */
  output<const Parameter extends string>(
    name: Parameter,
    options?: ComponentParameterOptions,
  ): ComponentBuilder<Name, Inputs, Defaulted, Outputs | Parameter>
  /** Sets the SQL. */
  code(sql: CodeText): this
  /** Takes the SQL from a file, read once when the component is built; a relative path counts from `build({ baseDir })`. */
  codeFile(file: string | URL): this
  /** What a node that uses it holds of it; `.component(component, use)` of the node writes that. */
  usedWith(use: AnyComponentUse): FlowComponent
}

const parameterKinds: SettingKindsOf<DefaultedParameterOptions> = {
  type: text,
  args: text,
  description: text,
  defaultValue: text,
}

const useKinds: SettingKindsOf<AnyComponentUse> = componentUseSettings

function checkParameter(call: string, name: unknown, options: unknown): void {
  checkArgument(call, 'name', name, text)
  checkSettings(call, 'options', options, parameterKinds)
}

class ComponentImpl<Name extends string> extends EntityImpl<Name, 'Component'> implements ComponentBuilder<Name> {
  input(name: string, options: ComponentParameterOptions = {}): this {
    checkParameter('input', name, options)
    return this.add('inputs', { name, type: 'string', ...options })
  }

  output(name: string, options: ComponentParameterOptions = {}): this {
    checkParameter('output', name, options)
    return this.add('outputs', { name, type: 'string', ...options })
  }

  code(sql: CodeText): this {
    checkArgument('code', 'sql', sql, codeKind)
    return this.with({ codeFile: undefined }).setScript({ content: textOf(sql) })
  }

  codeFile(file: string | URL): this {
    checkArgument('codeFile', 'file', file, fileKind)
    return this.with({ codeFile: { file } })
  }

  usedWith(use: AnyComponentUse): FlowComponent {
    checkSettings('usedWith', 'use', use, useKinds)
    const { origin, fields } = this.state
    return deepFreeze(componentUse(this.name, { ...origin, ...fields }, use))
  }
}

/**
 * A SQL component (kind Component): SQL with parameters `@@{name}`, which nodes use by `componentSql(…).component(…)`.
 * The source is the operation CreateComponent and the reference model of the language.
 *
 * @param name - name of the component, unique in the workspace
 *
 * @example
 * ```ts
 * import { component } from 'flowspec'
 *
 * const latest = component('latest')
 *   .input('source', { type: 'table' })
 *   .input('key', { defaultValue: 'id' })
 *   .output('target', { type: 'table' })
 *   .code('insert overwrite table @@{target} select * from @@{source} where @@{key} is not null')
 *
 * const document = latest.build()
 * ```
 */
export function component<const Name extends string>(name: Name): ComponentBuilder<Name, never, never, never> {
  checkArgument('component', 'name', name, text)
  const script = { language: 'odps-sql' }
  const state = {
    kind: 'Component',
    name,
    call: callOf(component),
    command: 'SQL_COMPONENT',
    fields: { name },
    script,
  } as const
  // One class serves components of all parameters, which only the types tell apart.
  return new ComponentImpl(state) as ComponentBuilder<Name, never, never, never>
}

/** The values of parameters by name; of names known only at run time, any. */
type Values<Names extends string> = { readonly [Name in Names]: string }

type Given<Key extends string, Fields, Needed extends string> = [Needed] extends [never]
  ? { readonly [Field in Key]?: Fields }
  : Record<never, never> extends Record<Needed, 1>
    ? { readonly [Field in Key]?: Fields }
    : { readonly [Field in Key]: Fields }

/** What a node gives a component: a value for each parameter that has none by default, and for each that comes out. */
export type ComponentUse<Inputs extends string, Defaulted extends string, Outputs extends string> = Given<
  'inputs',
  Values<Inputs> & Partial<Values<Defaulted>>,
  Inputs
> &
  Given<'outputs', Values<Outputs>, Outputs> & {
    /** Version of the component, as the service counts. Default: none is written. */
    readonly version?: string
  }

/** What any node gives any component. */
export interface AnyComponentUse {
  readonly inputs?: Readonly<Record<string, string>>
  readonly outputs?: Readonly<Record<string, string>>
  readonly version?: string
}

function isParameter(value: unknown): value is FlowComponentParameter {
  return readText(value, 'name') !== undefined
}

/** The parameters of a component with their values, those that it does not declare last. */
function withValues(declared: unknown, values: Readonly<Record<string, string>> = {}): FlowComponentParameter[] {
  const named = new Map<string, FlowComponentParameter>()
  for (const parameter of itemsOf(declared).filter(isParameter)) {
    const { name, defaultValue } = parameter
    named.set(name, defaultValue === undefined ? parameter : { ...parameter, value: defaultValue })
  }
  for (const [name, value] of Object.entries(values)) named.set(name, { name, ...named.get(name), value })
  return [...named.values()]
}

/**
 * The use of a component in a node, as the wire writes it.
 *
 * @param fields - the fields of the component
 */
function componentUse(name: string, fields: EntityFields, use: AnyComponentUse): FlowComponent {
  return defined({
    id: readText(fields, 'id'),
    name,
    inputs: withValues(fields['inputs'], use.inputs),
    outputs: withValues(fields['outputs'], use.outputs),
    metadata: use.version === undefined ? undefined : { version: use.version },
  })
}
