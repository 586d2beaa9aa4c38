import { type AnyNode, combined, doWhile, forEach, odpsSql, paiFlow, subProcess, virtual, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

const orders = workflow('orders').cron('00 02 00 * * ?')
const load = odpsSql('load').code('select 1')
const checked = (node: AnyNode): readonly string[] =>
  orders
    .nodeList([node])
    .check()
    .filter(({ rule }) => rule === 'control/empty-body')
    .map(({ within, subject }) =>
      [...(within ?? []), ...(subject ? [subject] : [])].map(({ name }) => name).join(' › '),
    )

/** The official schema wants one node at least in a body. */
describe('a node that has nothing to run is told of:', () => {
  test.each<[string, AnyNode, string]>([
    ['combined', combined('c'), 'orders › c'],
    ['paiFlow', paiFlow('c'), 'orders › c'],
    ['forEach', forEach('c').over('a,b'), 'orders › c'],
    ['doWhile', doWhile('c').while('print(True)', { language: 'python2' }), 'orders › c'],
    ['subProcess', subProcess('c'), 'orders › c'],
    ['a combined node in a combined node', combined('out').nodes(combined('c')), 'orders › out › c'],
    ['a combined node in a loop', forEach('out').over('a').nodes(combined('c')), 'orders › out › c'],
    ['a combined node that waits and has outputs', combined('c').output('retail.c'), 'orders › c'],
    ['a combined node with an empty list of nodes', combined('c').extra({ combined: { nodes: [] } }), 'orders › c'],
  ])('%s', (_, node, place) => {
    expect(checked(node)).toEqual([place])
  })

  test.each<[string, AnyNode]>([
    ['combined', combined('c').nodes(load)],
    ['paiFlow', paiFlow('c').nodes(load)],
    ['forEach', forEach('c').over('a,b').nodes(load)],
    ['subProcess', subProcess('c').runs('another')],
    ['a combined node of one virtual node', combined('c').nodes(virtual('v'))],
  ])('and not one that has: %s', (_, node) => {
    expect(checked(node)).toEqual([])
  })
})
