import type { ReadDocument } from '../../document/read-spec.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import type { Answer } from './answer.ts'

/**
 * One operation of the service, as data: an entry of the tables beside this file, which the client makes its methods of.
 */
export interface Operation<Params extends object, Result> {
  readonly action: string
  readonly version: string
  /** Parameters of a `GET` go into the query, those of a `POST` into the form. */
  readonly method: 'GET' | 'POST'
  readonly effect: Effect | ((params: Params) => Effect)
  readonly parameters: ParameterTable<Params>
  /** The parameters of a `POST` that go into the query all the same. */
  readonly inQuery?: readonly (keyof Params & string)[]
  /** Says what is wrong with the parameters taken together. */
  readonly check?: (params: Params) => readonly string[]
  /** Reads the answer; throws {@link MissingFieldError} for what has to be there. */
  readonly read: (answer: Answer) => Result
}

/**
 * What an operation does to the service, which decides whether repeating it is harmless:
 *
 * - `read`: nothing
 * - `replace`: the same thing however often it is called, such as an update, or an import with every id given
 * - `delete`: takes something away; when a repetition finds it gone, the first call has done it
 * - `change`: takes something one step on, such as a stage of a release; it is never repeated after a failure that may
 *   have come late
 * - `create`: something more each time; it is never repeated after a failure that may have come late
 */
export type Effect = 'change' | 'create' | 'delete' | 'read' | 'replace'

const repeatable: ReadonlySet<Effect> = new Set(['delete', 'read', 'replace'])

/** Whether a call may be repeated although it may have had its effect. */
export function isRepeatable(effect: Effect): boolean {
  return repeatable.has(effect)
}

/**
 * How a plain value is written: `workspace` is the number of a workspace, `int64` another number that the service gives
 * out, `id` any other identifier, `spec` a FlowSpec document or its text, `count` a whole number above 0, `number` one
 * that may be 0.
 */
export type PlainType = 'boolean' | 'count' | 'id' | 'int64' | 'number' | 'spec' | 'text' | 'workspace'

/** A list that travels as JSON text. */
export interface ListType {
  readonly list: PlainType | ObjectType
}

/** An object that travels as JSON text, its fields with a capital letter. */
export interface ObjectType {
  readonly object: Readonly<Record<string, ParameterType | RequiredParameter>>
}

/** A list of words that travels with commas between them. */
export interface WordsType {
  readonly words: 'text'
}

/** How a parameter is written. */
export type ParameterType = ListType | ObjectType | PlainType | WordsType

/** A parameter that has to be given. */
export interface RequiredParameter {
  readonly required: ParameterType
}

/** How each parameter of a method is written. Those that its type lets nobody leave out are required. */
export type ParameterTable<Params> = {
  readonly [Name in keyof Params]-?: undefined extends Params[Name] ? ParameterType : RequiredParameter
}

/** Marks a parameter that has to be given. */
export function required(type: ParameterType): RequiredParameter {
  return { required: type }
}

/** Whether a parameter has to be given. */
export function isRequired(parameter: ParameterType | RequiredParameter): parameter is RequiredParameter {
  return typeof parameter === 'object' && 'required' in parameter
}

/** An object parameter with fields of these types. */
export function objectOf<Value>(table: ParameterTable<Value>): ObjectType {
  return { object: table }
}

/** The name on the wire of a parameter or a field: the same with a capital letter. */
export function wireName(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** An id as users may have it: text, a bigint, or a number that is small enough to be exact. */
export type Id = string | number | bigint

/** A FlowSpec document, built or read, or its JSON text. */
export type SpecSource = FlowDocument | ReadDocument | string

/** The version of the API that FlowSpec operations are of; it serves workspaces of the new Data Studio. */
export const dataStudioVersion = '2024-05-18'
