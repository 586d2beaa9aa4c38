/** A list that grows without being copied: each piece knows the piece before it. Never changed once made. */
export interface Chain<Item> {
  readonly before: Chain<Item> | undefined
  readonly items: readonly Item[]
}

/** A chain with more items at its end; the chain it was made from stays as it was. */
export function extendChain<Item>(before: Chain<Item> | undefined, items: readonly Item[]): Chain<Item> {
  return Object.freeze({ before, items: Object.freeze(items.slice()) })
}

/** All items of a chain, first to last. */
export function chainItems<Item>(chain: Chain<Item> | undefined): readonly Item[] {
  if (chain === undefined) return []
  if (chain.before === undefined) return chain.items
  const pieces: (readonly Item[])[] = []
  for (let at: Chain<Item> | undefined = chain; at !== undefined; at = at.before) pieces.push(at.items)
  const items: Item[] = []
  for (const piece of pieces.reverse()) for (const item of piece) items.push(item)
  return items
}
