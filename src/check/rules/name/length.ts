import { showValue } from '../../../diagnostics/show-value.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

const longest = 128

/** A node's name is too long. */
export const nameLength: Rule = {
  name: 'name/length',
  severity: 'error',
  summary: 'A node name is longer than 128 characters.',
  evidence: 'Node pages: a name has at most 128 characters.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(odpsSql('n'.repeat(129)).code('select 1'))

    export const right = orders.nodes(odpsSql('n'.repeat(128)).code('select 1'))
  `,
  run(index, report) {
    for (const { entity, name } of index.nodes) {
      if (name === undefined || name.length <= longest) continue
      const message = `The node name ${showValue(name)} has ${name.length} characters; at most ${longest} are allowed.`
      report(findingAt(entity, 'name', { message }))
    }
  },
}
