import { createHash } from 'node:crypto'
import { isOfService } from '../../document/compare/service-fields.ts'
import type { Entity } from '../../document/index/entity.ts'
import { entityRewriter } from '../../document/rewrite-entities.ts'
import { writeJson } from '../../document/write-json.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { bodyEntities } from '../../language/structures.ts'

type Fields = Readonly<Record<string, unknown>>

function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entityTable, name)
}

const everyEntity: ReadonlySet<EntityName> = /* @__PURE__ */ new Set(Object.keys(entityTable).filter(isEntityName))

/** What stands in a workflow or in the body of a node is told apart on its own. */
const ownParts: readonly string[] = ['nodes', 'while', 'dependencies', 'flow']

function withoutServiceFields(entity: EntityName, value: Fields): Fields | undefined {
  const holdsParts = entity === 'Workflow' || bodyEntities.includes(entity)
  const left = Object.keys(value).filter(
    (field) => isOfService(entity, field, undefined) || (holdsParts && ownParts.includes(field)),
  )
  return left.length === 0 ? undefined : Object.fromEntries(left.map((field) => [field, undefined]))
}

const rewrite = /* @__PURE__ */ entityRewriter({ names: everyEntity, change: withoutServiceFields })

/**
 * A hash of what somebody can say of a node, workflow, resource or function: equal for the same content in another
 * order, with other ids and other metadata.
 *
 * @param others - what belongs to it and stands elsewhere, such as its edges
 */
export function fingerprint({ name, value }: Pick<Entity, 'name' | 'value'>, others: readonly string[] = []): string {
  const text = writeJson({ content: rewrite(name, value), others: others.toSorted() }, { indent: 0 })
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 32)
}
