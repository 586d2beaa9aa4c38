import {
  type BuiltProject,
  external,
  join,
  odpsSql,
  project,
  projectRoot,
  subProcess,
  virtual,
  workflow,
} from 'flowspec'
import { describe, expect, it } from 'vitest'

const cron = '00 02 00 * * ?'
const daily = (name: string) => workflow(name).cron(cron)
const orders = daily('orders').nodes(
  virtual('start').after(projectRoot()),
  odpsSql('ods_orders').code('select 1').after('start'),
)
const reports = daily('reports').nodes(odpsSql('report').code('select 2').after(orders.outputOf('ods_orders')))

const dependsOf = ({ documents }: BuiltProject, at: number) =>
  documents[at]?.spec.workflows?.[0]?.dependencies?.flatMap(({ depends }) => depends)

describe('an output of another workflow', () => {
  it('is the very output that workflow has', () => {
    const named = daily('named').nodes(
      odpsSql('a').code('x').output('custom_a').output('second'),
      odpsSql('b')
        .code('x')
        .extra({ outputs: { nodeOutputs: [{ data: 'extra_b', artifactType: 'NodeOutput' }] } }),
      odpsSql('c').codeFile('./nowhere.sql').id('7'),
    )
    const node = odpsSql('n')
      .code('x')
      .after(named.outputOf('a'), named.outputOf('b'), named.outputOf('c'), named.outputOf())
    const user = daily('user').nodes(node.afterPrevious(named.outputOf('a')))
    expect(user.toJSON()).toMatchObject({
      spec: {
        workflows: [
          {
            dependencies: [
              {
                depends: [
                  { type: 'Normal', output: 'custom_a', refTableName: 'a' },
                  { type: 'Normal', output: 'extra_b', refTableName: 'b' },
                  { type: 'Normal', output: '7', refTableName: 'c' },
                  { type: 'Normal', output: 'named', refTableName: 'named' },
                  { type: 'CrossCycleDependsOnOtherNode', output: 'custom_a', refTableName: 'a' },
                ],
              },
            ],
          },
        ],
      },
    })
  })

  it('follows the name of the project, and an output the workflow was given', () => {
    const retail = project('retail').add(orders, reports)
    expect(dependsOf(retail.build(), 1)).toEqual([
      { type: 'Normal', output: 'retail.ods_orders', refTableName: 'ods_orders' },
    ])
    const done = orders.output('orders_done')
    const later = daily('later').nodes(odpsSql('last').code('x').after(done.outputOf()))
    expect(dependsOf(project('retail').add(done, later).build(), 1)).toEqual([
      { type: 'Normal', output: 'orders_done', refTableName: 'orders' },
    ])
  })

  it('of a node the workflow does not have is an error', () => {
    const name: string = 'gone'
    const lost = daily('lost').nodes(odpsSql('n').code('x').after(daily('w').nodeList([]).outputOf(name)))
    expect(lost.check({ project: 'retail' })).toMatchObject([
      { rule: 'reference/unknown-output', severity: 'error', subject: { kind: 'node', name: 'n' } },
    ])
    expect(() => lost.build()).toThrow("Node 'n' comes after 'gone' of workflow 'w', which has no such node.")
  })

  it('of a workflow that is not in the project is said to be of that, and never of what has a name like it', () => {
    const other = daily('other').nodes(odpsSql('ods_order').code('x'))
    const [found, ...more] = project('retail').add(reports, other).check()
    expect(more).toEqual([])
    expect(found).toMatchObject({
      rule: 'project/unknown-output',
      severity: 'warning',
      document: 'reports',
      message: `The workflow "orders", which offers the output "retail.ods_orders", is not in project 'retail'.`,
      hint: 'Add it: .add(orders).',
    })
  })

  it('of a workflow as a whole, of a node of it and of what a sub-process runs are told likewise', () => {
    const whole = daily('whole').nodes(virtual('start')).after(orders)
    const ofNode = daily('of_node').nodes(virtual('begin')).after(odpsSql('ods_orders').code('x'))
    const running = daily('running').nodes(subProcess('called').runs(orders.outputOf()))
    const found = project('retail').add(whole, ofNode, running).check()
    expect(found.map(({ rule, document, hint }) => [rule, document, hint])).toEqual([
      ['project/unknown-output', 'whole', 'Add it: .add(orders).'],
      ['project/unknown-output', 'of_node', 'Add the workflow that holds it: .add(…).'],
      ['project/unknown-output', 'running', 'Add it: .add(orders).'],
    ])
  })

  it('of another version of a workflow of the project is looked for among what that offers', () => {
    const other = daily('orders').nodes(odpsSql('ods_order').code('x'))
    const [found] = project('retail').add(reports, other).check()
    expect(found?.message).toBe(`Nothing in project 'retail' offers the output "retail.ods_orders".`)
    expect(found?.hint).toBe('Did you mean "retail.ods_order"?')
  })

  it('of a workflow of another project, by the output that it says itself, is nothing to say', () => {
    const rates = daily('rates').nodes(odpsSql('daily_rates').code('x').output('finance.daily_rates'))
    const user = daily('user').nodes(odpsSql('n').code('x').after(rates.outputOf('daily_rates')))
    expect(project('retail').add(user).check()).toEqual([])
  })

  it('can be what a join waits for, and what a sub-process runs', () => {
    const packed = join('packed').arm('a', orders.outputOf('ods_orders')).arm('b', external('p.b'))
    const called = subProcess('called').runs(orders.outputOf())
    const user = daily('user').nodes(packed, called)
    expect(dependsOf(project('retail').add(orders, user).build(), 1)).toEqual([
      { type: 'Normal', output: 'retail.ods_orders', refTableName: 'ods_orders' },
      { type: 'Normal', output: 'p.b' },
    ])
    const nodes = user.build({ project: 'retail' }).spec.workflows?.[0]?.nodes
    expect(nodes?.map((node) => node.join?.branches ?? node.subflow)).toMatchObject([
      [
        { name: 'a', output: { data: 'retail.ods_orders', refTableName: 'ods_orders' } },
        { name: 'b', output: { data: 'p.b' } },
      ],
      { output: 'retail.orders' },
    ])
  })

  it('that no node has is said once of a join', () => {
    const lost: string = 'gone'
    const user = daily('user').nodes(join('packed').arm('a', daily('w').nodeList([]).outputOf(lost)))
    expect(user.check().filter(({ rule }) => rule === 'reference/unknown-output')).toHaveLength(1)
  })
})
