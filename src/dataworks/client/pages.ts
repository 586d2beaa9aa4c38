import { DataWorksError } from '../errors/data-works-error.ts'
import type { Operation } from '../operations/operation.ts'
import type { Page } from '../operations/result.ts'
import { startLimit } from './call-limit.ts'
import { type Connection, runOperation, waitToRepeat } from './run-call.ts'

/** Pages as large as the service makes them. */
const largestPage = 100

/** Which page of a list. */
export interface PageNumbers {
  readonly pageNumber: number
  readonly pageSize: number
}

/** A list that comes in pages. */
export interface PagedList<Params extends object, Item> {
  readonly operation: Operation<Params, Page<Item>>
  /** The parameters for one page. */
  readonly paramsOf: (page: PageNumbers) => Params
  /** What tells an item from the others. */
  readonly idOf: (item: Item) => string
}

/** How a walk over the pages of a list came out. */
interface Walk {
  /** How many items were read, those that came twice included. */
  readonly read: number
  /** How many items the list says it has; undefined when it does not say. */
  readonly total: number | undefined
  /** Whether the list got longer or shorter on the way, which moves items from page to page. */
  readonly moved: boolean
  readonly requestId: string | undefined
}

/** What is wrong with a walk, after which the list is not known. */
function faultOf({ read, total, moved }: Walk): string | undefined {
  if (total !== undefined && read < total) return `the list ends after ${read} of ${total} items`
  return moved ? 'the list changed while it was read' : undefined
}

function unfinished(action: string, message: string, requestId: string | undefined): DataWorksError {
  return new DataWorksError({
    action,
    kind: 'unreadable-answer',
    code: 'ShortList',
    message,
    requestId,
    retryable: true,
    hint: 'What is missing from the list may exist all the same: read it again before deciding from it.',
  })
}

/** Reads the pages of a list once, and gives what was not seen before. */
async function* walkOnce<Item>(
  fetchPage: (page: PageNumbers) => Promise<Page<Item>>,
  idOf: (item: Item) => string,
  seen: Set<string>,
): AsyncGenerator<Item, Walk, undefined> {
  const onThisWalk = new Set<string>()
  let [read, moved] = [0, false]
  let first: number | undefined
  for (let pageNumber = 1; ; pageNumber++) {
    const { items, totalCount: total, requestId } = await fetchPage({ pageNumber, pageSize: largestPage })
    const brought = onThisWalk.size
    for (const item of items) {
      const id = idOf(item)
      onThisWalk.add(id)
      if (seen.has(id)) continue
      seen.add(id)
      yield item
    }
    first ??= total
    moved ||= total !== first
    const isNew = onThisWalk.size > brought
    if (isNew) read += items.length
    if (!isNew || read >= (total ?? Number.POSITIVE_INFINITY)) return { read, total, moved, requestId }
  }
}

/**
 * Walks all pages of a list. Each item is given once, whichever pages it comes on. A list that ends before the number of
 * items it says it has, or changes while it is read, is read again from its beginning, as often as calls are repeated.
 *
 * @throws DataWorksError of kind `unreadable-answer` when it still is not whole
 */
export async function* eachItem<Params extends object, Item>(
  connection: Connection,
  { operation, paramsOf, idOf }: PagedList<Params, Item>,
  signal?: AbortSignal,
): AsyncGenerator<Item, void, undefined> {
  const { action } = operation
  const seen = new Set<string>()
  const fetchPage = (page: PageNumbers) => runOperation(connection, operation, paramsOf(page), signal)
  for (let count = 1; ; count++) {
    const walk = yield* walkOnce(fetchPage, idOf, seen)
    const fault = faultOf(walk)
    if (fault === undefined) return
    const error = unfinished(action, fault, walk.requestId)
    const failure = { error, count, failed: count, mayHaveHappened: false }
    await waitToRepeat(connection, { action, effect: 'read' }, failure, startLimit(undefined, signal))
  }
}
