import {
  type AnyNode,
  checkProject,
  checkSpec,
  type Diagnostic,
  node,
  odpsSql,
  project,
  shell,
  workflow,
} from 'flowspec'
import { deriveDependencies, sqlRules } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'

const sql = (name: string, code: string) => odpsSql(name).code(code)
const flow = (...nodes: readonly AnyNode[]) => workflow('orders').cron('00 02 00 * * ?').nodeList(nodes)

const load = sql('load', "insert overwrite table ods partition (ds = '${d}') select * from src").param(
  'd',
  '$[yyyymmdd]',
)
const report = sql('report', '-- of orders\ninsert overwrite table rpt\nselect *\nfrom ods')

/** What the rules say: each rule with the node it speaks of. */
const told = (source: ReturnType<typeof flow>): readonly string[] =>
  source
    .check({ custom: sqlRules() })
    .filter(({ rule }) => rule.startsWith('table/'))
    .map(({ rule, subject }) => `${rule} ${subject?.name ?? ''}`)

const cases: readonly (readonly [what: string, nodes: readonly AnyNode[], expected: readonly string[]])[] = [
  ['a read without a path', [load, report], ['table/unordered-read report']],
  ['a read with one', [load, report.after(load)], []],
  ['a read with one over another node', [load, shell('s').code('echo').after(load), report.after('s')], []],
  ['a writer behind the reader', [report, load.after(report)], ['table/later-cycle report']],
  ['one whose cycle before is waited for', [report.afterPrevious(load), load.after(report)], []],
  ['a table nobody writes', [report], []],
  ['a statement that is not read', [load, sql('x', 'select * form ods')], []],
  [
    'two writers of a table',
    [sql('a', 'insert into t select 1'), sql('b', 'insert into t select 2')],
    ['table/unordered-writes b'],
  ],
  [
    'two writers with an order',
    [sql('a', 'insert into t select 1'), sql('b', 'insert into t select 2').after('a')],
    [],
  ],
  [
    'two writers of one partition',
    ['a', 'b'].map((name) => sql(name, "insert into t partition (ds = '${d}', hh) select 1").param('d', '$[yyyymmdd]')),
    ['table/unordered-writes b'],
  ],
  // That two nodes have one name is told by name/duplicate-node; by it neither can come after the other.
  ['two writers of one name', [sql('a', 'insert into t select 1'), sql('a', 'insert into t select 2')], []],
  [
    'a reader called as the writer',
    [sql('a', 'insert into ods select 1'), sql('a', 'insert into t select * from ods')],
    [],
  ],
  [
    'writers of different partitions',
    ['a', 'b'].map((name) => sql(name, `insert into t partition (ds = '1', kind = '${name}') select 1`)),
    [],
  ],
  [
    'an edge without a table',
    [load, sql('x', 'insert into y select * from z').after(load)],
    ['table/unjustified-edge x'],
  ],
  ['an edge behind code that is no SQL', [shell('s').code('echo'), sql('x', 'select * from z').after('s')], []],
  ['an edge behind a node that drops the table', [load, sql('x', 'drop table ods').after(load)], []],
  ['a read that the code does not have', [report.reads('odps.retail.other')], ['table/contradicted report']],
  ['a read that it has', [report.reads('odps.retail.ods')], []],
  [
    'a write that it does not have',
    [report.writes('odps.retail.rpt', 'odps.retail.more')],
    ['table/contradicted report'],
  ],
  [
    'a write that is not declared',
    [report.writes('odps.retail.rp')],
    ['table/contradicted report', 'table/contradicted report'],
  ],
  ['declared tables of code that is no SQL', [node('di', 'DI').code('{}').writes('odps.retail.ods')], []],
]

test.each(cases)('%s', (_, nodes, expected) => {
  expect(told(flow(...nodes))).toEqual(expected)
})

