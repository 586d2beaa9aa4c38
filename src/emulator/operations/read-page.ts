import type { Parameters } from '../wire/parameters.ts'

/** One page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly pageNumber: number
  readonly pageSize: number
  readonly totalCount: number
}

/** How a list is paged. */
export interface Paging {
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
