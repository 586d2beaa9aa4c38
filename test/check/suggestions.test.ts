import { checkSpec } from 'flowspec'
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
  ['nodes', 'reference/unknown-node', (place) => ({ nodeId: `tabel_${place}` }), 'Did you mean "table_0"?'],
  ['outputs', 'reference/unknown-output', (place) => ({ output: `outptu_${place}` }), 'Did you mean "output_0"?'],
])('of very many unknown %s all are named, and the first get a suggestion', (_, rule, upstream, hint) => {
  const found = checkSpec(document(upstream))
  expect(found).toHaveLength(count)
  expect(found[0]).toMatchObject({ rule, hint })
  const suggested = found.filter((diagnostic) => diagnostic.hint?.startsWith('Did you mean') === true)
  expect(suggested.length).toBeGreaterThan(100)
  expect(suggested.length).toBeLessThan(200)
})

test('a name that is missed everywhere gets its suggestion everywhere', () => {
  const hints = checkSpec(document(() => ({ nodeId: 'tabel_7' }))).map(({ hint }) => hint)
  expect(hints).toEqual(places.map(() => 'Did you mean "table_7"?'))
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
    checkSpec({ kind: 'CycleWorkflow', version: '1.1.0', spec }).map(({ message, hint }) => [message, hint]),
  ).toEqual([
    ["'one_last' comes after 'identifer', which is not in the workflow.", 'Did you mean "identifier"?'],
    ["'two_last' comes after 'order', which is not in the workflow.", 'Did you mean "orders"?'],
    ["'three_last' comes after 'order', which is not in the workflow.", undefined],
  ])
})
