import type { Page, PageParams } from '../operations/result.ts'

/** Pages as large as the service makes them. */
const largestPage = 100

/**
 * Walks all pages of a list. An item that moves to a later page while the list is read is given once, and the walk ends
 * when a page brings nothing new.
 */
export async function* eachItem<Item extends { readonly id: string }>(
  fetchPage: (page: Required<PageParams>) => Promise<Page<Item>>,
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set<string>()
  let read = 0
  for (let pageNumber = 1; ; pageNumber++) {
    const page = await fetchPage({ pageNumber, pageSize: largestPage })
    const fresh = page.items.filter((item) => !seen.has(item.id))
    for (const item of fresh) seen.add(item.id)
    yield* fresh
    read += page.items.length
    if (fresh.length === 0 || read >= (page.totalCount ?? Number.POSITIVE_INFINITY)) return
  }
}