describe('several writers that a reader does not come after', () => {
  const writers = (count: number) =>
    Array.from({ length: count }, (_, at) => sql(`w${at}`, `insert into t partition (k = '${at}') select 1`))
  const reader = sql('r', 'select * from t')
  const found = (...nodes: readonly AnyNode[]) =>
    flow(...nodes)
      .check({ custom: sqlRules() })
      .filter(({ rule }) => rule === 'table/unordered-read' || rule === 'table/later-cycle')
      .map(({ message, hint }) => `${message} ${hint ?? ''}`)

  test.each<[count: number, said: string]>([
    [2, "'w0' and 'w1' write it, and no path leads from any of them to 'r'."],
    [3, "'w0', 'w1' and 'w2' write it, and"],
    [4, "'w0', 'w1', 'w2' and 1 other node write it, and"],
    [40, "'w0', 'w1', 'w2' and 37 other nodes write it, and"],
  ])('%i of them are told once', (count, said) => {
    const [finding, ...others] = found(...writers(count), reader)
    expect(others).toEqual([])
    expect(finding).toContain(said)
    expect(finding).toContain(".after('w0') .after('w1')")
  })

  test('those that it comes after are not counted, and those that come after it are told apart', () => {
    const [first, second, third, last] = writers(4)
    if (first === undefined || second === undefined || third === undefined || last === undefined)
      throw new Error('four')
    const said = found(first, second, third.after('r'), last.after('r'), reader.after(first))
    expect(said).toHaveLength(2)
    expect(said.join(' ')).toContain("'w1' writes it, and no path leads from one to the other.")
    expect(said.join(' ')).toContain("and 'w2' and 'w3', which write it, come after 'r'.")
  })

  // Writers times readers of one table are a hub's: what is told of it grows with the readers.
  test('a hub of writers and readers gives one finding for each reader', () => {
    const readers = Array.from({ length: 60 }, (_, at) => sql(`r${at}`, `insert into u${at} select * from t`))
    expect(found(...writers(60), ...readers)).toHaveLength(60)
  })

  test('nodes that read each other are not asked to come after each other', () => {
    const one = sql('one', 'insert into a select * from b')
    const two = sql('two', 'insert into b select * from a')
    const said = found(one, two)
    expect(said).toHaveLength(2)
    for (const text of said) {
      expect(text).toContain('in one cycle neither can come after the other')
      expect(text).toContain('.afterPrevious(…)')
      expect(text).not.toContain('.after(')
    }
    expect(found(one.afterPrevious(two), two.after(one))).toEqual([])
    const three = sql('three', 'insert into c select * from a')
    expect(found(one, two, three).filter((text) => text.includes(".after('one')"))).toHaveLength(1)
  })

  test('a second table of the same writer is not told again, another writer is', () => {
    const both = sql('both', "insert into t partition (k = 'x') select 1; insert into s select 2")
    const two = sql('two', 'select * from t; select * from s')
    expect(found(both, two)).toHaveLength(1)
    expect(found(both, sql('other', 'insert into s partition (k) select 1'), two)).toHaveLength(2)
  })
})

test('a finding stands at the code, and names the line that reads the table and the way out', () => {
  const found = flow(load, report).check({ custom: sqlRules() })
  expect(found.find(({ rule }) => rule === 'table/unordered-read')).toMatchObject({
    severity: 'warning',
    path: '/spec/workflows/0/nodes/1/script/content',
    message: "'report' reads ods in line 4, column 6, 'load' writes it, and no path leads from one to the other.",
    hint: "Let 'report' come after 'load': .after('load').",
    docs: 'docs/rules.md#table-unordered-read',
  })
})

test('rules are turned off, given severities and suppressed by their names', () => {
  const custom = sqlRules()
  const loud = flow(load, report).check({ custom, rules: { 'table/unordered-read': 'error' } })
  expect(loud.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)).toEqual(['table/unordered-read'])
  const quiet = report.suppress('table/unordered-read', 'reads what the day before left')
  expect(told(flow(load, quiet))).toEqual([])
  expect(
    flow(load, report)
      .check({ custom, rules: { 'table/unordered-read': 'off' } })
      .map(({ rule }) => rule),
  ).not.toContain('table/unordered-read')
})

