import { showValue } from '../../../diagnostics/show-value.ts'
import type { SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { parseReference } from '../../../document/references.ts'
import type { EntityName } from '../../../language/generated/entity-name.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'

/** The ids of the entities of a kind, and again in a list, which is made once for all that are asked about. */
interface KnownIds {
  readonly ids: ReadonlySet<string>
  readonly list: readonly string[]
}

function idsOf(index: SpecIndex, entity: EntityName): KnownIds {
  const ids = new Set<string>()
  for (const { value } of index.eachEntity(entity)) {
    const id = readText(value, 'id')
    if (id !== undefined) ids.add(id)
  }
  return { ids, list: [...ids] }
}

/** A text in the place of an entity refers to none. */
export const referenceUnknownEntity: Rule = {
  name: 'reference/unknown-entity',
  severity: 'error',
  summary: 'A reference such as {{id}} names an entity that is not in the document.',
  evidence: 'The reference parser takes a text in the place of an entity for its id, and fails when there is none.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    // No script of the document has this id.
    export const wrong = orders.nodes(odpsSql('ods').extra({ script: '{{ods_script}}' }))

    // A script that is used once stands in its node.
    export const right = orders.nodes(odpsSql('ods').code('select 1'))
  `,
  run(index, report) {
    const known = new Map<EntityName, KnownIds>()
    const suggester = new Suggester()
    for (const { holder, field, text, entity } of index.references) {
      const { ids, list } = known.get(entity) ?? idsOf(index, entity)
      known.set(entity, { ids, list })
      const id = parseReference(text)
      // An output that nobody has the id of is the output string itself.
      const isLiteral = entity === 'NodeOutput' && id === text
      if (isLiteral || (id !== undefined && ids.has(id))) continue
      const what = `${field} is the text ${showValue(text)}`
      if (id === undefined) {
        const hint = 'Write {{id}} or {{group.id}}, without further dots.'
        report(findingAt(holder, field, { message: `${what}, which is no reference.`, hint }))
        continue
      }
      const near = suggester.nearest(id, list)
      const hint = near === undefined ? 'Write the entity itself, or the id of one.' : `Did you mean "${near}"?`
      report(findingAt(holder, field, { message: `${what}, which refers to nothing in the document.`, hint }))
    }
  },
}
