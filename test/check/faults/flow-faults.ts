import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { hubNode } from '../support/hub-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const added = `${nodes}/4`
const taken = `${at.dwd}/inputs/variables/0`
const reference = `${at.dwd}/script/parameters/0/referenceVariable`

const script = (name: string, command: string) => ({ path: `retail/orders/${name}`, runtime: { command } })
const output = (data: string) => ({ data, artifactType: 'NodeOutput' })

/** Adds a node behind `start`. */
const behindStart = (node: { readonly name: string; readonly [field: string]: unknown }): Edit =>
  both(
    append(nodes, { id: node.name, ...node }),
    append(dependencies, { nodeId: node.name, depends: [{ type: 'Normal', output: 'start' }] }),
  )

const loop = (structure: object, parameters: readonly object[] = []): Edit =>
  behindStart({
    name: 'loop',
    script: { ...script('loop', 'CONTROLLER_TRAVERSE'), parameters },
    'for-each': { nodes: [end('body', 'VIRTUAL')], ...structure },
  })

const list = {
  artifactType: 'Variable',
  name: 'loopDataArray',
  scope: 'NodeParameter',
  type: 'Constant',
  value: 'a,b',
}

const end = (name: string, command: string) => ({ id: name, name, script: script(name, command) })

const manyNodes = (count: number) =>
  Array.from({ length: count }, (_, place) => ({ name: `n${place}`, script: script(`n${place}`, 'VIRTUAL') }))

const emptied = (kind: string, count: number): Edit =>
  both(
    set('/kind', kind),
    set('/spec/type', kind),
    set(nodes, manyNodes(count)),
    set(dependencies, []),
    set(at.trigger, { type: kind === 'ManualWorkflow' ? 'Manual' : 'Custom' }),
  )

const ofOds = {
  artifactType: 'Variable',
  name: 'region',
  scope: 'NodeContext',
  type: 'NodeOutput',
  node: { nodeId: '7635763838174670470' },
}

