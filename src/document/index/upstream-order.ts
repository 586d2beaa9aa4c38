/**
 * Items in an order in which each stands after those it refers to, as far as there is one: those of a circle stand as they
 * were.
 *
 * @param upstreamsOf - what an item refers to, all of it among the items
 */
export function upstreamOrder<Item>(
  items: Iterable<Item>,
  upstreamsOf: (item: Item) => Iterable<Item>,
): readonly Item[] {
  const order = new Set<Item>()
  const entered = new Set<Item>()
  for (const first of items) {
    const way: Item[] = [first]
    for (let item = way.at(-1); item !== undefined; item = way.at(-1)) {
      const isNew = !entered.has(item)
      entered.add(item)
      const waiting = isNew ? [...upstreamsOf(item)].filter((one) => !entered.has(one)) : []
      if (waiting.length > 0) way.push(...waiting.reverse())
      else {
        order.add(item)
        way.pop()
      }
    }
  }
  return [...order]
}
