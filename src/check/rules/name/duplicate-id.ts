import { pointerOf } from '../../../document/index/entity.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** Two nodes of different names have one id. */
export const nameDuplicateId: Rule = {
  name: 'name/duplicate-id',
  severity: 'error',
  summary: 'Two nodes with different names have the same id.',
  evidence: 'Dependencies name nodes by id; the reference parser silently lets the later one win.',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').id('7635763838174670470').code('select 1')
    const dwd = odpsSql('dwd').code('select 2').after(ods)
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // As happens to a node that was copied together with its id.
    export const wrong = orders.nodes(ods, dwd, odpsSql('dim').id('7635763838174670470').output('dim').code('select 3'))

    export const right = orders.nodes(ods, dwd, odpsSql('dim').code('select 3').after(ods))
  `,
  run(index, report) {
    for (const { key, first, other } of index.nodesByKey.repeated) {
      // Of a node with neither an id nor a name, other rules tell.
      if (other.name === first.name || (other.id === undefined && key === '')) continue
      const owner = `of node '${first.name ?? key}' at ${pointerOf(first.entity)}`
      const called = `has no id, so dependencies call it '${key}', which is the id ${owner}`
      const message = `Node '${other.name ?? key}' ${other.id === undefined ? called : `has the id '${key}' ${owner}`}.`
      const field = other.id === undefined ? 'name' : 'id'
      report(findingAt(other.entity, field, { message, hint: 'Give every node an id of its own.' }))
    }
  },
}
