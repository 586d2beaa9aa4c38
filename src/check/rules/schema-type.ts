import type { Rule } from '../rule.ts'
import { shapeRule } from '../shape-rule.ts'
import { showValue } from '../show-value.ts'

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

/** A field holds a value of another type than it takes. */
export const schemaType: Rule = shapeRule(
  {
    name: 'schema/type',
    severity: 'error',
    summary: 'A value has another type than its field takes.',
    evidence: 'Field types of the reference implementation 2.0.0 and of the official schema.',
  },
  ['type'],
  ({ field, value, error }) => {
    const wanted = words[String(error.params['type'])] ?? String(error.params['type'])
    const isNumber = typeof value === 'number' || typeof value === 'bigint'
    return {
      message: `${field === '' ? 'This value' : field} is ${showValue(value)}, but it takes ${wanted}.`,
      ...(wanted === 'text' && isNumber ? { hint: `Write it as text: "${value}".` } : {}),
    }
  },
)
