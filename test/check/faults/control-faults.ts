import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const route = `${nodes}/4`
const merged = `${nodes}/5`

const branchFault = (edit: Edit): Edit => both(branchNode, edit)
const joinFault = (edit: Edit): Edit => both(branchNode, joinNode, edit)

/** Faults in branches, joins, and the nodes that carry them. */
export const controlFaults: readonly Fault[] = [
  [
    'a condition whose output is not one of the node',
    branchFault(set(`${route}/branch/branches/0/output/data`, 'route_bigger')),
    'control/branch-arm',
    `${route}/branch/branches/0/output`,
  ],
  [
    'a condition whose output, written as text, is not one of the node',
    branchFault(set(`${route}/branch/branches/1/output`, 'route_smaller')),
    'control/branch-arm',
    `${route}/branch/branches/1/output`,
  ],
  [
    'a branch without outputs',
    both(
      branchFault(remove(`${route}/outputs`)),
      set(`${route}/branch/branches`, [{ when: '1 == 1', output: { data: 'x', artifactType: 'NodeOutput' } }]),
    ),
    'control/branch-arm',
    `${route}/branch/branches/0/output`,
  ],
  [
    'two conditions of one output',
    branchFault(set(`${route}/branch/branches/1/output/data`, 'route_big')),
    'control/branch-arm',
    `${route}/branch/branches/1/output`,
  ],
  [
    'an empty condition',
    branchFault(set(`${route}/branch/branches/0/when`, ' ')),
    'control/branch-arm',
    `${route}/branch/branches/0/when`,
  ],
  [
    'an arm on a node that is not there',
    joinFault(
      set(`${merged}/join/branches/0`, { name: 'a', nodeId: 'dwt', assertion: { field: 'status', in: ['1'] } }),
    ),
    'control/join-arm',
    `${merged}/join/branches/0`,
  ],
  [
    'an arm on an output that is not there',
    joinFault(set(`${merged}/join/branches/0/output/data`, 'dwt')),
    'control/join-arm',
    `${merged}/join/branches/0`,
  ],
  [
    'an arm and its dependency on a node that is not there',
    joinFault(
      both(
        set(`${merged}/join/branches/1/nodeId`, 'dwt'),
        set(`${dependencies}/4/depends/1`, { type: 'Normal', nodeId: 'dwt' }),
      ),
    ),
    'reference/unknown-node',
    `${dependencies}/4/depends/1/nodeId`,
  ],
  [
    'an arm on nothing',
    joinFault(remove(`${merged}/join/branches/0/output`)),
    'control/join-arm',
    `${merged}/join/branches/0`,
  ],
  [
    'an arm the node does not depend on',
    joinFault(set(`${dependencies}/4/depends`, [{ type: 'Normal', nodeId: 'dwd' }])),
    'control/join-arm',
    `${merged}/join/branches/1`,
  ],
  [
    'an arm on an output from outside that the node does not depend on',
    joinFault(
      set(`${merged}/join/branches/1`, {
        name: 'b',
        output: 'finance.costs',
        assertion: { field: 'status', in: ['2'] },
      }),
    ),
    'control/join-arm',
    `${merged}/join/branches/1`,
  ],
  [
    'an expression with an unknown arm',
    joinFault(set(`${merged}/join/logic/expression`, '(a or b) and c')),
    'control/join-expression',
    `${merged}/join/logic/expression`,
  ],
  [
    'an expression without one of the arms',
    joinFault(set(`${merged}/join/logic/expression`, 'a')),
    'control/join-expression',
    `${merged}/join/logic/expression`,
  ],
  ...['a b', 'a and', 'or a b', 'a and or b', '(a or b', 'a or b)', 'a and not', 'a () or b', 'a (b)'].map(
    (expression): Fault => [
      `"${expression}" as the expression of a join`,
      joinFault(set(`${merged}/join/logic/expression`, expression)),
      'control/join-expression',
      `${merged}/join/logic/expression`,
    ],
  ),
  ...['not a or b', 'NOT(a OR b)', 'a and b or a', '(a or b) and a'].map(
    (expression): Fault => [
      `"${expression}" as the expression of a join without code`,
      joinFault(set(`${merged}/join/logic/expression`, expression)),
      'control/join-expression',
      `${merged}/join/logic/expression`,
    ],
  ),
  [
    'an empty expression',
    joinFault(set(`${merged}/join/logic/expression`, '')),
    'control/join-expression',
    `${merged}/join/logic/expression`,
  ],
  [
    'an arm that waits for a word',
    joinFault(set(`${merged}/join/branches/1/assertion/in`, ['SUCCESS'])),
    'control/join-arm',
    `${merged}/join/branches/1`,
  ],
  [
    'an arm that waits for a failure',
    joinFault(set(`${merged}/join/branches/1/assertion/in`, ['1', '3'])),
    'control/join-arm',
    `${merged}/join/branches/1`,
  ],
  [
    'an arm that waits for no status',
    joinFault(set(`${merged}/join/branches/1/assertion/in`, [])),
    'control/join-arm',
    `${merged}/join/branches/1`,
  ],
  [
    'a branch on a node of another command',
    branchFault(
      both(set(`${route}/script/runtime/command`, 'ODPS_SQL'), set(`${route}/script/content`, "select '${size}'")),
    ),
    'control/structure',
    `${route}/branch`,
  ],
  [
    'two control structures on one node',
    branchFault(set(`${route}/for-each`, { maxIterations: 3 })),
    'control/structure',
    `${route}/for-each`,
  ],
  [
    'a loop on a node that is no loop, in another spelling',
    set(`${at.dwd}/doWhile`, { maxIterations: 3 }),
    'control/structure',
    `${at.dwd}/doWhile`,
  ],
  ['a branch node without conditions', branchFault(remove(`${route}/branch`)), 'control/structure', route],
  ['a join node without arms', joinFault(remove(`${merged}/join`)), 'control/structure', merged],
  [
    'dependencies on the previous cycle of children and of another node',
    append(`${dependencies}/2/depends`, { type: 'CrossCycleDependsOnChildren' }),
    'graph/cross-cycle-mix',
    `${dependencies}/2/depends/3`,
  ],
]
