import { Ajv2020 } from 'ajv/dist/2020.js'
import { node, odpsSql, project, pyodps3, shell, workflow } from 'flowspec'
import {
  downstreamTables,
  lineage,
  lineageToDot,
  lineageToMermaid,
  lineageToSvg,
  toOpenLineage,
  upstreamTables,
} from 'flowspec/sql'
import { describe, expect, test } from 'vitest'

const sync = node('sync', 'DI').code('{}').writes('odps.retail.src')
const ods = odpsSql('ods').code('insert overwrite table ods\nselect * from src join dim')
const report = odpsSql('report').code('create table if not exists rpt (k int); insert into rpt select * from ods')
const python = pyodps3('py').code("o.execute_sql('insert into \"x\" select 1')\no.execute_sql('select * from rpt')")
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(sync, ods)
const reports = workflow('reports').cron('00 02 00 * * ?').nodes(report, python, shell('done').code('echo'))
const retail = project('retail').add(orders, reports)

describe('lineage', () => {
  const found = lineage(retail)

  test('has each table once, whoever uses it, and each use once', () => {
    expect(found.tables).toEqual(
      ['retail.src', 'retail.ods', 'retail.dim', 'retail.rpt'].map((name) => ({ name, engine: 'odps' })),
    )
    const links = found.links.map((link) => `${link.node.workflow}/${link.node.name} ${link.kind} ${link.table.name}`)
    expect(links).toEqual([
      'orders/sync writes retail.src',
      'orders/ods writes retail.ods',
      'orders/ods reads retail.src',
      'orders/ods reads retail.dim',
      'reports/report writes retail.rpt',
      'reports/report reads retail.ods',
      'reports/py reads retail.rpt',
    ])
  })

  test('says where the code says so, and how sure that is', () => {
    expect(found.links.find(({ table }) => table.name === 'retail.dim')).toMatchObject({ line: 2, column: 24 })
    expect(found.links.find(({ node: user }) => user.name === 'py')).toMatchObject({ line: 2, sure: false })
    expect(found.links.find(({ node: user }) => user.name === 'sync')).not.toHaveProperty('line')
    expect(found.nodes.map(({ name, isWhole }) => [name, isWhole])).toEqual([
      ['sync', false],
      ['ods', true],
      ['report', true],
      ['py', false],
      ['done', false],
    ])
  })

  test.each<[string, object, string]>([
    ['a builder', orders, '/spec/workflows/0/nodes/0'],
    ['a list', [reports, orders], '/0/spec/workflows/0/nodes/0'],
    ['a project that was built', { documents: [orders.build()] }, '/documents/0/spec/workflows/0/nodes/0'],
  ])('points at the nodes in what was given: %s', (_, source, path) => {
    expect(lineage(source).nodes[0]?.path).toBe(path)
  })

  test('leads up and down from a table, over workflows', () => {
    const names = (tables: readonly { readonly name: string }[]) => tables.map(({ name }) => name)
    expect(names(upstreamTables(found, 'retail.rpt'))).toEqual(['retail.ods', 'retail.src', 'retail.dim'])
    expect(names(downstreamTables(found, 'retail.src'))).toEqual(['retail.ods', 'retail.rpt'])
    expect(names(upstreamTables(found, 'retail.src'))).toEqual([])
    expect(names(downstreamTables(found, 'retail.rpt'))).toEqual([])
  })

  test('has the tables of a script that a node refers to', () => {
    const script = { id: 's1', runtime: { command: 'ODPS_SQL' }, content: 'insert into a\nselect * from b' }
    const nodes = [{ id: 'n', name: 'n', script: '{{Script.s1}}' }]
    const spec = { scripts: [script], workflows: [{ name: 'w', nodes }] }
    const found = lineage({ version: '1.1.0', kind: 'CycleWorkflow', spec })
    expect(found.links.map(({ kind, table, line }) => [kind, table.name, line])).toEqual([
      ['writes', 'a', 1],
      ['reads', 'b', 2],
    ])
    expect(found.nodes).toMatchObject([{ name: 'n', command: 'ODPS_SQL', sql: script.content }])
  })

  test('of tables that are made of one another ends', () => {
    const around = workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(odpsSql('a').code('insert into x select * from y'), odpsSql('b').code('insert into y select * from x'))
    expect(upstreamTables(lineage(around), 'x')).toMatchObject([{ name: 'y' }])
  })
})

test('pictures show tables, the nodes between them, and nothing that a name could become', () => {
  const odd = workflow('w').cron('00 02 00 * * ?').nodes(odpsSql('a"]').code('insert into `t"]` select * from ods'))
  expect(lineageToMermaid(lineage(odd), { direction: 'TB' })).toBe(
    [
      'flowchart TB',
      '  t0[("t#34;#93;")]',
      '  t1[("ods")]',
      '  n0["a#34;#93;"]',
      '  n0 --> t0',
      '  t1 --> n0',
      '',
    ].join('\n'),
  )
  expect(lineageToDot(lineage(odd))).toContain('  t0 [label="t\\"]", shape=cylinder]')
  expect(lineageToMermaid(lineage(retail))).toContain('-.->')
  expect(lineageToMermaid(lineage(retail))).not.toContain('done')
})

