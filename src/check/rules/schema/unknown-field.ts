import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { joinPointer } from '../../../diagnostics/json-pointer.ts'
import { entityTable } from '../../../language/generated/entity-table.ts'
import type { Rule } from '../../engine/rule.ts'
import { describeEntity, shapeRule } from '../../engine/shape-rule.ts'

/** Where to write what other languages, or older documents, have in fields of these names. */
const waysOut: ReadonlyMap<string, string> = new Map([
  ['dependencies', 'Dependencies stand beside the nodes, in those of the workflow or of spec.'],
  ['flow', 'Dependencies stand in dependencies; only the body of a document, and that of a loop, say flow.'],
  ['schedule', 'When something runs stands in trigger.'],
  ['type', 'The type of a node stands in script.runtime.command.'],
])

/** A field the language does not have: a warning when it looks like a misspelling, else a note. */
export const schemaUnknownField: Rule = shapeRule(
  {
    name: 'schema/unknown-field',
    severity: 'info',
    summary: 'A field is not part of the language; a warning when a known field has nearly that name.',
    evidence: 'The reference parser ignores unknown fields, so a misspelt one is lost without a word.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      // The service would leave the misspelt field out without a word.
      export const wrong = orders.nodes(ods.extra({ onwer: '1107550004253538' }))

      export const right = orders.nodes(ods.extra({ owner: '1107550004253538' }))
    `,
  },
  ['additionalProperties'],
  ({ entity, error }) => {
    const field = String(error.params['additionalProperty'])
    const near = didYouMean(field, entityTable[entity.name].fields)
    const message = `"${field}" is not a field of ${describeEntity(entity)} that this library knows.`
    const below = joinPointer('', field).slice(1)
    if (near !== undefined) return { message, below, severity: 'warning', hint: `Did you mean "${near}"?` }
    const hint = waysOut.get(field)
    return hint === undefined ? { message, below } : { message, below, hint }
  },
)
