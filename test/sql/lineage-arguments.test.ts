import { isFlowSpecError, odpsSql, project, workflow } from 'flowspec'
import {
  downstreamTables,
  type Lineage,
  lineage,
  lineageToDot,
  lineageToMermaid,
  lineageToSvg,
  sqlRules,
  toOpenLineage,
  upstreamTables,
} from 'flowspec/sql'
import { describe, expect, test } from 'vitest'

const ods = odpsSql('ods').code('insert overwrite table ods_orders select * from src_orders')
const dwd = odpsSql('dwd').code('insert overwrite table dwd_orders select * from ods_orders').after(ods)
const orders = workflow('orders').cron('00 02 00 * * ?').nodes(ods, dwd)
const retail = project('retail').add(orders)
const found = lineage(retail)

/** What a call says of its arguments, hint and all; the empty text when it takes them. */
function said(call: () => unknown): string {
  try {
    call()
    return ''
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    return error.diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`).join('\n')
  }
}

/** As a program that was not compiled calls. */
const loosely = (call: (...values: never[]) => unknown, ...values: readonly unknown[]): string =>
  said(() => Reflect.apply(call, undefined, values))

describe('a document that is given twice counts once', () => {
  const links = found.links.length
  test.each<[string, object]>([
    ['one builder twice', [orders, orders]],
    ['a builder and what it built', [orders, orders.build()]],
    ['one document twice', [orders.build(), orders.build()]],
    ['a project twice', [retail, retail.build()]],
  ])('%s', (_, source) => {
    expect(lineage(source).links).toHaveLength(links)
    expect(toOpenLineage(source)).toHaveLength(2)
  })

  test('two documents of one name that differ are two', () => {
    const other = workflow('orders').cron('00 02 00 * * ?').nodes(ods, odpsSql('dwd').code('insert into x select 1'))
    expect(lineage([orders, other]).nodes).toHaveLength(4)
  })
})

describe('OpenLineage of a lineage', () => {
  test('is that of its documents', () => {
    const options = { eventTime: '2024-01-01T00:00:00Z' }
    expect(toOpenLineage(found, options)).toEqual(toOpenLineage(retail, options))
    expect(toOpenLineage(found, options)).toHaveLength(2)
  })

  test('takes no project, which the lineage has', () => {
    expect(said(() => toOpenLineage(found, { project: 'other' }))).toContain('options has a key "project"')
  })
})

test('a lineage is no document', () => {
  expect(said(() => lineage(found))).toBe(
    'lineage(): source is a lineage already. Give a document, a builder of one, a project, or a list of these, or use it as it is.',
  )
})

describe('a table that the lineage does not have', () => {
  test.each<[string, string]>([
    ['ods_orders', 'Did you mean "retail.ods_orders"?'],
    ['retail.ods_order', 'Did you mean "retail.ods_orders"?'],
    ['RETAIL.ODS_ORDERS', 'Did you mean "retail.ods_orders"?'],
    ['nothing of the kind', 'such as retail.ods_orders, retail.src_orders, retail.dwd_orders.'],
  ])('%s is refused, with what may be meant', (name, hint) => {
    for (const call of [upstreamTables, downstreamTables]) {
      const text = said(() => call(found, name))
      expect(text).toContain(`${call.name}(): name is "${name}", and the lineage has no such table.`)
      expect(text).toContain(hint)
    }
  })

  test('of a lineage without any it is said', () => {
    expect(said(() => upstreamTables(lineage([]), 't'))).toContain('it has no table')
  })
})

describe('pictures', () => {
  test.each([
    ['lineageToMermaid', lineageToMermaid],
    ['lineageToDot', lineageToDot],
    ['lineageToSvg', lineageToSvg],
  ] as const)('%s refuses what is none of its settings', (name, draw) => {
    expect(loosely(draw, found, { direction: 'x' })).toBe(
      `${name}(): options.direction is "x". Give 'LR' or 'RL' or 'TB' or 'BT'.`,
    )
    expect(loosely(draw, found, { commands: false })).toContain(`${name}(): options has a key "commands"`)
    expect(draw(found, { direction: 'RL' })).not.toBe(draw(found))
  })
})

describe('what is no lineage', () => {
  const [table, node, link] = [found.tables[0], found.nodes[0], found.links[0]]
  const calls = {
    lineageToMermaid,
    lineageToDot,
    lineageToSvg,
    toOpenLineage,
    upstreamTables: (value: Lineage) => upstreamTables(value, 'retail.ods_orders'),
  }
  test.each<[unknown, string]>([
    [{ tables: [null], nodes: [], links: [] }, '.tables[0] is null.'],
    [{ tables: [{ name: 5, engine: 'odps' }], nodes: [], links: [] }, '.tables[0].name is 5.'],
    [{ tables: [table], nodes: [{}], links: [] }, '.nodes[0].name is undefined.'],
    [{ tables: [table], nodes: [{ ...node, command: 5 }], links: [] }, '.nodes[0].command is 5.'],
    [{ tables: [table], nodes: [node], links: ['x'] }, '.links[0] is "x".'],
    [{ tables: [table], nodes: [node], links: [{ ...link, kind: 'eats' }] }, '.links[0].kind is "eats".'],
    [{ tables: [], nodes: [node], links: [{ ...link }] }, '.links[0].table is '],
    [{ tables: [table], nodes: [], links: [{ ...link }] }, '.links[0].node is '],
  ])('%j is refused by all that take one', (value, fault) => {
    for (const call of Object.values(calls)) {
      const text = loosely(call, value)
      expect(text).toContain(fault)
      expect(text).toContain('Give what lineage() gave')
    }
  })

  test('one that was written down and read again is the same', () => {
    const copy: Lineage = JSON.parse(JSON.stringify(found))
    expect(lineageToMermaid(copy)).toBe(lineageToMermaid(found))
    expect(lineageToSvg(copy)).toBe(lineageToSvg(found))
    expect(upstreamTables(copy, 'retail.dwd_orders')).toEqual(upstreamTables(found, 'retail.dwd_orders'))
    const options = { eventTime: '2024-01-01T00:00:00Z' }
    expect(toOpenLineage(copy, options)).toEqual(toOpenLineage(found, options))
  })
})

describe('lists with something that is no document', () => {
  test.each<[unknown[], string]>([
    [[null], 'source[0] is null.'],
    [[orders, 5], 'source[1] is 5.'],
    [[[orders]], 'source[0] is '],
    [[undefined], 'source[0] is undefined.'],
  ])('%# is refused', (source, fault) => {
    expect(loosely(lineage, source)).toContain(`lineage(): ${fault}`)
    expect(loosely(toOpenLineage, source)).toContain(`toOpenLineage(): ${fault}`)
    const among = fault.replace('source', 'options.among')
    expect(loosely(sqlRules, { among: source })).toContain(`sqlRules(): ${among}`)
  })
})

describe('a project with environments', () => {
  const shop = project('shop')
    .environments({ dev: { source: 'src_dev' }, prod: { source: 'src' } })
    .add(({ source }) =>
      workflow('orders')
        .cron('00 02 00 * * ?')
        .nodes(odpsSql('ods').code(`insert into ods select * from ${source}`)),
    )
  const tables = (from: Lineage): readonly string[] => from.tables.map(({ name }) => name)

  test('is that of the environment which is named', () => {
    expect(tables(lineage(shop, { environment: 'dev' }))).toEqual(['shop.ods', 'shop.src_dev'])
    expect(tables(lineage(shop, { environment: 'prod' }))).toEqual(['shop.ods', 'shop.src'])
    expect(lineage(shop, { environment: 'prod' }).nodes[0]?.path).toBe(
      '/environments/prod/documents/0/spec/workflows/0/nodes/0',
    )
    expect(toOpenLineage(shop, { environment: 'dev' })[0]?.inputs).toEqual([
      { namespace: 'odps', name: 'shop.src_dev' },
    ])
    expect(tables(lineage(shop.build({ environment: 'dev' }), { environment: 'dev' }))).toHaveLength(2)
  })

  test('is refused without a name, and says what to write', () => {
    for (const call of [lineage, toOpenLineage]) {
      expect(said(() => call(shop))).toBe(
        'Project "shop" has other documents in each environment: dev, prod. Say which: { environment: "dev" }.',
      )
    }
    expect(said(() => sqlRules({ among: shop }))).toContain('Say which: { environment: "dev" }.')
    expect(said(() => lineage(shop, { environment: 'prd' }))).toBe(
      'Project "shop" has no environment "prd". Did you mean "prod"?',
    )
    expect(said(() => lineage(orders, { environment: 'dev' }))).toContain('What was given has no environment "dev"')
  })

  test('is looked at by rules as the environment that is named', () => {
    const mart = project('mart')
      .environments({ dev: { target: 'x_dev' }, prod: { target: 'x' } })
      .add(({ target }) =>
        workflow('loads')
          .cron('00 02 00 * * ?')
          .nodes(odpsSql('load').code(`insert into ${target} select 1`)),
      )
    const reader = workflow('reports').cron('00 02 00 * * ?').nodes(odpsSql('report').code('select * from mart.x'))
    const told = (among: object, environment?: 'dev' | 'prod') =>
      reader.check({ custom: sqlRules({ among, ...(environment === undefined ? {} : { environment }) }) })
    for (const dev of [told(mart, 'dev'), told(mart.build({ environment: 'dev' }))]) expect(dev).toEqual(reader.check())
    for (const prod of [told(mart, 'prod'), told(mart.build({ environment: 'prod' }))]) {
      expect(prod).toContainEqual(expect.objectContaining({ rule: 'table/unordered-read' }))
    }
  })
})
