import { showValue } from '../../../diagnostics/show-value.ts'
import { findingAt } from '../../engine/finding.ts'
import { eachNamed } from '../../engine/named.ts'
import type { Rule } from '../../engine/rule.ts'

const longest = 128

/** The name of a node or workflow is too long. */
export const nameLength: Rule = {
  name: 'name/length',
  severity: 'error',
  summary: 'The name of a node or workflow is longer than 128 characters.',
  evidence: 'Node pages: a name has at most 128 characters; no page says else of workflows.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(odpsSql('n'.repeat(129)).code('select 1'))

    export const right = orders.nodes(odpsSql('n'.repeat(128)).code('select 1'))
  `,
  run(index, report) {
    for (const { entity, name, what } of eachNamed(index)) {
      if (name.length <= longest) continue
      const message = `The ${what} name ${showValue(name)} has ${name.length} characters; at most ${longest} are allowed.`
      report(findingAt(entity, 'name', { message }))
    }
  },
}
