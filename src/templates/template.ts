import type { ExtendedSchema, ObjectSchema } from 'fluent-json-schema'
import {
  type ArgumentKind,
  argumentFault,
  fields,
  object,
  type SettingKindsOf,
  settingFault,
  step,
  text,
} from '../diagnostics/arguments.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { FlowSpecError, isFlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { copyJson } from '../document/json/json-copy.ts'
import { isRecord } from '../document/json/records.ts'
import { closeSchema } from './closed-schema.ts'
import { type ParameterFormats, ParameterReader } from './parameter-reader.ts'

/** What a template is made of. */
export interface TemplateParts<Parameters extends object, Result> {
  /** What faults call the template. */
  readonly name: string
  /**
   * The parameters, written with fluent-json-schema. Their types are given to `S.object<…>()`; without them they are
   * `unknown`. Parameters the schema does not name are refused, those of nested objects included, unless it says
   * `additionalProperties` itself; names in conditions and alternatives (`ifThen`, `anyOf`, …) count where these apply.
   */
  readonly parameters: ObjectSchema<Parameters> | ExtendedSchema
  /** Makes a workflow, nodes or whatever else of valid parameters, which have their defaults. */
  readonly build: (parameters: ParameterValues<Parameters>) => Result
  /** How texts of a format are checked; a format that is not among them is refused. Default: none. */
  readonly formats?: ParameterFormats
}

/** A function that makes something of parameters it has checked. */
export interface Template<Parameters extends object, Result> {
  /**
   * Makes one.
   *
   * @throws FlowSpecError with every fault of the parameters, or with those `build` throws
   * @throws Error when the package ajv is not installed
   */
  (parameters: GivenParameters<Parameters>): Result
  /** What faults call the template. */
  readonly name: string
  /** The parameters as a JSON Schema, for forms and editors. */
  readonly parameters: Readonly<Record<string, unknown>>
  /**
   * Makes one of each row, when all of them are valid.
   *
   * @throws FlowSpecError with the faults of all rows, each with its row in the message and in the path
   */
  each(rows: Iterable<GivenParameters<Parameters>>): readonly Result[]
  /** What is wrong with parameters from elsewhere, a form for instance; nothing is made of them. Never throws for them. */
  check(parameters: unknown): readonly Diagnostic[]
}

function rowsOf<Row>(rows: Iterable<Row>): readonly Row[] {
  const fault = argumentFault('rows', rows, parameterRows)
  if (fault !== undefined) throw new TypeError(`each(): ${fault.message} ${fault.hint}`)
  return [...rows]
}

const parameterRows: ArgumentKind = {
  takes: 'a list of parameters',
  // Sets and generators are rows too, one after the other.
  holds: (value) => typeof value === 'object' && value !== null && Symbol.iterator in value,
}

const schemaKind: ArgumentKind = {
  takes: 'what S.object() gives',
  holds: (value) => fields.holds(value) && typeof Reflect.get(Object(value), 'valueOf') === 'function',
}

const partKinds: SettingKindsOf<TemplateParts<object, unknown>> = {
  name: text,
  parameters: schemaKind,
  build: step,
  formats: object,
}

function checkParts(parts: unknown): void {
  const fault =
    settingFault('parts', parts, partKinds) ??
    ['name', 'parameters', 'build']
      .map((key) =>
        argumentFault(`parts.${key}`, Reflect.get(Object(parts), key), partKinds[key as keyof typeof partKinds]),
      )
      .find((one) => one !== undefined)
  if (fault !== undefined) throw new TypeError(`template(): ${fault.message} ${fault.hint}`)
}

function schemaOf(name: string, parameters: object): Readonly<Record<string, unknown>> {
  const { value } = copyJson(parameters.valueOf())
  if (!isRecord(value) || value['type'] !== 'object') {
    throw new TypeError(`The parameters of template '${name}' are not a schema of an object; write S.object() first.`)
  }
  const closed = copyJson(closeSchema(value)).value
  return isRecord(closed) ? closed : value
}

/** Parameters without faults are what the type given to the schema says. */
function isFaultless<Values>(_values: unknown, { length }: readonly Diagnostic[]): _values is Values {
  return length === 0
}

function ofRow(row: number, { message, path, ...diagnostic }: Diagnostic): Diagnostic {
  return { ...diagnostic, message: `rows[${row}]: ${message}`, path: `/${row}${path}` }
}

/** What happens for each row; the faults of all rows are thrown together. */
function forEachRow<Row, Result>(rows: readonly Row[], make: (row: Row) => Result): readonly Result[] {
  const faults: Diagnostic[] = []
  const made: Result[] = []
  for (const [at, row] of rows.entries()) {
    try {
      made.push(make(row))
    } catch (error) {
      if (!isFlowSpecError(error)) throw error
      for (const diagnostic of error.diagnostics) faults.push(ofRow(at, diagnostic))
    }
  }
  if (faults.length > 0) throw new FlowSpecError(faults)
  return made
}

/**
 * Makes a template: a function that builds a workflow, nodes or anything else of parameters, after it has checked them
 * against a schema. All faults are reported at once, each with the parameter, its value and what it takes. The schema
 * is compiled when the template is first used, once, by the package `ajv`, an optional peer of this entry.
 *
 * The caller's objects are not changed: `build` gets a copy, with the defaults of the schema.
 *
 * @throws TypeError when the parameters are not a schema of an object; at the first use, when ajv cannot compile it
 *
 * @example
 * ```ts
 * import { S } from 'fluent-json-schema'
 * import { odpsSql, workflow } from 'flowspec'
 * import { type Defaulted, template } from 'flowspec/templates'
 *
 * const ingest = template({
 *   name: 'ingest',
 *   parameters: S.object<{ table: string; hour: Defaulted<number> }>()
 *     .prop('table', S.string().pattern('^[a-z_]+$').required())
 *     .prop('hour', S.integer().minimum(0).maximum(23).default(2)),
 *   build: ({ table, hour }) =>
 *     workflow(`ingest_${table}`)
 *       .cron(`00 00 ${String(hour).padStart(2, '0')} * * ?`)
 *       .nodes(odpsSql(`ods_${table}`).code(`select * from ${table}`)),
 * })
 *
 * const orders = ingest({ table: 'orders' }).build()
 * const documents = ingest.each([{ table: 'items' }, { table: 'customers', hour: 5 }]).map((flow) => flow.build())
 * ```
 */
export function template<Parameters extends object, Result>(
  parts: TemplateParts<Parameters, Result>,
): Template<Parameters, Result> {
  checkParts(parts)
  const { name, build, formats = {} } = parts
  const schema = schemaOf(name, parts.parameters)
  const reader = new ParameterReader(name, schema, formats)
  const valid = (given: unknown): ParameterValues<Parameters> => {
    const { values, diagnostics } = reader.read(given)
    if (!isFaultless<ParameterValues<Parameters>>(values, diagnostics)) throw new FlowSpecError(diagnostics)
    return values
  }
  const make = (given: GivenParameters<Parameters>): Result => build(valid(given))
  const each = (rows: Iterable<GivenParameters<Parameters>>): readonly Result[] =>
    forEachRow(forEachRow(rowsOf(rows), valid), build)
  const check = (given: unknown): readonly Diagnostic[] => reader.read(given).diagnostics
  const made = Object.assign(make, { parameters: schema, each, check })
  return Object.defineProperty(made, 'name', { value: name })
}

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
