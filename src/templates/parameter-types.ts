declare const defaulted: unique symbol

/**
 * Marks a parameter whose schema has a default: who uses the template may leave it out, and `build` always gets it.
 *
 * @example
 * ```ts
 * import { S } from 'fluent-json-schema'
 * import { shell } from 'flowspec'
 * import { type Defaulted, template } from 'flowspec/templates'
 *
 * const load = template({
 *   name: 'load',
 *   parameters: S.object<{ table: string; hours: Defaulted<number> }>()
 *     .prop('table', S.string().required())
 *     .prop('hours', S.integer().minimum(1).default(24)),
 *   build: ({ table, hours }) => shell(`load_${table}`).code(`./load.sh ${table} ${hours.toFixed()}`),
 * })
 * load({ table: 'orders' })
 * ```
 */
export interface Defaulted<Value> {
  readonly [defaulted]: Value
}

/** What a template is given: parameters with a default may be left out. */
export type GivenParameters<Parameters extends object> = string extends keyof Parameters
  ? Readonly<Record<string, unknown>>
  : {
      readonly [Name in keyof Parameters as Parameters[Name] extends Defaulted<unknown>
        ? never
        : Name]: Parameters[Name]
    } & {
      readonly [Name in keyof Parameters as Parameters[Name] extends Defaulted<unknown>
        ? Name
        : never]?: Parameters[Name] extends Defaulted<infer Value> ? Value : never
    }

/** What `build` of a template gets: valid, with defaults. */
export type ParameterValues<Parameters extends object> = string extends keyof Parameters
  ? Readonly<Record<string, unknown>>
  : {
      readonly [Name in keyof Parameters]: Parameters[Name] extends Defaulted<infer Value> ? Value : Parameters[Name]
    }
