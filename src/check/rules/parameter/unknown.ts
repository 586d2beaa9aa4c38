import { parameterRule } from '../../engine/parameter-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A scheduling parameter is one that DataWorks does not have. */
export const parameterUnknown: Rule = parameterRule(
  {
    name: 'parameter/unknown',
    severity: 'error',
    summary:
      'A scheduling parameter names something DataWorks does not document; a warning where it may be meant for the code.',
    evidence: 'Other schedulers have similar parameters; what the service makes of them is not documented.',
    example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code("select '\${day}'")
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // The code would get the text "$bizdatee".
    export const wrong = orders.nodes(ods.param('day', '$bizdatee'))

    export const right = orders.nodes(ods.param('day', '$bizdate'))
  `,
  },
  'warning',
)
