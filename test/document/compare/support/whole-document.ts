import type { EntityName } from '../../../../src/language/generated/entity-name.ts'
import { entityTable } from '../../../../src/language/generated/entity-table.ts'

/** A document, and which fields of which entities it has. */
export interface WholeDocument {
  readonly document: object
  readonly fields: ReadonlySet<string>
}

/** Texts and numbers of which no two are equal. */
class Values {
  #count = 0

  text(): string {
    this.#count++
    return `t${this.#count}`
  }

  /** A value for a field that holds no entity. */
  of(entity: EntityName, field: string): unknown {
    const shape = entityTable[entity].values.get(field)
    if (shape?.many === true || shape?.type === 'array') return [this.text(), this.text()]
    if (shape?.type === 'boolean') return true
    const text = this.text()
    if (shape?.type === 'integer') return this.#count
    return shape?.type === 'object' ? { [text]: this.text(), list: [this.text()] } : text
  }
}

/** How many entities stand in a list: two of those whose order is told. */
function lengthOf(entity: EntityName): number {
  return entity === 'Node' || entity === 'Variable' ? 2 : 1
}

/** The fields that each entity has, wherever it stands; it has the others in one place. */
const identifying: ReadonlySet<string> = new Set([
  'name',
  'data',
  'nodeId',
  'path',
  'guid',
  'cron',
  'command',
  'resourceGroup',
])

/**
 * A document in which each entity that the language knows stands in each field that may hold it, and has each of its fields
 * somewhere. No two of its texts are equal, so that nothing in it refers to anything else.
 */
export function wholeDocument(): WholeDocument {
  const fields = new Set<string>()
  const values = new Values()
  const document: Record<string, unknown> = {}
  const queue: { readonly entity: EntityName; readonly filled: Record<string, unknown> }[] = [
    { entity: 'Document', filled: document },
  ]
  const fill = (entity: EntityName, field: string): unknown => {
    const child = entityTable[entity].children[field]
    if (child === undefined) return values.of(entity, field)
    const inner = Array.from({ length: lengthOf(child.entity) }, (): Record<string, unknown> => ({}))
    const held = child.many ? inner : inner.slice(0, 1)
    queue.push(...held.map((filled) => ({ entity: child.entity, filled })))
    return child.many ? held : held[0]
  }
  for (const { entity, filled } of queue) {
    for (const field of entityTable[entity].fields) {
      const isFilled = fields.has(`${entity}.${field}`)
      // Nodes hold nodes: the first that has a field fills it. Dependencies without anything in them say nothing.
      if (!isFilled || entity === 'Dependency' || identifying.has(field)) filled[field] = fill(entity, field)
      fields.add(`${entity}.${field}`)
    }
  }
  return { document, fields }
}
