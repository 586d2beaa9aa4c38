import { type Entity, pointerOf } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

const ofNodes = 'Output strings are unique in the whole workspace: give one of the nodes another, .output(…).'
const ofWorkflow =
  'Output strings are unique in the whole workspace, and are made from names: give the node or the workflow another name, or the node an output of its own: .output(…). The service gives a workflow the output of its name beside all others.'

/** What a thing is, before its name. */
function wordOf({ name }: Entity): string {
  return name === 'Workflow' ? 'Workflow ' : 'Node '
}

/** Two nodes, or a node and its workflow, offer one output string. */
export const nameDuplicateOutput: Rule = {
  name: 'name/duplicate-output',
  severity: 'error',
  summary: 'Two nodes or workflows offer the same output string.',
  evidence:
    'Output strings are unique in a workspace; deployment fails with "can not exported multiple nodes into the same output".',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').output('retail.orders').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    export const wrong = orders.nodes(ods, odpsSql('dwd').output('retail.orders').code('select 2'))

    export const right = orders.nodes(ods, odpsSql('dwd').output('retail.orders_clean').code('select 2'))
  `,
  run(index, report) {
    for (const { key, first, other } of index.outputs.repeated) {
      const firstName = readText(first.owner.value, 'name') ?? pointerOf(first.owner)
      const otherName = readText(other.owner.value, 'name') ?? pointerOf(other.owner)
      const sameName = other.node !== undefined && first.node !== undefined && otherName === firstName
      // Two nodes of one name are one fault, which another rule reports.
      if (sameName && other.owner.value !== first.owner.value) continue
      const [one, two] = otherName === firstName ? [wordOf(other.owner), wordOf(first.owner)] : ['', '']
      const message = `${one}'${otherName}' offers the output "${key}", which ${two.toLowerCase()}'${firstName}' offers already.`
      const hint = other.node === undefined || first.node === undefined ? ofWorkflow : ofNodes
      report(findingAt(other.entity, 'data', { message, hint }))
    }
  },
}