describe('among the workflows of a project', () => {
  const orders = flow(load)
  const reports = workflow('reports').cron('00 02 00 * * ?').nodeList([report])
  const retail = project('retail').add(orders, reports)

  test('what another workflow writes counts', () => {
    const found = retail.check({ custom: sqlRules({ among: retail, project: 'retail' }) })
    expect(found.filter(({ rule }) => rule.startsWith('table/'))).toMatchObject([
      {
        rule: 'table/unordered-read',
        document: 'reports',
        path: '/documents/1/spec/workflows/0/nodes/0/script/content',
      },
    ])
    const { documents } = retail.build()
    const checked = checkProject(documents, { identifier: 'retail', custom: sqlRules({ among: documents }) })
    expect(checked.map(({ rule }) => rule)).toContain('table/unordered-read')
  })

  test('counts without being named, once, in all ways to check a project', () => {
    const custom = sqlRules()
    const hint =
      "Let 'report' come after 'load': .after(upstream.outputOf('load')), where upstream is workflow 'orders'."
    const unordered = (found: readonly Diagnostic[]) => found.filter(({ rule }) => rule === 'table/unordered-read')
    const inProject = [{ path: '/documents/1/spec/workflows/0/nodes/0/script/content', hint }]
    expect(unordered(retail.check({ custom }))).toMatchObject(inProject)
    const { documents } = retail.build()
    const [first, second] = documents
    for (const given of [documents, structuredClone(documents)]) {
      expect(unordered(checkProject(given, { identifier: 'retail', custom }))).toMatchObject(inProject)
      expect(
        unordered(checkSpec(given[1], { project: { identifier: 'retail', documents: given }, custom })),
      ).toHaveLength(1)
      expect(unordered(checkSpec(given[0], { project: { identifier: 'retail', documents: given }, custom }))).toEqual(
        [],
      )
    }
    // One that is not among the documents yet is looked at with them, and one that is there in an earlier version without that.
    const alone = { identifier: 'retail', documents: [first] }
    expect(unordered(checkSpec(second, { project: alone, custom }))).toHaveLength(1)
    const other = workflow('reports')
      .cron('00 02 00 * * ?')
      .nodeList([sql('report', 'select 1')])
    expect(unordered(checkSpec(other.toJSON(), { project: { identifier: 'retail', documents }, custom }))).toEqual([])
    expect(unordered(checkSpec(second, { custom }))).toEqual([])
  })

  test('counts in each environment', () => {
    const there = project('retail')
      .environments({ dev: { database: 'shop_dev' }, prod: { database: 'shop' } })
      .add(({ database }) =>
        workflow('a')
          .cron('00 02 00 * * ?')
          .nodes(sql('load', `insert into ${database}.ods select 1`)),
      )
      .add(workflow('b').cron('00 02 00 * * ?').nodes(sql('report', 'select * from shop.ods')))
    const found = (environment: 'dev' | 'prod') => there.check({ environment, custom: sqlRules() })
    const unordered = ({ rule }: Diagnostic): boolean => rule === 'table/unordered-read'
    expect([found('dev').filter(unordered).length, found('prod').filter(unordered).length]).toEqual([0, 1])
  })

  test('a table is one whether the project is named or not', () => {
    const named = workflow('reports')
      .cron('00 02 00 * * ?')
      .nodeList([sql('report', 'select * from retail.ods')])
    const found = project('retail').add(orders, named).check({ custom: sqlRules() })
    expect(found.map(({ rule }) => rule)).toContain('table/unordered-read')
  })

  test('and nothing is said once the edges are derived', () => {
    expect(deriveDependencies(retail).builder.check({ custom: sqlRules() })).toEqual(
      deriveDependencies(retail).builder.check(),
    )
    const { builder } = deriveDependencies(retail)
    const found = builder.check({ custom: sqlRules({ among: builder }) })
    expect(found.filter(({ rule }) => rule.startsWith('table/'))).toEqual([])
  })
})
