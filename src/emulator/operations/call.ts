import type { Service } from '../state/service.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Parameters } from '../wire/parameters.ts'

/** One call of an operation. */
export interface Call {
  readonly service: Service
  readonly parameters: Parameters
  readonly requestId: string
  /** Whether an import is to lose its edges, because a fault says so. */
  readonly losesEdges: boolean
}

/** Carries out a call, and gives the body of the answer without `RequestId`. */
export type Operation = (call: Call) => JsonObject

/** One page of a list. */
interface Page<Item> {
  readonly items: readonly Item[]
  readonly pageNumber: number
  readonly pageSize: number
  readonly totalCount: number
}

/** How a list is paged. */
interface Paging {
  /** The smallest page: ListNodes refuses fewer than ten. */
  readonly smallest: number
  /** Whether the page must be named; else it is the first one, of ten items. */
  readonly required?: boolean
}

/** Cuts the page out of a list that `PageNumber` and `PageSize` ask for. */
export function readPage<Item>(parameters: Parameters, all: readonly Item[], paging: Paging): Page<Item> {
  const ifOptional = (otherwise: number) => (paging.required ? {} : { otherwise })
  const pageNumber = parameters.integer('PageNumber', { min: 1, max: 999_999_999, ...ifOptional(1) })
  const pageSize = parameters.integer('PageSize', { min: paging.smallest, max: 100, ...ifOptional(10) })
  const start = (pageNumber - 1) * pageSize
  return { items: all.slice(start, start + pageSize), pageNumber, pageSize, totalCount: all.length }
}

/** Whether a name answers a fuzzy search: it holds the words sought, whatever their case. */
export function isFuzzyMatch(name: string, sought: string): boolean {
  return name.toLowerCase().includes(sought.toLowerCase())
}
