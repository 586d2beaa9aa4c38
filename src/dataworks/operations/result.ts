import { isRecord } from '../../document/json/records.ts'
import { type Answer, MissingFieldError, numberIn, objectIn, objectsIn, requiredObject, textIn } from './answer.ts'
import { type ParameterTable, wireName } from './operation.ts'

/** Reads what an object of an answer holds under a name. */
export type Field<Value> = (holder: Answer, name: string) => Value

/** How the fields of a result are read: each from the field of its own name, written as on the wire. */
export type Fields<Result> = { readonly [Name in keyof Result]-?: Field<Result[Name]> }

function readFields<Result extends object>(holder: Answer, fields: Fields<Result>): Result {
  const result: Partial<Result> = {}
  for (const name in fields) result[name] = fields[name](holder, wireName(name))
  // The table has an entry for every field.
  return result as Result
}

/** A field that has another name in the answer than in the result. */
export function named<Value>(name: string, field: Field<Value>): Field<Value> {
  return (holder) => field(holder, name)
}

/** A field that stands one object deeper in the answer than in the result. */
export function inside<Value>(object: string, field: Field<Value>): Field<Value> {
  return (holder, name) => field(objectIn(holder, object), name)
}

/** An object; all its fields are read from an empty one when it is absent. */
export function record<Result extends object>(fields: Fields<Result>): Field<Result> {
  return (holder, name) => readFields(objectIn(holder, name), fields)
}

/** A list of objects; empty when it is absent. */
export function list<Item extends object>(fields: Fields<Item>): Field<readonly Item[]> {
  return (holder, name) => objectsIn(holder, name).map((item) => readFields(item, fields))
}

/** Reads an answer whose fields stand in it directly. */
export function result<Result extends object>(fields: Fields<Result>): (answer: Answer) => Result {
  return (answer) => readFields(answer, fields)
}

/** What every answer says of itself. */
interface Answered {
  readonly requestId: string | undefined
}

/** Reads an answer that holds its fields in one object, which has to be there. */
export function resultIn<Body extends object>(
  object: string,
  fields: Fields<Body>,
): (answer: Answer) => Body & Answered {
  return (answer) => ({
    ...readFields(requiredObject(answer, object), fields),
    requestId: textIn(answer, 'RequestId'),
  })
}

/** One page of a list. */
export interface Page<Item> {
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
function pageItems<Item extends object>(name: string, fields: Fields<Item>): Field<readonly Item[]> {
  return (answer) => {
    const paging = requiredObject(answer, 'PagingInfo')
    const items = Object.hasOwn(paging, name) ? paging[name] : undefined
    if (isAbsent(items) && numberIn(paging, 'TotalCount') === 0) return []
    if (!Array.isArray(items) || !items.every(isRecord)) throw new MissingFieldError(`PagingInfo.${name}`)
    return items.map((item) => readFields(item, fields))
  }
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

/** Reads a page of a list; some operations send its numbers as text. */
export function pageOf<Item extends object>(name: string, fields: Fields<Item>): (answer: Answer) => Page<Item> {
  return result<Page<Item>>({
    items: pageItems(name, fields),
    pageNumber: inside('PagingInfo', numberIn),
    pageSize: inside('PagingInfo', numberIn),
    totalCount: inside('PagingInfo', numberIn),
    requestId: textIn,
  })
}
