import { parameterRule } from '../../engine/parameter-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The value of a scheduling parameter cannot be read. */
export const parameterSyntax: Rule = parameterRule({
  name: 'parameter/syntax',
  severity: 'error',
  summary: 'A scheduling parameter cannot be read.',
  evidence:
    '"Supported formats of scheduling parameters" lists the formats and offsets there are. Documents of the reference implementation have others, such as ${yyyyMMdd}, in parameter nodes: a warning there. In parameters of scripts there is none, and its converters from other schedulers write such formats in small letters.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code("select '\${day}'")
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(ods.param('day', '$[yyyy/mm/dd]'))

    export const right = orders.nodes(ods.param('day', '$[yyyy-mm-dd]'))
  `,
})
