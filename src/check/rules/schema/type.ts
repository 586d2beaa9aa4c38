import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { moreItems } from '../../../language/validate.ts'
import type { Rule } from '../../engine/rule.ts'
import { shapeRule } from '../../engine/shape-rule.ts'

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
}

/** How to write a number as text, if it is still the number that was written. */
function asText(value: unknown): string {
  const isExact = typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)
  return isExact
    ? `Write it as text: "${showValue(value)}".`
    : 'Digits are lost: read the document with readSpec, or write text.'
}

/** A field holds a value of another type than it takes. */
export const schemaType: Rule = shapeRule(
  {
    name: 'schema/type',
    severity: 'error',
    summary: 'A value has another type than its field takes.',
    evidence: 'Field types of the reference implementation 2.0.0 and of the official schema.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.extra({ priority: '3' }))

      export const right = orders.nodes(ods.extra({ priority: 3 }))
    `,
  },
  ['type', moreItems],
  ({ field, value, error }) => {
    if (error.keyword === moreItems) {
      const message = `${String(error.params['count'])} more items of ${field} are not what it takes.`
      return { message, hint: 'Mend those that are told, and check again.' }
    }
    const wanted = words[String(error.params['type'])] ?? String(error.params['type'])
    const isNumber = asNumber(value) !== undefined
    return {
      message: `${field === '' ? 'This value' : field} is ${showValue(value)}, but it takes ${wanted}.`,
      ...(wanted === 'text' && isNumber ? { hint: asText(value) } : {}),
    }
  },
)
