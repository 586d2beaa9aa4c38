import { showValue } from '../../../diagnostics/show-value.ts'
import type { Rule } from '../../engine/rule.ts'
import { shapeRule } from '../../engine/shape-rule.ts'

const comparisons: Readonly<Record<string, string>> = { maximum: 'at most', minimum: 'at least' }

/** A number is outside the range its field takes. */
export const schemaRange: Rule = shapeRule(
  {
    name: 'schema/range',
    severity: 'error',
    summary: 'A number is outside the range its field takes.',
    evidence:
      'CreateFile and UpdateTask: at most 10 automatic reruns, at most 1,800,000 ms between them; priorities are 1 to 8.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.strategy({ rerunMode: 'Allowed', rerunTimes: 30 }))

      export const right = orders.nodes(ods.strategy({ rerunMode: 'Allowed', rerunTimes: 10 }))
    `,
  },
  ['maximum', 'minimum'],
  ({ field, value, error }) => ({
    message: `${field} is ${showValue(value)}, but it takes ${comparisons[error.keyword]} ${String(error.params['limit'])}.`,
    ...(field === 'rerunInterval' ? { hint: 'rerunInterval is in milliseconds: three minutes are 180000.' } : {}),
  }),
)
