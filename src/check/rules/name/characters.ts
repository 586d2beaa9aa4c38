import { showValue } from '../../../diagnostics/show-value.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

const documented = /^[\p{L}\p{N}_.]+$/u
const impossible = /[/\\\p{Cc}]|^\s|\s$|^$/u

/** A node's name has characters that are not documented, or that break its path. */
export const nameCharacters: Rule = {
  name: 'name/characters',
  severity: 'warning',
  summary: 'A node name has other characters than letters, digits, "_" and "."; an error where they break the path.',
  evidence: 'Node pages list letters, digits, underscores and dots; the last segment of the path must be the name.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(odpsSql('ods-orders').code('select 1'))

    export const right = orders.nodes(odpsSql('ods_orders').code('select 1'))
  `,
  run(index, report) {
    for (const { entity, name } of index.nodes) {
      if (name === undefined || documented.test(name)) continue
      const message = `The node name ${showValue(name)} has characters that are not documented for names.`
      const hint = 'Use letters, digits, "_" and ".".'
      report(findingAt(entity, 'name', { message, hint, severity: impossible.test(name) ? 'error' : 'warning' }))
    }
  },
}
