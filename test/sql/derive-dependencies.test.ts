import {
  assignment,
  convertSpec,
  type Diagnostic,
  external,
  forEach,
  fromSpec,
  node,
  project,
  pyodps3,
  shell,
  workflow,
} from 'flowspec'
import { cycles } from 'flowspec/graph'
import { type DeriveOptions, deriveDependencies, sqlRules } from 'flowspec/sql'
import { describe, expect, test } from 'vitest'
import { edges, flow, ods, sql } from './support/flows.ts'

const dwd = sql('dwd', "-- orders\ninsert overwrite table dwd_orders\nselect * from ods_orders where ds = '${bizdate}'")
const report = sql('report', 'insert into rpt select * from dwd_orders join ods_orders')

describe('within a workflow', () => {
  test('a node comes after those that write what it reads', () => {
    const { builder, added, left, faults } = deriveDependencies(flow(report, dwd, ods))
    expect(edges(builder)).toEqual(['dwd > report', 'ods > dwd', 'ods > report'])
    expect(added).toContainEqual({
      ...{ node: 'dwd', workflow: 'orders', upstream: 'ods', table: 'ods_orders', line: 3, column: 15, kind: 'table' },
    })
    expect([left, faults]).toEqual([[], []])
    expect(builder.check().filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test.each([
    ['odps', 'select max(id) from ods_orders', ['ods > top']],
    ['shell', 'odpscmd -e "select max(id) from ods_orders"', ['ods > top']],
    ['python2', "print('select max(id) from ods_orders')", []],
  ] as const)('an assignment in %s comes after those that write what it reads', (language, code, expected) => {
    const { builder, faults } = deriveDependencies(flow(assignment('top', language).code(code), ods))
    expect([edges(builder), faults]).toEqual([expected, []])
  })

  test('code of an assignment inside of JSON is not read', () => {
    const wrapped = assignment('top', 'odps').code('{"language":"odps","content":"select 1 from ods_orders"}')
    const { builder, faults } = deriveDependencies(flow(wrapped, ods))
    expect([edges(builder), faults]).toEqual([[], []])
  })

  test('the builder it was given stays as it was', () => {
    const given = flow(ods, dwd)
    deriveDependencies(given)
    expect(edges(given)).toEqual([])
  })

  test('edges that are there stay, and none is added where a path leads already', () => {
    const between = shell('between').code('echo').after(ods)
    const { builder, added } = deriveDependencies(flow(ods, between, dwd.after(between)))
    expect(edges(builder)).toEqual(['between > dwd', 'ods > between'])
    expect(added).toEqual([])
  })

  test('cycles are told and not added, the rest is', () => {
    const one = sql('one', 'insert into a select * from b join ods_orders')
    const two = sql('two', 'insert into b select * from a')
    const { builder, left, toText } = deriveDependencies(flow(ods, one, two))
    expect(edges(builder)).toEqual(['ods > one'])
    expect(left.map(({ node: reader, upstream, table }) => [reader, upstream, table])).toEqual([
      ['one', 'two', 'b'],
      ['two', 'one', 'a'],
    ])
    expect(cycles(builder)).toEqual([])
    expect(toText()).toContain("! not added: one after two: b (line 1): 'one' and 'two' would wait for each other")
    expect(toText()).toContain('.afterPrevious(…)')
    // A minus is what was taken away, and nothing was.
    expect(toText()).not.toMatch(/^-/m)
  })

  test('an edge against one that is there is told and not added', () => {
    const { builder, left } = deriveDependencies(flow(ods.after('dwd'), dwd))
    expect(edges(builder)).toEqual(['dwd > ods'])
    expect(left).toHaveLength(1)
  })

  const selves: readonly (readonly [code: string, options: DeriveOptions, expected: readonly string[]])[] = [
    ['insert overwrite table t select * from t', {}, []],
    ['insert overwrite table t select * from t', { self: 'previous' }, ['x > x CrossCycleDependsOnSelf']],
    ['insert overwrite table t select 1; insert into u select * from t', { self: 'previous' }, []],
    ['create table t as select 1; select * from t', { self: 'previous' }, []],
    ['select count(*) from t; insert into t select 1', { self: 'previous' }, ['x > x CrossCycleDependsOnSelf']],
  ]
  test('of itself, by what it declares alone', () => {
    const own = node('x', 'DI').code('{}').reads('odps.retail.t').writes('odps.retail.t')
    expect(edges(deriveDependencies(flow(own), { self: 'previous' }).builder)).toEqual([
      'x > x CrossCycleDependsOnSelf',
    ])
  })

  test.each(selves)('of itself: %s %j', (code, options, expected) => {
    expect(edges(deriveDependencies(flow(sql('x', code)), options).builder)).toEqual(expected)
  })

  test('a node that waits for its previous cycle already gets no second edge', () => {
    const own = sql('x', 'insert overwrite table t select * from t').afterPrevious('self')
    const { builder, added } = deriveDependencies(flow(own), { self: 'previous' })
    expect(edges(builder)).toEqual(['x > x CrossCycleDependsOnSelf'])
    expect(added).toEqual([])
  })

  test('tables nobody writes are outputs outside, where one says so', () => {
    const options = { unknown: 'external', project: 'retail' } as const
    const { builder, added } = deriveDependencies(flow(ods, dwd), options)
    expect(edges(builder)).toEqual(['ods > dwd', 'retail.src_orders > ods'])
    expect(added.find(({ kind }) => kind === 'external')).toMatchObject({ node: 'ods', upstream: 'retail.src_orders' })
    const known = deriveDependencies(flow(ods.after(external('retail.src_orders'))), options)
    expect(known.added).toEqual([])
  })

  test('names of a table are compared as the engine does', () => {
    const writer = sql('w', 'insert into Retail.`ODS` select 1')
    const reader = sql('r', 'select * from retail.default.ods')
    const bare = sql('b', 'select * from ods')
    expect(edges(deriveDependencies(flow(writer, reader, bare), { project: 'retail' }).builder)).toEqual([
      'w > b',
      'w > r',
    ])
  })

  test('tables of different engines, or data sources, are different ones', () => {
    const holo = node('h', 'HOLOGRES_SQL').code('insert into public.t select 1')
    const other = sql('o', 'insert into t select 1').datasource('odps_other')
    const reader = sql('r', 'select * from t').datasource('odps_first')
    expect(edges(deriveDependencies(flow(holo, other, reader)).builder)).toEqual([])
  })

  test('what a node declares with its project shows where names of its data source are', () => {
    const declaring = sql('d', 'insert into t select * from s').reads('odps.retail.s').datasource('odps_first')
    const reader = sql('r', 'select * from t').datasource('odps_first')
    const full = sql('f', 'select * from retail.t')
    const elsewhere = sql('e', 'select * from t').datasource('odps_other')
    expect(edges(deriveDependencies(flow(declaring, reader, full)).builder)).toEqual(['d > f', 'd > r'])
    expect(edges(deriveDependencies(flow(declaring, reader, elsewhere)).builder)).toEqual(['d > r'])
  })

  test('parameters are put into names of tables', () => {
    const writer = sql('w', 'create table t_${day} as select 1').param('day', '$[yyyymmdd]')
    const reader = sql('r', 'select * from t_${date}').param('date', '$[yyyymmdd]')
    const later = sql('l', 'select * from t_${date}').param('date', '$[yyyymmdd-1]')
    expect(edges(deriveDependencies(flow(writer, reader, later)).builder)).toEqual(['w > r'])
  })

  test('declared tables count, and code that is not SQL with them', () => {
    const sync = node('sync', 'DI').code('{}').writes('odps.retail.src_orders')
    const { builder, added } = deriveDependencies(flow(sync, ods.reads('odps.retail.src_orders')))
    expect(edges(builder)).toEqual(['sync > ods'])
    expect(added[0]).toMatchObject({ table: 'retail.src_orders', line: 1 })
    const plain = shell('plain').code('echo').reads('odps.retail.src_orders')
    expect(deriveDependencies(flow(sync, plain)).added[0]).not.toHaveProperty('line')
  })

  test('SQL in Python is less sure', () => {
    const python = pyodps3('py').code("o.execute_sql('select * from ods_orders').open_reader()")
    expect(deriveDependencies(flow(ods, python)).added).toMatchObject([{ node: 'py', upstream: 'ods', sure: false }])
  })

  test('what is not read is told with its node, and nothing is guessed of it', () => {
    const { builder, faults, toText } = deriveDependencies(flow(ods, sql('x', 'select * form ods_orders')))
    expect(edges(builder)).toEqual([])
    expect(faults).toMatchObject([{ node: 'x', workflow: 'orders', rule: 'code/unread-sql', line: 1, column: 15 }])
    expect(toText()).toContain("? x: A statement of 'x' is not read")
  })

  test('a loop comes after what the nodes inside of it read', () => {
    const loop = forEach('loop').over('[1]').nodes(sql('inner', 'select * from ods_orders'))
    expect(edges(deriveDependencies(flow(ods, loop)).builder)).toContain('ods > loop')
  })
})

describe('across workflows of a project', () => {
  const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods)
  const reports = workflow('reports').cron('00 30 00 * * ?').nodes(dwd, report)

  test('a node comes after the output of one of another workflow', () => {
    const { builder, added } = deriveDependencies(project('retail').add(orders, reports))
    expect(edges(builder)).toEqual(['dwd > report', 'ods > dwd', 'ods > report'])
    expect(added).toContainEqual(expect.objectContaining({ node: 'dwd', upstream: 'ods', upstreamWorkflow: 'orders' }))
    expect(builder.check().filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('of a project with environments in each of them', () => {
    const retail = project('retail')
      .environments({ dev: { source: 'src_dev' }, prod: { source: 'src' } })
      .add(({ source }) => flow(sql('a', `insert into t select * from ${source}`), sql('b', 'select * from t')))
    const { builder, added } = deriveDependencies(retail)
    expect(added).toHaveLength(1)
    expect(edges(builder.build({ environment: 'prod' }))).toEqual(['a > b'])
  })

  test('documents of one node each are parts of a project', () => {
    const { documents } = convertSpec(flow(ods, dwd), { version: '2.0.0' })
    const parts = documents.map((document) => fromSpec(document))
    const { builder, toText } = deriveDependencies(project('retail').add(...parts))
    expect(toText()).toBe('+ dwd after ods: retail.ods_orders (line 3)\n')
    expect(edges(builder)).toEqual(['ods > dwd'])
    // Alone, the document of the workflow has no nodes, which is said.
    const texts = parts.map((part) => deriveDependencies(part).toText())
    expect(texts[0]).toContain('there is no node. Documents with one node each')
    expect(texts[1]).toContain('Nothing to add: no node reads a table that another one writes')
  })

  test('documents that were read keep what they have', () => {
    const spec = fromSpec(flow(ods, dwd).build())
    expect(edges(deriveDependencies(spec).builder)).toEqual(['ods > dwd'])
    expect(edges(deriveDependencies(project('retail').add(spec)).builder)).toEqual(['ods > dwd'])
  })
})

function fail(name: string): never {
  throw new Error(`there is no node ${name}`)
}

describe('a warehouse whose edges are known', () => {
  /** Five layers of a hundred nodes; each reads one to three tables of the layer before. */
  const known: string[] = []
  const nodes = Array.from({ length: 500 }, (_, at) => {
    const layer = Math.floor(at / 100)
    const reads =
      layer === 0 ? [] : [0, 7, 31].slice(0, 1 + (at % 3)).map((step) => (layer - 1) * 100 + ((at * 3 + step) % 100))
    for (const from of reads) known.push(`n${from} > n${at}`)
    const joins = reads.map((from) => `(select * from t${from} where ds = '\${bizdate}') s${from}`)
    const rows = reads.length === 0 ? 'select 1 as id' : `select s${reads[0]}.id from ${joins.join(' cross join ')}`
    return sql(`n${at}`, `-- ${at}\ninsert overwrite table t${at} partition (ds = '\${bizdate}')\n${rows};`)
  })

  test('gets them all back, and no others', () => {
    const bare = flow(...nodes)
    const { builder, added } = deriveDependencies(bare)
    expect(edges(builder)).toEqual(known.toSorted())
    expect(added).toHaveLength(known.length)
    expect(deriveDependencies(builder).added).toEqual([])
  })

  // Each edge goes from one layer to the next, so no other path stands for it.
  test('and the one that is missing is found, where the table is read', () => {
    const whole = [...nodes]
    for (const edge of known) {
      const [from = '', to = ''] = edge.split(' > ')
      const at = Number(to.slice(1))
      whole[at] = whole[at]?.after(from) ?? fail(to)
    }
    const rules = { custom: sqlRules() }
    const unordered = (found: readonly Diagnostic[]) => found.filter(({ rule }) => rule === 'table/unordered-read')
    expect(unordered(flow(...whole).check(rules))).toEqual([])
    for (const edge of known.filter((_one, at) => at % 37 === 5)) {
      const [from = '', to = ''] = edge.split(' > ')
      const at = Number(to.slice(1))
      const others = known
        .filter((one) => one !== edge && one.endsWith(` > ${to}`))
        .map((one) => one.split(' > ')[0] ?? '')
      const lacking = others.reduce((reader, upstream) => reader.after(upstream), nodes[at] ?? fail(to))
      const found = unordered(flow(...whole.with(at, lacking)).check(rules))
      expect(found.map(({ subject }) => subject)).toEqual([{ kind: 'node', name: to }])
      expect(found[0]?.message).toContain(`'${to}' reads t${from.slice(1)} in line 3, column `)
      expect(found[0]?.hint).toBe(`Let '${to}' come after '${from}': .after('${from}').`)
    }
  })

  test('spread over ten workflows, too', () => {
    const parts = Array.from({ length: 10 }, (_, part) =>
      workflow(`w${part}`)
        .cron('00 02 00 * * ?')
        .nodeList(nodes.filter((_one, at) => at % 10 === part)),
    )
    expect(edges(deriveDependencies(project('retail').add(...parts)).builder)).toEqual(known.toSorted())
  })
})
