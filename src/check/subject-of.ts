import type { Subject } from '../diagnostics/diagnostic.ts'
import type { Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'

const kinds: Readonly<Partial<Record<Entity['name'], string>>> = { Node: 'node', Workflow: 'workflow' }

/** The node or workflow an entity belongs to, or is; undefined outside of both. */
export function subjectOf(entity: Entity): Subject | undefined {
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) {
    const kind = kinds[at.name]
    if (kind === undefined) continue
    const name = readText(at.value, 'name')
    const id = readText(at.value, 'id')
    return { kind, ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) }
  }
  return undefined
}
