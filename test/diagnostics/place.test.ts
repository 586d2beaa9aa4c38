import {
  type AnyNode,
  branch,
  checkProject,
  checkSpec,
  combined,
  type Diagnostic,
  describePlace,
  doWhile,
  FlowSpecError,
  forEach,
  formatDiagnostics,
  odpsSql,
  project,
  standalone,
  udf,
  virtual,
  workflow,
} from 'flowspec'
import { toJsonReport, toSarif } from 'flowspec/rules'
import { describe, expect, test } from 'vitest'

const cron = '00 02 00 * * ?'
const faulty = (name: string): AnyNode => odpsSql(name).code('select 1').strategy({ priority: 9 })
const orders = workflow('orders').cron(cron)
const inOrders = (node: AnyNode): readonly Diagnostic[] => orders.nodeList([node]).check()
const staged = project('retail')
  .environments({ dev: { priority: 1 }, prod: { priority: 9 } })
  .add(({ priority }) => orders.nodes(odpsSql('ods_orders').code('select 1').strategy({ priority })))

/** The place of the only fault about a range. */
function placeIn(found: readonly Diagnostic[]): string {
  const [one, ...others] = found.filter(({ rule }) => rule === 'schema/range')
  if (one === undefined || others.length > 0) throw new Error(`expected one fault:\n${formatDiagnostics(found)}`)
  return describePlace(one)
}

describe('a diagnostic says where by the names its reader gave', () => {
  const two = {
    kind: 'CycleWorkflow',
    version: '1.1.0',
    spec: {
      name: 'both',
      workflows: ['a', 'b'].map((name) => ({ name, nodes: [{ name: 'ods', priority: name === 'a' ? 1 : 9 }] })),
    },
  }
  const cases: readonly (readonly [title: string, found: () => readonly Diagnostic[], place: string])[] = [
    ['a node of a workflow', () => inOrders(faulty('ods_orders')), 'orders › ods_orders'],
    ['a node in a loop', () => inOrders(forEach('each').nodes(faulty('one'))), 'orders › each › one'],
    [
      'a node in a loop in a loop',
      () => inOrders(forEach('each').nodes(combined('group').nodes(faulty('one')))),
      'orders › each › group › one',
    ],
    [
      'the end of a loop',
      () =>
        inOrders(
          doWhile('again')
            .nodes(virtual('v'))
            .while('select true', { language: 'odps-sql' })
            .extra({ 'do-while': { while: { priority: 9 } } }),
        ),
      'orders › again › again_end',
    ],
    ['a workflow itself', () => orders.extra({ strategy: { priority: 9 } }).check(), 'orders'],
    ['the second workflow of a document', () => checkSpec(two), 'b › ods'],
    [
      'the second workflow of a document of a project',
      () => checkProject([two], { identifier: 'retail' }),
      'both › b › ods',
    ],
    ['a node on its own', () => standalone(faulty('alone')).check(), 'alone'],
    [
      'a node without a name',
      () => checkSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [{ id: '7', priority: 9 }] } }),
      '7',
    ],
    [
      'a project',
      () =>
        project('retail')
          .add(orders.nodes(faulty('ods')))
          .check(),
      'orders › ods',
    ],
    ['an environment', () => staged.check({ environment: 'prod' }), 'orders › ods_orders (prod)'],
    ['the environment that has the fault', () => staged.check(), 'orders › ods_orders (prod)'],
    [
      'all environments that have it',
      () =>
        staged
          .add(orders.nodes(faulty('x')))
          .check()
          .filter(({ document, subject }) => document === 'orders' && subject?.name === 'x'),
      'orders › x (dev, prod)',
    ],
    [
      'documents that were built',
      () => checkProject([orders.nodes(faulty('x')).toJSON()], { identifier: 'retail' }),
      'orders › x',
    ],
  ]

  test.each(cases)('%s', (_, found, place) => {
    expect(placeIn(found())).toBe(place)
  })

  test.each([
    ['a dependency', orders.nodeList([virtual('a').after('gone')]).check(), 'reference/unknown-node', 'orders › a'],
    [
      'what only the builder knows',
      orders.nodeList([odpsSql('a').codeFile('/there/is/none.sql')]).check(),
      'code/file-unreadable',
      'orders › a',
    ],
    [
      'the schedule of a workflow',
      workflow('late').cron('x').nodes(virtual('a')).check(),
      'schedule/cron-syntax',
      'late',
    ],
    [
      'a function',
      udf('f')
        .extra({ script: { path: 7 } })
        .check(),
      'schema/type',
      'f',
    ],
    ['an arm', orders.nodes(branch('route').arm('a', '${x} ==')).check(), 'control/condition-syntax', 'orders › route'],
  ] as const)('%s', (_, found, rule, place) => {
    const one = found.find((diagnostic) => diagnostic.rule === rule)
    expect(one && describePlace(one), formatDiagnostics(found)).toBe(place)
  })

  test('that nothing has a name is no place', () => {
    expect(describePlace({ rule: 'graph/cycle', severity: 'error', message: '', path: '', docs: '' })).toBe('')
    expect(formatDiagnostics(checkSpec({}))).toMatch(/^error schema\/missing-field at \(document\)/)
  })

  test('that an environment alone is known', () => {
    const parts = { rule: 'graph/cycle', severity: 'error', message: '', path: '', docs: '' } as const
    expect(describePlace({ ...parts, environments: ['prod'] })).toBe('(prod)')
  })
})

describe('the names stand before the pointer', () => {
  const found = staged.check({ environment: 'prod' }).filter(({ rule }) => rule === 'schema/range')
  const pointer = '/documents/0/spec/workflows/0/nodes/0/priority'

  test('in text', () => {
    expect(formatDiagnostics(found).split('\n')[0]).toBe(
      `error schema/range in orders › ods_orders (prod) at ${pointer}`,
    )
  })

  test('in the error of a build', () => {
    expect(() => staged.build({ environment: 'prod' })).toThrow(`in orders › ods_orders (prod) at ${pointer}`)
    expect(new FlowSpecError(found).message).toContain(`in orders › ods_orders (prod) at ${pointer}`)
  })

  test('in reports', () => {
    expect(toJsonReport(found).documents[0]?.diagnostics).toMatchObject([
      {
        place: 'orders › ods_orders (prod)',
        path: pointer,
        document: 'orders',
        environments: ['prod'],
        within: [{ kind: 'workflow', name: 'orders' }],
        subject: { kind: 'node', name: 'ods_orders' },
      },
    ])
    expect(toSarif(found).runs[0]?.results[0]?.message.text).toMatch(/^orders › ods_orders \(prod\): /)
  })

  test('and can add no line', () => {
    const evil = checkSpec({ kind: 'Node', version: '2.0.0', spec: { nodes: [{ id: 'a\nerror x', priority: 9 }] } })
    expect(formatDiagnostics(evil)).not.toContain('\nerror x')
  })
})
