/** A list that grows at its end without being copied: each link knows the one before it. Never changed once made. */
export interface Chain<Item> {
  readonly before: Chain<Item> | undefined
  readonly item: Item
}

/** A chain with more items at its end; the chain it was made from stays as it was. */
export function extendChain<Item>(before: Chain<Item> | undefined, items: Iterable<Item>): Chain<Item> | undefined {
  let chain = before
  for (const item of items) chain = { before: chain, item }
  return chain
}

/** All items of a chain, first to last. */
export function chainItems<Item>(chain: Chain<Item> | undefined): Item[] {
  const items: Item[] = []
  for (let link = chain; link !== undefined; link = link.before) items.push(link.item)
  return items.reverse()
}

/** The last item of each key, in the place of the first: a later call for a name replaces the earlier. */
export function lastOfEach<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly Item[] {
  return items.length < 2 ? items : [...new Map(items.map((item) => [keyOf(item), item])).values()]
}
