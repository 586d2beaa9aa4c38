import type { Subject } from '../diagnostics/diagnostic.ts'
import type { Entity } from '../document/entity.ts'
import { readText } from '../document/read-text.ts'

type Kinds = Readonly<Partial<Record<Entity['name'], string>>>

const kinds: Kinds = { Node: 'node', Workflow: 'workflow' }

/** What is a thing of its own in the body of a document, and a mere part of one elsewhere. */
const bodyKinds: Kinds = {
  FileResource: 'resource',
  Function: 'function',
  Component: 'component',
  Datasource: 'datasource',
  Table: 'table',
  DqcRule: 'quality rule',
  DataIntegrationJob: 'job',
}

/** The node, workflow, or other thing of its own that an entity belongs to, or is; undefined outside of them. */
export function subjectOf(entity: Entity): Subject | undefined {
  for (let at: Entity | undefined = entity; at !== undefined; at = at.parent) {
    const kind = kinds[at.name] ?? (at.parent?.name === 'Spec' ? bodyKinds[at.name] : undefined)
    if (kind === undefined) continue
    const name = readText(at.value, 'name')
    const id = readText(at.value, 'id')
    return { kind, ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) }
  }
  return undefined
}