/** What the schema 2-0-2 of OpenLineage asks of a JobEvent, and the facets of what they carry. */
const facet = { type: 'object', required: ['_producer', '_schemaURL'] }
const dataset = { type: 'object', required: ['namespace', 'name'], properties: { namespace: { type: 'string' } } }
const jobEvent = {
  type: 'object',
  required: ['eventTime', 'producer', 'schemaURL', 'job'],
  not: { required: ['run'] },
  properties: {
    eventTime: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(?:Z|[+-]\\d\\d:\\d\\d)$' },
    producer: { type: 'string', pattern: '^[a-z]+:' },
    schemaURL: { type: 'string', pattern: '^https://openlineage\\.io/spec/.*#/\\$defs/JobEvent$' },
    job: {
      type: 'object',
      required: ['namespace', 'name'],
      properties: {
        facets: {
          additionalProperties: facet,
          properties: {
            sql: { required: ['query'], properties: { query: { type: 'string' } } },
            jobType: { required: ['processingType', 'integration'] },
          },
        },
      },
    },
    inputs: { type: 'array', items: dataset },
    outputs: { type: 'array', items: dataset },
  },
}

describe('OpenLineage', () => {
  test('has an event for each node that uses tables, as its schema says', () => {
    const validate = new Ajv2020({ strict: false }).compile(jobEvent)
    const events = toOpenLineage(retail)
    expect(events.map(({ job }) => job.name)).toEqual(['orders.sync', 'orders.ods', 'reports.report', 'reports.py'])
    for (const event of events) expect(validate(event), JSON.stringify(validate.errors)).toBe(true)
  })

  // The schema says "format": "uri" of producer and "date-time" of eventTime.
  test.each<[object, string]>([
    [{ producer: 'not a uri' }, 'Give a URI'],
    [{ producer: '' }, 'Give a URI'],
    [{ producer: 'example.com/pipelines' }, 'Give a URI'],
    [{ eventTime: 'yesterday' }, 'Give a moment with its offset'],
    [{ eventTime: '2024-01-01' }, 'Give a moment with its offset'],
    [{ eventTime: '2024-01-01T00:00:00' }, 'Give a moment with its offset'],
    [{ eventTime: '2024-13-01T00:00:00Z' }, 'Give a moment with its offset'],
    [{ eventTime: '2024-02-30T00:00:00Z' }, 'Give a moment with its offset'],
    [{ eventTime: '2023-02-29T00:00:00+08:00' }, 'Give a moment with its offset'],
    [{ datasets: { odps: 5 } }, 'Give an object of texts'],
    [{ datasets: ['odps'] }, 'Give an object of texts'],
  ])('%j is refused', (options, message) => {
    expect(() => toOpenLineage(retail, options)).toThrow(message)
  })

  test('says its own name of what is no source', () => {
    expect(() => Reflect.apply(toOpenLineage, undefined, [5])).toThrow('toOpenLineage(): source is 5')
  })

  test('is what it was told to be', () => {
    const [, event] = toOpenLineage(retail, {
      namespace: 'shop',
      producer: 'https://example.com/pipelines',
      eventTime: '2024-01-01T00:00:00Z',
      datasets: { odps: 'maxcompute://cn-shanghai' },
    })
    expect(event).toMatchObject({
      eventTime: '2024-01-01T00:00:00Z',
      job: { namespace: 'shop', facets: { sql: { query: 'insert overwrite table ods\nselect * from src join dim' } } },
      inputs: [
        { namespace: 'maxcompute://cn-shanghai', name: 'retail.src' },
        { namespace: 'maxcompute://cn-shanghai', name: 'retail.dim' },
      ],
      outputs: [{ namespace: 'maxcompute://cn-shanghai', name: 'retail.ods' }],
    })
  })
})

describe('lineage as SVG', () => {
  test('has tables as drums, nodes with their workflows, and lines that are dotted where the SQL is in other code', () => {
    const svg = lineageToSvg(lineage(retail), { theme: 'light', title: 'Retail <tables>' })
    expect(svg).toContain('<title>Retail &lt;tables&gt;</title>')
    expect(svg.match(/data-item="t/g)).toHaveLength(4)
    expect(svg.match(/data-item="n/g)).toHaveLength(4)
    expect(svg).toMatch(/fs-detail[^>]*>reports</)
    // Rows flow from the table that is read to the node.
    expect(svg).toMatch(/data-line="t3 n3"><path class="fs-line fs-loose"/)
    expect(svg).toBe(lineageToSvg(lineage(retail), { theme: 'light', title: 'Retail <tables>' }))
  })

  test('of nothing is a picture, too', () => {
    expect(lineageToSvg(lineage([]))).toContain('<title>0 tables, 0 nodes</title>')
    expect(lineageToSvg(lineage([]))).toMatch(/viewBox="0 0 \d+ \d+" width="\d+" height="\d+"/)
  })
})
