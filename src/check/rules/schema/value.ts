import { showValue } from '../../../diagnostics/show-value.ts'
import type { Rule } from '../../engine/rule.ts'
import { shapeRule } from '../../engine/shape-rule.ts'

/** A text does not have the form its field takes. */
export const schemaValue: Rule = shapeRule(
  {
    name: 'schema/value',
    severity: 'error',
    summary: 'A text does not have the form its field takes.',
    evidence: 'The official schema: a version is three numbers.',
    example: `
      const orders = { kind: 'ManualWorkflow', spec: { workflows: [] } }

      export const wrong = { ...orders, version: '1.1' }

      export const right = { ...orders, version: '1.1.0' }
    `,
  },
  ['pattern'],
  ({ field, value }) => ({
    message: `${field} is ${showValue(value)}, which does not have its form.`,
    hint: 'A version is three numbers with dots between them, such as 1.1.0.',
  }),
)