/** Faults in how nodes belong together. */
export const flowFaults: readonly Fault[] = [
  ...[{ variables: [] }, {}, { variables: null }].map(
    (fields): Fault => [
      `a parameter node of ${JSON.stringify(fields)}`,
      behindStart({ name: 'hub', script: script('hub', 'PARAM_HUB'), 'param-hub': fields }),
      'variable/hub-outputs',
      `${added}/param-hub`,
    ],
  ),
  [
    'an input that no dependency names',
    set(`${at.dwd}/inputs/nodeOutputs`, [output('start')]),
    'graph/input-mismatch',
    `${at.dwd}/inputs/nodeOutputs/0/data`,
  ],
  [
    'an input from outside that no dependency names',
    set(`${at.report}/inputs`, { nodeOutputs: [output('finance.costs')] }),
    'graph/input-mismatch',
    `${at.report}/inputs/nodeOutputs/0/data`,
  ],
  [
    'a circle of inputs and dependencies',
    set(`${at.start}/inputs/nodeOutputs/0/data`, 'dwd'),
    'graph/cycle',
    `${at.start}/inputs/nodeOutputs/0`,
  ],
  [
    'a node that nothing reaches',
    append(nodes, { name: 'n', script: script('n', 'VIRTUAL') }),
    'graph/isolated-node',
    added,
  ],
  ['201 nodes of a manual workflow', emptied('ManualWorkflow', 201), 'graph/node-count', nodes],
  ['401 nodes of a triggered workflow', emptied('TriggerWorkflow', 401), 'graph/node-count', nodes],
  [
    'an output of no data',
    append(`${at.dwd}/outputs/nodeOutputs`, { artifactType: 'NodeOutput', refTableName: 'dwd' }),
    'reference/empty-output',
    `${at.dwd}/outputs/nodeOutputs/1`,
  ],
  [
    'an output of null',
    append(`${at.dwd}/outputs/nodeOutputs`, { ...output('x'), data: null }),
    'reference/empty-output',
    `${at.dwd}/outputs/nodeOutputs/1`,
  ],
  [
    'the id of a workflow that lost its last digits',
    set(`${at.workflow}/id`, '7635763838174671000'),
    'reference/rounded-id',
    `${at.workflow}/id`,
  ],
  [
    'an id of 17 digits that lost its last ones',
    set(`${at.workflow}/id`, '12345678901234500'),
    'reference/rounded-id',
    `${at.workflow}/id`,
  ],
  [
    'a variable of eight hexadecimal digits, which are a name',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, 'deadbeef:region')),
    'variable/source',
    `${taken}/value`,
  ],
  [
    'an output of a node elsewhere that lost its last digits',
    append(`${dependencies}/1/depends`, { type: 'Normal', output: '7635763838174671000' }),
    'reference/rounded-id',
    `${dependencies}/1/depends/2/output`,
  ],
  [
    'a variable of another owner',
    both(hubNode, set(`${taken}/node/output`, 'hubb'), set(`${taken}/node/nodeId`, null)),
    'variable/source',
    `${taken}/node/output`,
  ],
  [
    'a variable of an unknown id',
    both(hubNode, set(`${taken}/node`, { nodeId: 'hubb' })),
    'variable/source',
    `${taken}/node/nodeId`,
  ],
  [
    'a variable of another name',
    both(hubNode, set(`${reference}/name`, 'regoin')),
    'variable/source',
    `${reference}/name`,
  ],
  [
    'a variable of a node that comes after',
    both(hubNode, set(`${taken}/node/output`, 'report.daily_1')),
    'variable/source',
    `${taken}/node/output`,
  ],
  [
    'a variable whose value names no node',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, 'hubb:region')),
    'variable/source',
    `${taken}/value`,
  ],
  ...['x_5a1f0c3e7', '5a1f0c3e7_x'].map(
    (name): Fault => [
      `a variable of ${name}, which is no number of hexadecimal digits`,
      both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, `${name}:region`)),
      'variable/source',
      `${taken}/value`,
    ],
  ),
  [
    'a variable that is handed through and whose value names no node',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/type`, 'PassThrough'), set(`${taken}/value`, 'hubb:region')),
    'variable/source',
    `${taken}/value`,
  ],
  [
    'a variable of a node that comes after, by its id',
    both(hubNode, set(`${at.start}/inputs/variables`, [{ ...ofOds, inputName: 'r' }])),
    'variable/source',
    `${at.start}/inputs/variables/0/node/nodeId`,
  ],
  [
    'a variable in the singular that no parameter takes',
    set(`${at.dwd}/inputs/variable`, [{ ...ofOds, node: { output: 'finance.rates' } }]),
    'variable/unbound',
    `${at.dwd}/inputs/variable/0`,
  ],
  [
    'a variable that no parameter takes',
    both(
      hubNode,
      remove(`${taken}/inputName`),
      remove(`${at.dwd}/script/parameters`),
      set(`${at.dwd}/script/content`, 'select 1'),
    ),
    'variable/unbound',
    taken,
  ],
  [
    'a variable of a parameter node that it does not offer',
    both(
      hubNode,
      append(`${added}/param-hub/variables`, {
        artifactType: 'Variable',
        name: 'zone',
        scope: 'NodeContext',
        type: 'Constant',
        value: 'a',
      }),
    ),
    'variable/hub-outputs',
    `${added}/param-hub/variables/1`,
  ],
  [
    'a condition that compares text without quotes',
    both(branchNode, set(`${added}/branch/branches/0/when`, "${size} == 'big'")),
    'control/branch-condition',
    `${added}/branch/branches/0/when`,
  ],
  [
    'a condition that compares text with a name without quotes',
    both(branchNode, set(`${added}/branch/branches/1/when`, "'big' != ${size}")),
    'control/branch-condition',
    `${added}/branch/branches/1/when`,
  ],
  [
    'a condition that uses no parameter of the node',
    both(branchNode, set(`${added}/branch/branches/0/when`, "'${sice}' == 'big'")),
    'control/branch-condition',
    `${added}/branch/branches/0/when`,
  ],
  [
    'an arm on the branch node',
    both(
      branchNode,
      joinNode,
      set(`${nodes}/5/join/branches/1/nodeId`, 'route'),
      append(`${dependencies}/4/depends`, { type: 'Normal', output: 'route' }),
    ),
    'control/join-arm',
    `${nodes}/5/join/branches/1`,
  ],
  [
    'a loop with two starts',
    loop(
      {
        nodes: [
          end('one', 'CONTROLLER_TRAVERSE_START'),
          end('two', 'CONTROLLER_TRAVERSE_START'),
          end('body', 'VIRTUAL'),
        ],
      },
      [list],
    ),
    'control/loop-ends',
    `${added}/for-each`,
  ],
  [
    'a loop with the end of the other kind',
    loop({ nodes: [end('one', 'CONTROLLER_CYCLE_END'), end('body', 'VIRTUAL')] }, [list]),
    'control/loop-ends',
    `${added}/for-each`,
  ],
  [
    'a loop of many rounds',
    loop({ maxIterations: 1025 }, [list]),
    'control/loop-rounds',
    `${added}/for-each/maxIterations`,
  ],
  ['a loop through no list', loop({ maxIterations: 3 }), 'control/loop-list', `${added}/for-each`],
  [
    'a workflow inside itself that is not citable',
    behindStart({
      name: 'call',
      script: script('call', 'SUB_PROCESS'),
      subflow: { output: 'retail.orders' },
    }),
    'control/not-citable',
    `${added}/subflow`,
  ],
  [
    'a node where a workflow has to be',
    both(
      set(`${at.workflow}/citable`, true),
      behindStart({ name: 'call', script: script('call', 'SUB_PROCESS'), subflow: { output: 'dwd' } }),
    ),
    'control/not-citable',
    `${added}/subflow`,
  ],
]
