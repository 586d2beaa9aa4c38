import { at } from '../support/base-document.ts'
import { branchNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { hubNode } from '../support/hub-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const taken = `${at.dwd}/inputs/variables/0`
const when = `${nodes}/4/branch/branches/0/when`

const script = (name: string, command: string) => ({ path: `retail/orders/${name}`, runtime: { command } })
const output = (data: string) => ({ data, artifactType: 'NodeOutput' })

const behindStart = (node: { readonly name: string; readonly [field: string]: unknown }): Edit =>
  both(
    append(nodes, { id: node.name, ...node }),
    append(dependencies, { nodeId: node.name, depends: [{ type: 'Normal', output: 'start' }] }),
  )

const end = (name: string, command: string) => ({ id: name, name, script: script(name, command) })

const loop = (kind: 'do-while' | 'for-each', structure: object, parameters: readonly object[] = []): Edit =>
  behindStart({
    name: 'loop',
    script: { ...script('loop', kind === 'do-while' ? 'CONTROLLER_CYCLE' : 'CONTROLLER_TRAVERSE'), parameters },
    [kind]: { nodes: [end('body', 'VIRTUAL')], ...structure },
  })

const nothing = { artifactType: 'Variable', scope: 'NodeParameter', type: 'Constant', value: '' }

const constant = { artifactType: 'Variable', name: 'bizdate', scope: 'NodeParameter', type: 'Constant' }

/** What the rules about how nodes belong together let pass. */
export const flowPasses: readonly Pass[] = [
  [
    'graph/input-mismatch',
    'an input named by the id of its node',
    set(`${at.dwd}/inputs/nodeOutputs`, [output('ods_out')]),
  ],
  ['graph/input-mismatch', 'dependencies without inputs', set(`${at.report}/inputs`, {})],
  [
    'graph/input-mismatch',
    'an input from outside of a node without dependencies',
    set(`${at.start}/inputs/nodeOutputs`, [output('retail_root')]),
  ],
  [
    'graph/cycle',
    'an input from the cycle before',
    both(
      set(`${at.start}/inputs/nodeOutputs/0/data`, 'dwd'),
      append(dependencies, { nodeId: 'start', depends: [{ type: 'CrossCycleDependsOnOtherNode', output: 'dwd' }] }),
    ),
  ],
  ['graph/isolated-node', 'nodes of which none comes after another', set(dependencies, [])],
  [
    'graph/isolated-node',
    'a node that reads from outside',
    append(nodes, { ...end('n', 'VIRTUAL'), inputs: { nodeOutputs: [output('retail_root')] } }),
  ],
  [
    'graph/node-count',
    '401 nodes of a scheduled workflow',
    both(
      set(
        nodes,
        Array.from({ length: 401 }, (_, place) => ({ name: `n${place}`, script: script(`n${place}`, 'VIRTUAL') })),
      ),
      set(dependencies, []),
    ),
  ],
  [
    'reference/empty-output',
    'an output by the id of its node',
    append(`${at.dwd}/outputs/nodeOutputs`, { nodeId: 'dwd', artifactType: 'NodeOutput' }),
  ],
  ['reference/rounded-id', 'an id of 19 digits', set(`${at.workflow}/id`, '7635763838174670471')],
  ['reference/rounded-id', 'an id of 16 digits, which a number holds', set(`${at.workflow}/id`, '1234567890123400')],
  [
    'reference/rounded-id',
    'an id whose last digits no number would give',
    set(`${at.workflow}/id`, '7635763838174670500'),
  ],
  ['reference/rounded-id', 'a short id that ends in zeros', set(`${at.workflow}/id`, '1000')],
  ['variable/source', 'a variable of a parameter node', hubNode],
  ['variable/source', 'a variable of a node elsewhere', both(hubNode, set(`${taken}/node/output`, 'retail.hub'))],
  [
    'variable/source',
    'an id of the service before the colon',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, '8592858772760529423:region')),
  ],
  [
    'variable/source',
    'an id of another tool, of hexadecimal digits, before the colon',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, '5a1f0c3e7:region')),
  ],
  [
    'variable/source',
    'the result of an assignment, which lists other variables only',
    both(
      hubNode,
      set(`${taken}/name`, 'outputs'),
      set(`${at.dwd}/script/parameters/0/referenceVariable/name`, 'outputs'),
    ),
  ],
  [
    'variable/source',
    'the value of a constant, which is text',
    set(`${at.ods}/script/parameters/0`, { ...constant, value: 'hubb:region' }),
  ],
  [
    'variable/source',
    'a value of which a part is filled in',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/value`, 'hubb$x:region')),
  ],
  [
    'variable/source',
    'a value that names a node, whose variable has another name here',
    both(hubNode, remove(`${taken}/node`), set(`${taken}/name`, 'r'), set(`${taken}/value`, 'hub:region')),
  ],
  [
    'variable/source',
    'a variable of a workflow',
    both(
      hubNode,
      set(`${taken}/node/output`, 'retail.orders'),
      set(`${at.dwd}/script/parameters/0/referenceVariable/node/output`, 'retail.orders'),
    ),
  ],
  ['variable/unbound', 'a variable that a parameter refers to', both(hubNode, remove(`${taken}/inputName`))],
  ['variable/hub-outputs', 'a variable listed twice', hubNode],
  ['control/branch-condition', 'a number without quotes', both(branchNode, set(when, '${size} > 3'))],
  ['control/branch-condition', 'a list of texts', both(branchNode, set(when, "'${size}' in ['big', 'huge']"))],
  [
    'control/branch-condition',
    'a variable of the node before',
    both(
      branchNode,
      set(when, "'${rows}' == ''"),
      set(`${nodes}/4/inputs`, { variables: [{ ...nothing, name: 'outputs', inputName: 'rows' }] }),
    ),
  ],
  [
    'control/loop-ends',
    'one start, and the end in the condition',
    loop('do-while', {
      nodes: [end('first', 'CONTROLLER_CYCLE_START'), end('body', 'VIRTUAL')],
      while: end('last', 'CONTROLLER_CYCLE_END'),
    }),
  ],
  [
    'control/loop-ends',
    'nodes of other commands',
    loop('do-while', { nodes: [end('a', 'VIRTUAL'), end('b', 'VIRTUAL')] }),
  ],
  ['control/loop-rounds', 'the most rounds', loop('do-while', { maxIterations: 1024 })],
  [
    'control/loop-list',
    'the list in a parameter',
    loop('for-each', { maxIterations: 3 }, [{ ...nothing, name: 'loopDataArray' }]),
  ],
  ['control/loop-list', 'the list of an older document', loop('for-each', { array: { ...nothing, name: 'list' } })],
  [
    'control/not-citable',
    'a workflow that is citable, by its id',
    both(
      set(`${at.workflow}/id`, '7635763838174670471'),
      set(`${at.workflow}/citable`, true),
      behindStart({ name: 'call', script: script('call', 'SUB_PROCESS'), subflow: { id: '7635763838174670471' } }),
    ),
  ],
  [
    'control/not-citable',
    'a workflow outside of the document',
    behindStart({ name: 'call', script: script('call', 'SUB_PROCESS'), subflow: { output: 'retail.clean' } }),
  ],
]
