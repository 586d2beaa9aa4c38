import { type AnyNode, forEach, odpsSql, type Project, project, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

const daily = (name: string) => workflow(name).cron('00 02 00 * * ?')
const sql = (name: string) => odpsSql(name).code('select 1')
const retail = project('retail')
const withNode = (node: AnyNode): Project => retail.add(daily('orders').nodeList([node]))

const found = (of: Project) =>
  of.check().filter(({ rule }) => rule.endsWith('duplicate-output') || rule.endsWith('duplicate-name'))

/** Outputs are made from names, so a node and a workflow of one name offer the same, which the service refuses. */
describe('a node that is named as a workflow, and so offers its output, is told the way out:', () => {
  test.each<[string, Project, string]>([
    ['its own workflow', withNode(sql('orders')), 'name/duplicate-output'],
    ['its own workflow, a node of a shell', withNode(shell('orders').code('ls')), 'name/duplicate-output'],
    ['its own workflow, a loop', withNode(forEach('orders').over('a').nodes(sql('x'))), 'name/duplicate-output'],
    [
      'its own workflow, inside of a loop',
      withNode(forEach('each').over('a').nodes(sql('orders'))),
      'name/duplicate-output',
    ],
    [
      'another workflow',
      retail.add(daily('orders').nodes(sql('b')), daily('b').nodes(sql('c'))),
      'project/duplicate-output',
    ],
    ['an output that is said', withNode(sql('a').output('retail.orders')), 'name/duplicate-output'],
  ])('%s', (_, of, rule) => {
    const [first, ...more] = found(of)
    expect(more).toEqual([])
    expect(first).toMatchObject({ rule, severity: 'error' })
    expect(first?.hint).toContain('.output(…)')
    expect(first?.hint).toContain('another name')
  })

  test.each<[string, Project]>([
    ['an output of its own for the node', withNode(sql('orders').output('retail.orders_node'))],
    ['an output of its own for the workflow', retail.add(daily('orders').output('retail.w').nodes(sql('orders')))],
    ['another name', withNode(sql('orders_clean'))],
  ])('which is %s', (_, of) => {
    expect(found(of)).toEqual([])
  })
})

/** Names of nodes are unique in a workspace as documented, and recorded answers show exceptions: never an error. */
describe('one name for two things of a project:', () => {
  const two = (left: AnyNode, right: AnyNode): Project =>
    retail.add(daily('orders').nodeList([left]), daily('returns').nodeList([right]))
  test.each<[string, Project, string]>([
    ['nodes of two workflows', two(sql('a'), sql('a').output('retail.b')), 'warning'],
    ['nodes of two types', two(sql('a'), shell('a').code('ls').output('retail.b')), 'warning'],
    ['the same node', two(sql('a'), sql('a')), 'warning'],
    [
      'nodes in loops of two workflows',
      two(forEach('x').over('a').nodes(sql('a')), forEach('y').over('a').nodes(sql('a').output('retail.b'))),
      'warning',
    ],
    ['two workflows', retail.add(daily('orders').nodes(sql('a')), daily('orders').nodes(sql('b'))), 'error'],
  ])('%s', (_, of, severity) => {
    const names = found(of).filter(({ rule }) => rule === 'project/duplicate-name')
    expect(names.length).toBeGreaterThan(0)
    expect([...new Set(names.map((one) => one.severity))]).toEqual([severity])
    expect(names.every(({ hint }) => hint?.includes('otherwise'))).toBe(true)
  })

  test('a resource and a workflow may share one', () => {
    expect(found(retail.add(daily('orders').nodes(sql('a')), daily('returns').nodes(sql('b'))))).toEqual([])
  })
})
