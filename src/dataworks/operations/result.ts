import { isRecord } from '../../document/json/records.ts'
import { type Answer, MissingFieldError, numberIn, objectIn, objectsIn, requiredObject, textIn } from './answer.ts'
import { type ParameterTable, wireName } from './operation.ts'
import { knownNames, ownName, unread, unreadOf } from './unread-fields.ts'

/** Reads what an object of an answer holds under a name. */
export interface Field<Value> {
  (holder: Answer, name: string): Value
  /** Where it looks, when that is not the name of the field itself. */
  readonly path?: readonly string[]
  /** What it reads of the object it finds there, when it does not take all of it. */
  readonly table?: object
}

/** What an answer, or an item in one, holds that this library does not know. */
export interface WithMore {
  /** The fields that are not read, as they came and where they stand in the answer; undefined when there are none. */
  readonly more?: Answer | undefined
}

/** How the fields of a result are read: each from the field of its own name, written as on the wire. */
export type Fields<Result> = { readonly [Name in Exclude<keyof Result, 'more'>]-?: Field<Result[Name]> }

function readFields<Result extends object>(holder: Answer, fields: Fields<Result>): Result {
  const entries = Object.entries<Field<unknown>>(fields)
  const read: object = Object.fromEntries(entries.map(([name, field]) => [name, field(holder, wireName(name))]))
  // The table has an entry for every field.
  return read as Result
}

/** A result with what the answer holds beside it. */
function withMore<Result extends object>(result: Result, more: Answer | undefined): Result {
  return more === undefined ? result : { ...result, more }
}

/** A field that has another name in the answer than in the result. */
export function named<Value>(name: string, field: Field<Value>): Field<Value> {
  const read = (holder: Answer): Value => field(holder, name)
  return Object.assign(read, { ...field, path: [name] })
}

/** A field that stands one object deeper in the answer than in the result. */
export function inside<Value>(object: string, field: Field<Value>): Field<Value> {
  const read = (holder: Answer, name: string): Value => field(objectIn(holder, object), name)
  return Object.assign(read, { ...field, path: [object, ...(field.path ?? [ownName])] })
}

/** An object; all its fields are read from an empty one when it is absent. */
export function record<Result extends object>(fields: Fields<Result>): Field<Result> {
  const read = (holder: Answer, name: string): Result => readFields(objectIn(holder, name), fields)
  return Object.assign(read, { table: fields })
}

/** A list of objects; empty when it is absent. */
export function list<Item extends object>(fields: Fields<Item>): Field<readonly Item[]> {
  return (holder, name) => objectsIn(holder, name).map((item) => readItem(item, fields))
}

/** An item of a list, with what it holds that is not known. */
function readItem<Item extends object>(item: Answer, fields: Fields<Item>): Item {
  return withMore(readFields(item, fields), unread(item, knownNames(fields)))
}

/** Objects by their ids, as a list of objects that have them. */
export function keyed<Item extends object>(fields: Fields<Item>): Field<readonly (Item & { readonly id: string })[]> {
  return (holder, name) =>
    Object.entries(objectIn(holder, name)).map(([id, value]) => {
      const item = isRecord(value) ? value : {}
      return withMore({ ...readFields(item, fields), id }, unread(item, knownNames(fields)))
    })
}

/** Reads an answer whose fields stand in it directly. */
export function result<Result extends object>(fields: Fields<Result>): (answer: Answer) => Result {
  return (answer) => withMore(readFields(answer, fields), unreadOf(answer, knownNames(fields)))
}

/** What every answer says of itself. */
interface Answered {
  readonly requestId: string | undefined
}

/** Reads an answer that holds its fields in one object, which has to be there. */
export function resultIn<Result extends Answered>(
  object: string,
  fields: Fields<Omit<Result, 'requestId'>>,
): (answer: Answer) => Result {
  return (answer) => {
    const body = readFields(requiredObject(answer, object), fields)
    const more = unreadOf(answer, new Map([[object, knownNames(fields)]]))
    const whole: object = { ...body, requestId: textIn(answer, 'RequestId') }
    // The table has an entry for every field but the one that stands beside the object.
    return withMore(whole as Result, more)
  }
}

/** One page of a list. */
export interface Page<Item> extends WithMore {
  readonly items: readonly Item[]
  /** Counts from 1. */
  readonly pageNumber: number | undefined
  readonly pageSize: number | undefined
  /** How many items all pages have together. */
  readonly totalCount: number | undefined
  readonly requestId: string | undefined
}

/** The parameters every list takes. */
export interface PageParams {
  /** Which page, counted from 1. */
  readonly pageNumber?: number | undefined
  /** How many items a page has, 10 to 100. */
  readonly pageSize?: number | undefined
}

/** How the parameters of a page are written. */
export const pageParameters: ParameterTable<PageParams> = { pageNumber: 'count', pageSize: 'count' }

/**
 * The items of a page. Only a list that says it has none may leave them out: an empty list would let who reads it decide
 * from what is not known.
 */
function pageItems<Item extends object>(holder: string, name: string, fields: Fields<Item>): Field<readonly Item[]> {
  const read = (answer: Answer): readonly Item[] => {
    const paging = requiredObject(answer, holder)
    const items = Object.hasOwn(paging, name) ? paging[name] : undefined
    if (isAbsent(items) && numberIn(paging, 'TotalCount') === 0) return []
    if (!Array.isArray(items) || !items.every(isRecord)) throw new MissingFieldError(`${holder}.${name}`)
    return items.map((item) => readItem(item, fields))
  }
  return Object.assign(read, { path: [holder, name] })
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** Reads a page of a list; some operations send its numbers as text. */
export function pageOf<Item extends object>(
  name: string,
  fields: Fields<Item>,
  holder = 'PagingInfo',
): (answer: Answer) => Page<Item> {
  return result<Page<Item>>({
    items: pageItems(holder, name, fields),
    pageNumber: inside(holder, numberIn),
    pageSize: inside(holder, numberIn),
    totalCount: inside(holder, numberIn),
    requestId: textIn,
  })
}
