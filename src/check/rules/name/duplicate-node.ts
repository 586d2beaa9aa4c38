import { type Entity, pointerOf } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Rule } from '../../engine/rule.ts'

/** All that a node says; numbers of documents that were read may be exact ones. */
const textOf = (node: object): string =>
  JSON.stringify(node, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))

/** Where a node stands: the names around it, `orders › each › ods`, and its number among the nodes beside it. */
function placeOf(node: Entity): string {
  const names: string[] = []
  for (let at: Entity | undefined = node; at !== undefined; at = at.parent) {
    const name = at.name === 'Node' || at.name === 'Workflow' ? readText(at.value, 'name') : undefined
    if (name !== undefined) names.push(name)
  }
  const number = /\/nodes\/(\d+)$/.exec(pointerOf(node))?.[1]
  return `${names.reverse().join(' › ')}${number === undefined ? '' : `, as node ${Number(number) + 1}`}`
}

/** Two nodes have one name. */
export const nameDuplicateNode: Rule = {
  name: 'name/duplicate-node',
  severity: 'error',
  summary: 'Two nodes have the same name.',
  evidence: 'Node names are unique in a workspace; the service answers "Node with the same name already exists".',
  example: `
    import { odpsSql, workflow } from 'flowspec'

    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))

    // An id of its own does not help: the service knows nodes by name.
    export const wrong = orders.nodes(odpsSql('ods').id('ods_2').code('select 2'))

    export const right = orders.nodes(odpsSql('ods_2').code('select 2'))
  `,
  run(index, report) {
    for (const { key, first, other } of index.nodesByName.repeated) {
      const message = `A second node is called '${key}'; the first stands at ${placeOf(first.entity)}.`
      const isSame = textOf(first.entity.value) === textOf(other.entity.value)
      const hint = isSame
        ? 'Both say the same: where it is one node, give it once; where they are two, call one otherwise.'
        : 'Node names are unique in the whole workspace: call one otherwise.'
      report(findingAt(other.entity, 'name', { message, hint }))
    }
  },
}
