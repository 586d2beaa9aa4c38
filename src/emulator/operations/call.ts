import type { Service } from '../state/service.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Parameters } from '../wire/parameters.ts'

/** One call of an operation. */
export interface Call {
  readonly service: Service
  readonly parameters: Parameters
  readonly requestId: string
  /** Whether what is written is to lose its edges, because a fault says so. */
  readonly losesEdges: boolean
  /** Whether the instances that are made are to fail, because a fault says so. */
  readonly failsRuns: boolean
}

/** Carries out a call, and gives the body of the answer without `RequestId`. */
export type Answerer = (call: Call) => JsonObject

/** How an operation is called, and what it does: an entry of the tables beside this file. */
export interface Operation {
  readonly versions: readonly string[]
  /** HTTP method. */
  readonly method: 'GET' | 'POST'
  readonly answer: Answerer
}

/** Operations by name. */
export type OperationTable = Readonly<Record<string, Operation>>

/** The version that the operations of the new Data Studio are of. */
export const dataStudioVersion = '2024-05-18'

/** An operation of the new Data Studio. */
export function dataStudio(method: Operation['method'], answer: Answerer): Operation {
  return { versions: [dataStudioVersion], method, answer }
}

/** How a list is paged. */
interface Paging<Item> {
  /** The field of the answer that holds the items. */
  readonly name: string
  /** An item as the answer shows it. */
  readonly show: (item: Item) => JsonObject
  /** The smallest page: ListNodes refuses fewer than ten. */
  readonly smallest: number
  /** Whether the page must be named; else it is the first one, of ten items. */
  readonly required?: boolean
  /** Whether the numbers of the page are texts. */
  readonly asText?: boolean
}

/** Whether a list shows something already: where lists lag behind, what is new is not in them yet. */
function isListed(item: unknown, { service }: Call): boolean {
  const { listDelay } = service.settings
  if (listDelay === 0 || typeof item !== 'object' || item === null || !('createTime' in item)) return true
  return !(typeof item.createTime === 'number' && service.now() - item.createTime < listDelay)
}

/** The page of a list that `PageNumber` and `PageSize` ask for. */
export function pageOf<Item>(call: Call, found: readonly Item[], paging: Paging<Item>): JsonObject {
  const { parameters } = call
  const all = found.filter((item) => isListed(item, call))
  const ifOptional = (otherwise: number) => (paging.required ? {} : { otherwise })
  const pageNumber = parameters.integer('PageNumber', { min: 1, max: 999_999_999, ...ifOptional(1) })
  const pageSize = parameters.integer('PageSize', { min: paging.smallest, max: 100, ...ifOptional(10) })
  const start = (pageNumber - 1) * pageSize
  const show = (number: number) => (paging.asText ? String(number) : number)
  return {
    [paging.name]: all.slice(start, start + pageSize).map(paging.show),
    PageNumber: show(pageNumber),
    PageSize: show(pageSize),
    TotalCount: show(all.length),
  }
}

/** Whether a value is the one that a call asks for; a condition left out holds for every value. */
export function isWanted(value: string | undefined, wanted: string | undefined): boolean {
  return wanted === undefined || value === wanted
}

/** Whether a name answers a fuzzy search: it holds the words sought, whatever their case. */
export function isFuzzyMatch(name: string, sought = ''): boolean {
  return name.toLowerCase().includes(sought.toLowerCase())
}
