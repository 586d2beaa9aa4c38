import { checkSpec, type Diagnostic } from 'flowspec'
import { expect, test } from 'vitest'

const table = 'odps.retail.orders'

/** A workflow whose nodes all write one table; each name beside a node is what it comes after. */
function writers(nodes: readonly (readonly [name: string, after?: string])[]): object {
  const dependencies = nodes.flatMap(([nodeId, after]) =>
    after === undefined ? [] : [{ nodeId, depends: [{ type: 'Normal', nodeId: after }] }],
  )
  const workflow = {
    name: 'orders',
    script: { path: 'orders', runtime: { command: 'WORKFLOW' } },
    trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    nodes: nodes.map(([name]) => ({
      id: name,
      name,
      script: { path: `orders/${name}`, runtime: { command: 'ODPS_SQL' }, content: 'select 1' },
      outputs: {
        nodeOutputs: [{ artifactType: 'NodeOutput', data: `p.${name}` }],
        tables: [{ guid: table, artifactType: 'Table' }],
      },
    })),
    dependencies,
  }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [workflow] } }
}

const found = (document: object): readonly Diagnostic[] =>
  checkSpec(document).filter(({ rule }) => rule === 'table/order')

test('the message names both nodes and the table', () => {
  expect(found(writers([['load'], ['fix']]))).toMatchObject([
    {
      severity: 'warning',
      message: `'fix' writes the table ${table}, 'load' writes it, and no path leads from one to the other.`,
      subject: { kind: 'node', name: 'fix' },
    },
  ])
})

test('a pair is found wherever it stands among the others', () => {
  expect(found(writers([['b', 'a'], ['a'], ['c', 'a']]))).toHaveLength(1)
  expect(found(writers([['b', 'a'], ['a'], ['c', 'b']]))).toEqual([])
})

test('two nodes of one name cannot come after one another by it, which their own fault says', () => {
  expect(found(writers([['load'], ['load']]))).toEqual([])
  expect(found(writers([['load'], ['load'], ['fix']]))).toHaveLength(1)
})

test('a table is one diagnostic, however many nodes write it side by side', () => {
  expect(found(writers(Array.from({ length: 5 }, (_, place) => [`n${place}`])))).toHaveLength(1)
})

test('the first eight nodes that write a table are compared', () => {
  const chain = Array.from({ length: 8 }, (_, place): readonly [string, string?] =>
    place === 0 ? ['n0'] : [`n${place}`, `n${place - 1}`],
  )
  expect(found(writers([...chain.slice(0, 7), ['beside']]))).toHaveLength(1)
  expect(found(writers([...chain, ['beside']]))).toEqual([])
})

test('a circle is a circle, and no fault of its tables', () => {
  const document = writers([
    ['a', 'b'],
    ['b', 'a'],
  ])
  expect(checkSpec(document).map(({ rule }) => rule)).toEqual(['graph/cycle'])
})
