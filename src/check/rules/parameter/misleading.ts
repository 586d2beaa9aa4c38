import { parameterRule } from '../../engine/parameter-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The value of a scheduling parameter means something else than it looks. */
export const parameterMisleading: Rule = parameterRule({
  name: 'parameter/misleading',
  severity: 'warning',
  summary: 'A scheduling parameter means something else than it looks.',
  evidence: 'Offsets in $[…] count days, whatever the format shows; hh is the 12-hour clock; mm is the month.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code("select '\${month}'")
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // This is the month of the day before, and not the month before.
    export const wrong = orders.nodes(ods.param('month', '$[yyyymm-1]'))

    export const right = orders.nodes(ods.param('month', '$[add_months(yyyymm,-1)]'))
  `,
})
