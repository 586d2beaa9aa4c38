import type { Entity } from '../index/entity.ts'
import { addToGroup } from '../index/first-by-key.ts'

/** A node or a workflow of a document. */
export interface Part {
  readonly entity: Entity
  readonly name: string
  /** What tells it from the others: where it stands. */
  readonly key: string
  /** What it stands in, by name. */
  readonly container: readonly string[]
}

/** The parts of two documents: those that both have, and those that one has alone. */
export interface PartPairs {
  readonly both: readonly (readonly [expected: Part, actual: Part])[]
  readonly missing: readonly Part[]
  readonly extra: readonly Part[]
}

/** Pairs parts that stand in the same place, and then those that only have the same name, in their order. */
export function pairParts(expected: readonly Part[], actual: readonly Part[]): PartPairs {
  const others = new Map(actual.map((part) => [part.key, part]))
  const found = new Map<Part, Part>()
  for (const part of expected) {
    const other = others.get(part.key)
    if (other === undefined) continue
    found.set(part, other)
    others.delete(part.key)
  }
  const byName = new Map<string, Part[]>()
  for (const part of others.values()) addToGroup(byName, part.name, part)
  for (const group of byName.values()) group.reverse()
  for (const part of expected) {
    const other = found.has(part) ? undefined : byName.get(part.name)?.pop()
    if (other !== undefined) found.set(part, other)
  }
  const taken = new Set(found.values())
  return {
    both: expected.flatMap((part) => {
      const other = found.get(part)
      return other === undefined ? [] : [[part, other] as const]
    }),
    missing: expected.filter((part) => !found.has(part)),
    extra: actual.filter((part) => !taken.has(part)),
  }
}
