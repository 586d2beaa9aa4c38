import { readText } from '../../document/read-text.ts'
import type { FlowComponent, FlowComponentParameter } from '../../model/generated/types.ts'
import { defined } from '../defined.ts'
import type { EntityFields } from './entity-state.ts'

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
  for (const parameter of Array.isArray(declared) ? declared.filter(isParameter) : []) {
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
export function componentUse(name: string, fields: EntityFields, use: AnyComponentUse): FlowComponent {
  return defined({
    id: readText(fields, 'id'),
    name,
    inputs: withValues(fields['inputs'], use.inputs),
    outputs: withValues(fields['outputs'], use.outputs),
    metadata: use.version === undefined ? undefined : { version: use.version },
  })
}
