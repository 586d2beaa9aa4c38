import { type Entity, hasShape } from '../../document/index/entity.ts'
import type { Suggester } from './suggester.ts'

const lists: readonly string[] = ['parameters', 'variables']

/** The variables of a script, or of inputs or outputs; undefined where some are references or cannot be read. */
export function variablesIn(holder: Entity | undefined): readonly Entity[] | undefined {
  if (holder === undefined) return []
  if (!hasShape(holder)) return undefined
  const hasReferences = lists.some((field) => {
    const list = holder.value[field]
    return Array.isArray(list) && list.some((item) => typeof item === 'string')
  })
  if (hasReferences) return undefined
  const variables = holder.children.filter(({ name }) => name === 'Variable')
  return variables.every(hasShape) ? variables : undefined
}

/** Names, with those of everything around. */
class Names {
  readonly #own: ReadonlySet<unknown>
  readonly #outer: Names | undefined

  constructor(own: ReadonlySet<unknown>, outer: Names | undefined) {
    this.#own = own
    this.#outer = outer
  }

  has(name: unknown): boolean {
    for (let at: Names | undefined = this; at !== undefined; at = at.#outer) if (at.#own.has(name)) return true
    return false
  }

  /** All of them, those of what is nearest first. */
  all(): readonly string[] {
    const names: string[] = []
    for (let at: Names | undefined = this; at !== undefined; at = at.#outer) {
      for (const name of at.#own) if (typeof name === 'string') names.push(name)
    }
    return names
  }
}

/** The names that an entity itself declares; undefined where some are references or cannot be read. */
function ownNames(entity: Entity): ReadonlySet<unknown> | undefined {
  const declared = new Set<unknown>()
  for (const holder of [entity.child('script'), entity.child('inputs'), entity.name === 'Spec' ? entity : undefined]) {
    const variables = variablesIn(holder)
    if (variables === undefined) return undefined
    for (const { value } of variables) declared.add(value['name']).add(value['inputName'])
  }
  return declared
}

/** Names that can be used. */
export type KnownNames = Pick<Names, 'has' | 'all'>

/**
 * The names that the code or the conditions of nodes can use: those of their scripts and inputs, and of what they stand
 * in, which is read once for all nodes inside.
 */
export class DeclaredNames {
  readonly #around: Map<object, Names | undefined> = new Map()

  /** What a node can use; undefined where some are references or cannot be read. */
  of(node: Entity): KnownNames | undefined {
    const own = ownNames(node)
    const outer = own && this.#namesAround(node)
    return outer && new Names(own, outer)
  }

  #namesAround({ parent }: Entity): Names | undefined {
    const unread: Entity[] = []
    let at = parent
    for (; at !== undefined && !this.#around.has(at.value); at = at.parent) unread.push(at)
    let names = at === undefined ? new Names(new Set(), undefined) : this.#around.get(at.value)
    for (const entity of unread.reverse()) {
      const own = names && ownNames(entity)
      names = own && new Names(own, names)
      this.#around.set(entity.value, names)
    }
    return names
  }
}

/** The way out where code or a condition uses a name that is no parameter. */
export function missingParameter(name: string, known: KnownNames | undefined, suggester: Suggester): string {
  const near = suggester.nearest(name, known?.all() ?? [])
  const add = `add .param('${name}', …)`
  return near === undefined ? `A${add.slice(1)}.` : `Did you mean "${near}"? Otherwise ${add}.`
}
