import { addToGroup } from '../../document/index/first-by-key.ts'

/** Things in the order of what they come after. */
export interface OrderedSteps<Item> {
  /** All of a step can be done at once when the steps before it are. */
  readonly steps: readonly (readonly Item[])[]
  /** Those that wait for one another in a circle, and what comes after them. */
  readonly circle: readonly Item[]
}

/**
 * Orders things in steps.
 *
 * @param upstream - what each of them comes after; others than the items count for nothing
 */
export function orderedSteps<Item>(
  items: readonly Item[],
  upstream: (item: Item) => Iterable<Item>,
): OrderedSteps<Item> {
  const known = new Set(items)
  const followers = new Map<Item, Item[]>()
  const waiting = new Map<Item, number>()
  for (const item of known) {
    const before = new Set([...upstream(item)].filter((other) => other !== item && known.has(other)))
    waiting.set(item, before.size)
    for (const one of before) addToGroup(followers, one, item)
  }
  const isReleased = (item: Item): boolean => {
    const left = (waiting.get(item) ?? 0) - 1
    waiting.set(item, left)
    return left === 0
  }
  const steps: Item[][] = []
  let step = [...known].filter((item) => waiting.get(item) === 0)
  while (step.length > 0) {
    steps.push(step)
    for (const item of step) waiting.delete(item)
    step = step.flatMap((item) => followers.get(item) ?? []).filter(isReleased)
  }
  return { steps, circle: [...known].filter((item) => waiting.has(item)) }
}
