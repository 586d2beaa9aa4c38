import { checkSpec, external, node, odpsSql, project, workflow } from 'flowspec'
import { expect, test } from 'vitest'

const count = 400
const places = Array.from({ length: count }, (_, place) => place)

/** A workflow of nodes `table_0`, `table_1`, …, of which each comes after a node that is not there. */
function document(upstream: (place: number) => object): object {
  const workflow = {
    name: 'w',
    script: { path: 'w', runtime: { command: 'WORKFLOW' } },
    trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    nodes: places.map((place) => ({
      name: `table_${place}`,
      script: { path: `w/table_${place}`, runtime: { command: 'VIRTUAL' } },
      outputs: { nodeOutputs: [{ data: `output_${place}`, artifactType: 'NodeOutput' }] },
    })),
    dependencies: places.map((place) => ({ nodeId: `table_${place}`, depends: [upstream(place)] })),
  }
  return { kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows: [workflow] } }
}

test.each<[string, string, (place: number) => object, string]>([
  ['nodes', 'reference/unknown-node', (place) => ({ nodeId: `tabel_${place + 1}` }), 'Did you mean "table_1"?'],
  ['outputs', 'reference/unknown-output', (place) => ({ output: `outptu_${place + 1}` }), 'Did you mean "output_1"?'],
])('of very many unknown %s all are named, and the first get a suggestion', (_, rule, upstream, hint) => {
  const found = checkSpec(document(upstream))
  expect(found).toHaveLength(count)
  expect(found[0]).toMatchObject({ rule, hint })
  const suggested = found.filter((diagnostic) => diagnostic.hint?.startsWith('Did you mean') === true)
  expect(suggested.length).toBeGreaterThan(100)
  expect(suggested.length).toBeLessThan(200)
})

test('a name that is missed everywhere gets its suggestion everywhere, but for the node of that name', () => {
  const hints = checkSpec(document(() => ({ nodeId: 'tabel_7' }))).map(({ hint }) => hint)
  expect(hints.filter((hint) => hint === 'Did you mean "table_7"?')).toHaveLength(count - 1)
  expect(hints[7]).toMatch(/^Add the node, or name one from elsewhere/)
})

test('a suggestion comes from the same workflow, by name or by id', () => {
  const flow = (name: string, nodes: readonly object[], nodeId: string): object => ({
    name,
    script: { path: name, runtime: { command: 'WORKFLOW' } },
    trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
    nodes: nodes.map((node) => ({ script: { runtime: { command: 'VIRTUAL' } }, ...node })),
    dependencies: [{ nodeId: `${name}_last`, depends: [{ nodeId }] }],
  })
  const spec = {
    workflows: [
      flow('one', [{ name: 'one_last' }, { id: 'identifier', name: 'other' }], 'identifer'),
      flow('two', [{ name: 'two_last' }, { id: '1', name: 'orders' }], 'order'),
      flow('three', [{ name: 'three_last' }], 'order'),
    ],
  }
  expect(
    checkSpec({ kind: 'CycleWorkflow', version: '1.1.0', spec })
      .filter(({ rule }) => rule === 'reference/unknown-node')
      .map(({ message, hint }) => [message, hint]),
  ).toEqual([
    ["'one_last' comes after 'identifer', which is not in the workflow.", 'Did you mean "identifier"?'],
    ["'two_last' comes after 'order', which is not in the workflow.", 'Did you mean "orders"?'],
    [
      "'three_last' comes after 'order', which is not in the workflow.",
      'Add the node, or name one from elsewhere by its output: outputOf(…), external(…).',
    ],
  ])
})

test.each<[output: string, hint: RegExp]>([
  // Nearest is what the node itself offers, and then what is offered by the workflow it stands in.
  ['shop.check_order', /^Suppress this/],
  ['shop.daily_order', /^Suppress this/],
  ['shop.load_order', /^Did you mean "shop\.load_orders"\?$/],
])('of a dependency on %s nothing is suggested that is the node itself or holds it', (output, hint) => {
  const load = odpsSql('load_orders').code('select 1')
  const checked = odpsSql('check_orders').code('select 1').after(load, external(output))
  const daily = workflow('daily_orders').cron('00 02 00 * * ?').nodes(load, checked)
  const found = project('shop').add(daily).check()
  expect(found.map(({ rule }) => rule)).toEqual(['project/unknown-output'])
  expect(found[0]?.hint).toMatch(hint)
})

test.each<[output: string, hint: string]>([
  ['check_order', 'An output from outside reads project.node.'],
  ['load_order', 'Did you mean "load_orders"?'],
])('nor of %s without a project', (output, hint) => {
  const load = odpsSql('load_orders').code('select 1').output('load_orders')
  const checked = odpsSql('check_orders').code('select 1').output('check_orders').after(load, external(output))
  const found = workflow('daily').cron('00 02 00 * * ?').nodes(load, checked).check()
  expect(found.map(({ rule }) => rule)).toEqual(['reference/unknown-output'])
  expect(found[0]?.hint).toBe(hint)
})

test.each<[command: string, severity: string, hint?: string]>([
  ['ODPS_SQLL', 'warning', 'Did you mean "ODPS_SQL"?'],
  ['odps_sql', 'warning', 'Did you mean "ODPS_SQL"?'],
  ['EMR_SPRAK', 'warning', 'Did you mean "EMR_SPARK"?'],
  ['LINDORM_SQL', 'info'],
  ['DLF_SPARK', 'info'],
  ['PYODPS4', 'info'],
  ['EMR_HIVE_SQL', 'info'],
  ['RETAIL_FORECAST', 'info'],
])('an unknown command %s gets a suggestion when it is a misspelt one only', (command, severity, hint) => {
  const found = workflow('orders')
    .cron('00 02 00 * * ?')
    .nodes(node('n', command).code('select 1'))
    .check()
    .filter(({ rule }) => rule === 'node/unknown-command')
  expect(found.map((diagnostic) => [diagnostic.severity, diagnostic.hint])).toEqual([[severity, hint]])
})

test.each(['LINDORM_SPARK', 'LINDORM_SPARK_SQL', 'LLM_NODE', 'ODPS_SQL_SCRIPT', 'PY_ODPS', 'SERVERLESS_STARROCKS'])(
  'the documented command %s is known',
  (command) => {
    const orders = workflow('orders').cron('00 02 00 * * ?').nodes(node('n', command).code('select 1'))
    expect(orders.check().map(({ rule }) => rule)).not.toContain('node/unknown-command')
  },
)
