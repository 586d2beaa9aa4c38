import { replaced } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { inside, loopNode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`

const named = (name: string): Edit =>
  both(
    set(`${at.report}/name`, name),
    set(`${at.report}/script/path`, `retail/orders/${name}`),
    set(`${at.workflow}/dependencies/2/nodeId`, name),
  )

const called = (name: string): Edit =>
  both(set(`${at.workflow}/name`, name), set(`${at.workflow}/script/path`, `retail/${name}`))

const virtual = (name: string, fields: object = {}) => ({
  name,
  script: { path: `retail/orders/${name}`, runtime: { command: 'VIRTUAL' } },
  ...fields,
})

/** A node behind `start`. */
const behindStart = (node: { readonly name: string; readonly id?: string }): Edit =>
  both(
    append(nodes, node),
    append(`${at.workflow}/dependencies`, {
      nodeId: node.id ?? node.name,
      depends: [{ type: 'Normal', output: 'start' }],
    }),
  )

const output = (data: string) => ({ outputs: { nodeOutputs: [{ data, artifactType: 'NodeOutput' }] } })

const ofFunction = (name: string): Edit =>
  replaced({
    kind: 'Function',
    version: '1.1.0',
    spec: {
      functions: [
        { name, script: { path: `f/${name}`, runtime: { command: 'ODPS_FUNCTION' } }, type: 'other', className: 'f.F' },
      ],
    },
  })

/** What the rules about names name. */
export const nameTexts: readonly Told[] = [
  ['a node with other characters', named('report-daily'), ['node name "report-daily"', 'not documented']],
  ['a node that breaks its path', named('a/b'), ['node name "a/b"', 'path']],
  ['a workflow with other characters', called('orders-daily'), ['workflow name "orders-daily"', 'not documented']],
  ['a node with a long name', named('n'.repeat(129)), ['node name', '129', '128']],
  ['a workflow with a long name', called('w'.repeat(130)), ['workflow name', '130', '128']],
  [
    'the name of a function with a dash',
    ofFunction('to-cents'),
    ['"to-cents"'],
    'Write letters, digits and underscores only.',
  ],
  [
    'a workflow without path',
    remove(`${at.workflow}/script/path`),
    ["'orders'"],
    'Write the folder it stands in, then its name: "…/orders".',
  ],
  [
    'a node of another path',
    set(`${at.dwd}/script/path`, 'retail/orders/dwb'),
    ['"retail/orders/dwb"', "'dwd'"],
    'Write "retail/orders/dwd".',
  ],
  ['a node of a path without folder', set(`${at.dwd}/script/path`, 'dwb'), ['"dwb"', "'dwd'"], 'Write "dwd".'],
  ...['retail/orders', 'retail/orders/'].map(
    (path): Told => [
      `a node of the folder ${path}`,
      set(`${at.dwd}/script/path`, path),
      [`"${path}"`, 'folder alone'],
      'Write "retail/orders/dwd".',
    ],
  ),
  [
    'a workflow of another path',
    set(`${at.workflow}/script/path`, 'retail/returns'),
    ['"retail/returns"', "'orders'"],
    'Write "retail/orders".',
  ],
  [
    'two workflows of one name',
    append('/spec/workflows', {
      name: 'orders',
      script: { path: 'returns/orders', runtime: { command: 'WORKFLOW' } },
      trigger: { type: 'Scheduler', cron: '00 30 00 * * ?' },
      nodes: [virtual('refund')],
    }),
    ["'orders'"],
    'Give it a name of its own.',
  ],
  [
    'two nodes of one id',
    behindStart(virtual('other', { id: 'dwd', ...output('other') })),
    ["'other'", "id 'dwd'", "node 'dwd'", at.dwd],
    'Give every node an id of its own.',
  ],
  [
    'two nodes of one name',
    behindStart({ ...virtual('dwd'), id: 'other' }),
    ["'dwd'", 'orders › dwd, as node 3'],
    'Node names are unique in the whole workspace: call one otherwise.',
  ],
  [
    'two nodes of one name, of which one stands in a loop',
    both(loopNode({ nodes: [inside('body')] }), behindStart({ ...virtual('body'), id: 'other' })),
    ["'body'"],
  ],
  [
    'the same node twice, with numbers that were read exactly',
    both(...['1', '2'].map(() => append(nodes, { ...virtual('same'), priority: 3n }))),
    ["'same'", 'orders › same, as node 5'],
    'Both say the same: where it is one node, give it once; where they are two, call one otherwise.',
  ],
  [
    'two nodes of one output',
    behindStart(virtual('other', output('dwd'))),
    ["'other'", '"dwd"', "'dwd' offers already"],
    'Output strings are unique in the whole workspace: give one of the nodes another, .output(…).',
  ],
  [
    'a node and its workflow of one output',
    behindStart(virtual('other', output('retail.orders'))),
    ["'orders' offers", '"retail.orders"', "'other' offers already"],
  ],
  [
    'a node and its workflow of one name and one output',
    behindStart(virtual('orders', output('retail.orders'))),
    ["Workflow 'orders'", '"retail.orders"', "node 'orders'"],
  ],
]
