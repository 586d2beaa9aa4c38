import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import type { Rule } from '../rule.ts'
import { shapeRule } from '../shape-rule.ts'
import { showValue } from '../show-value.ts'

/** A field holds one of a fixed list of words; this one is not in the list. */
export const schemaEnum: Rule = shapeRule(
  {
    name: 'schema/enum',
    severity: 'error',
    summary: 'A value is not one of the words its field takes.',
    evidence: 'Enumerations of the reference implementation 2.0.0; unknown words are refused by its parser.',
  },
  ['enum'],
  ({ field, value, error }) => {
    const allowed = Array.isArray(error.params['allowedValues']) ? error.params['allowedValues'].map(String) : []
    const near = typeof value === 'string' ? didYouMean(value, allowed) : undefined
    const list = `It takes ${allowed.join(', ')}.`
    return {
      message: `${field} is ${showValue(value)}, which is none of its words.`,
      hint: near === undefined ? list : `Did you mean "${near}"? ${list}`,
    }
  },
)
