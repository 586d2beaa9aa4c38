import { readText } from '../../document/json/records.ts'
import { writeJson } from '../../document/write-json.ts'
import { DocumentBuilder } from '../buildable.ts'
import { chainItems } from '../chain.ts'
import { sourceOf } from '../made-of.ts'
import { ProjectImpl } from './project.ts'

/** The parts of projects, and what these and other builders were derived from: all that they stand for. */
function stoodFor(builders: readonly unknown[], parts: readonly unknown[]): ReadonlySet<unknown> {
  const found = new Set<unknown>(parts)
  for (const builder of [...builders, ...parts]) {
    for (let at = sourceOf(builder); at !== undefined && !found.has(at); at = sourceOf(at)) found.add(at)
  }
  return found
}

/** What tells apart what is said by builders of one name, of which most lists have one. */
class Contents {
  readonly #counts = new Map<string, number>()

  constructor(builders: Iterable<unknown>) {
    for (const builder of builders) {
      const name = readText(builder, 'name') ?? ''
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1)
    }
  }

  /** What a builder says; undefined where no other can say the same, and for what is no builder of a document. */
  textOf(builder: unknown): string | undefined {
    if ((this.#counts.get(readText(builder, 'name') ?? '') ?? 0) < 2) return undefined
    const built = DocumentBuilder.partOf(builder, {}, {})
    return built === undefined ? undefined : writeJson(built.value)
  }
}

/**
 * What is given each once: a folder of modules has its builders in the module that makes them and in the one that gathers
 * them. A project stands for the parts that it was given, a derived builder for the one that it was derived from, and a
 * builder for every other that says the same.
 *
 * @param builderOf - the builder of an item; of what is none, anything else
 */
export function eachBuilderOnce<Item>(items: readonly Item[], builderOf: (item: Item) => unknown): readonly Item[] {
  const builders = items.map(builderOf)
  const parts = builders.flatMap((builder) => chainItems(ProjectImpl.stateOf(builder)?.parts))
  const stood = stoodFor(builders, parts)
  const contents = new Contents(new Set([...builders, ...stood]))
  const seen = new Set<unknown>()
  for (const part of parts) {
    const text = contents.textOf(part)
    if (text !== undefined) seen.add(text)
  }
  return items.filter((_, at) => {
    const builder = builders[at]
    if (typeof builder !== 'object' || builder === null) return true
    const text = stood.has(builder) ? undefined : contents.textOf(builder)
    const isNew = !stood.has(builder) && !seen.has(builder) && (text === undefined || !seen.has(text))
    seen.add(builder)
    if (text !== undefined) seen.add(text)
    return isNew
  })
}
