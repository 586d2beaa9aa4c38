import { type Answer, numberIn, objectIn, textIn } from './answer.ts'

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

/** Reads a page; some operations send its numbers as text. */
export function readPage<Item>(answer: Answer, readItems: (paging: Answer) => readonly Item[]): Page<Item> {
  const paging = objectIn(answer, 'PagingInfo')
  return {
    items: readItems(paging),
    pageNumber: numberIn(paging, 'PageNumber'),
    pageSize: numberIn(paging, 'PageSize'),
    totalCount: numberIn(paging, 'TotalCount'),
    requestId: textIn(answer, 'RequestId'),
  }
}
