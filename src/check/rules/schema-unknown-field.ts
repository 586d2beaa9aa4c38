import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { entityTable } from '../../model/generated/entity-table.ts'
import { describeEntity } from '../describe-entity.ts'
import type { Rule } from '../rule.ts'
import { shapeRule } from '../shape-rule.ts'

/** A field the language does not have: a warning when it looks like a misspelling, else a note. */
export const schemaUnknownField: Rule = shapeRule(
  {
    name: 'schema/unknown-field',
    severity: 'info',
    summary: 'A field is not part of the language; a warning when a known field has nearly that name.',
    evidence: 'The reference parser ignores unknown fields, so a misspelt one is lost without a word.',
  },
  ['additionalProperties'],
  ({ entity, error }) => {
    const field = String(error.params['additionalProperty'])
    const near = didYouMean(field, entityTable[entity.name].fields)
    const message = `"${field}" is not a field of ${describeEntity(entity)} that this library knows.`
    const below = joinPointer('', field).slice(1)
    return near === undefined
      ? { message, below }
      : { message, below, severity: 'warning', hint: `Did you mean "${near}"?` }
  },
)
