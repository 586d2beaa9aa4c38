import type { Entity } from '../../document/index/entity.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'

/** A node or workflow with a name. */
export interface Named {
  readonly entity: Entity
  readonly name: string
  readonly what: 'node' | 'workflow'
}

/** Every node and workflow that has a name; both are named by the same rules. */
export function* eachNamed(index: SpecIndex): Generator<Named> {
  for (const { entity, name } of index.nodes) if (name !== undefined) yield { entity, name, what: 'node' }
  for (const entity of index.eachEntity('Workflow')) {
    const name = readText(entity.value, 'name')
    if (name !== undefined) yield { entity, name, what: 'workflow' }
  }
}
