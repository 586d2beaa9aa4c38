import type { PageData, PageItem } from '../../src/preview/page-data.ts'

/** What a page knows, read as its script reads it. */
export function dataOf(html: string): PageData {
  const [, text = '{}'] = /<script type="application\/json" id="data">([^<]*)<\/script>/.exec(html) ?? []
  return JSON.parse(text)
}

/** An item of a page by its name. */
export function itemOf({ items }: PageData, name: string): PageItem {
  const found = items.find((item) => item.name === name)
  if (found === undefined) throw new Error(`The page has no ${name}.`)
  return found
}
