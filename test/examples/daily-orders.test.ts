import { readFileSync } from 'node:fs'
import { fromSpec, writeJson } from 'flowspec'
import { graphOf } from 'flowspec/graph'
import { deriveDependencies, sqlRules } from 'flowspec/sql'
import { expect, it, vi } from 'vitest'
import { dailyOrders } from '../../docs/examples/daily-orders/pipeline.ts'

const golden = new URL('daily-orders.golden.json', import.meta.url)

it('builds the document that is written down', async () => {
  const text = `${writeJson(dailyOrders.build({ project: 'dw_project' }))}\n`
  await expect(text).toMatchFileSnapshot(golden.pathname)
})

it('holds the code of the files beside it', () => {
  const sql = readFileSync(new URL('../../docs/examples/daily-orders/sql/report_sales.sql', import.meta.url), 'utf8')
  const nodes = dailyOrders.build().spec.workflows?.[0]?.nodes
  expect(nodes?.find(({ name }) => name === 'report_sales')?.script?.content).toBe(sql)
})

it('has nothing the check could find fault with', () => {
  expect(dailyOrders.check({ project: 'dw_project' })).toEqual([])
})

/** The edges of documents, in words. */
const edges = (source: object): readonly string[] =>
  graphOf(source)
    .edges.map(({ from, to, type }) => `${from.name} > ${to.name}${type === 'Normal' ? '' : ` ${type}`}`)
    .sort()

it('has the edges that its SQL asks for, and besides them only those that no table can say', () => {
  const written = dailyOrders.build({ project: 'dw_project' })
  const [flow] = written.spec.workflows ?? []
  const bare = { ...written, spec: { ...written.spec, workflows: [{ ...flow, dependencies: [] }] } }
  const { builder, left, faults } = deriveDependencies(fromSpec(bare), { self: 'previous' })
  expect([left, faults]).toEqual([[], []])
  const byHand = ['finance.currency_rates > dwd_orders', 'start > sync_orders']
  expect(edges(written)).toEqual([...edges(builder), ...byHand].sort())
})

it('has nothing the rules that read SQL could find fault with', () => {
  expect(dailyOrders.check({ project: 'dw_project', custom: sqlRules() })).toEqual([])
})

it('goes through the demo: built, planned, deployed, deployed again, published, and a business process beside it', async () => {
  let printed = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text)
    return true
  })
  try {
    await import('../../docs/examples/daily-orders/demo.ts')
  } finally {
    write.mockRestore()
  }
  const ids = [...printed.matchAll(/workflow,? (\d{19})/g)].map(([, id]) => id)
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(ids[1])
  expect(printed).toContain('Plan for workspace 10000: 14 create')
  expect(printed).toContain('ended with Success')
  expect(printed).toMatch(/created business process \d+/)
  expect(printed.match(/business date \d{4}-\d\d-\d\d/g)).toHaveLength(5)
})
