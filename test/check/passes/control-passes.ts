import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { inside } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const route = `${nodes}/4`
const merged = `${nodes}/5`
const both5 = both(branchNode, joinNode)

/** What the rules about control structures let pass. */
export const controlPasses: readonly Pass[] = [
  ['control/branch-arm', 'a branch whose outputs are those of the node', branchNode],
  [
    'control/branch-arm',
    'an output written as text',
    both(branchNode, set(`${route}/branch/branches/0/output`, 'route_big')),
  ],
  [
    'control/branch-arm',
    'an output that stands in the pool',
    both(
      branchNode,
      set('/spec/artifacts', { nodeOutputs: [{ id: 'o', data: 'route_small', artifactType: 'NodeOutput' }] }),
      set(`${route}/outputs/nodeOutputs/2`, '{{o}}'),
    ),
  ],
  ['control/join-arm', 'arms by node and by output, listed in depends the other way round', both5],
  [
    'control/join-arm',
    'an arm on an output from outside that the node depends on',
    both(
      both5,
      append(`${dependencies}/4/depends`, { type: 'Normal', output: 'finance.costs' }),
      set(`${merged}/join/branches/0/output/data`, 'finance.costs'),
    ),
  ],
  [
    'control/join-expression',
    'parentheses, not and operators in capitals, where the node has code of its own',
    both(
      both5,
      set(`${merged}/join/logic/expression`, 'NOT(a OR b) and a'),
      set(`${merged}/script/content`, '{"branchList":[]}'),
    ),
  ],
  [
    'control/join-expression',
    'parentheses that the code can do without',
    both(both5, set(`${merged}/join/logic/expression`, '((a) OR b)')),
  ],
  ['control/join-arm', 'success and not run', both5],
  [
    'control/structure',
    'a loop whose command is a number',
    both(
      set(`${at.dwd}/for-each`, { nodes: [inside('body')] }),
      set(`${at.dwd}/script/runtime`, { commandTypeId: 1106 }),
    ),
  ],
  [
    'control/structure',
    'a loop whose script stands in the pool',
    both(
      set('/spec/scripts', [{ id: 's', path: 'retail/orders/dwd', runtime: { command: 'CONTROLLER_TRAVERSE' } }]),
      set(`${at.dwd}/script`, '{{s}}'),
      set(`${at.dwd}/for-each`, { nodes: [inside('body')] }),
    ),
  ],
  [
    'control/structure',
    'a branch whose conditions stand in its content',
    both(branchNode, remove(`${route}/branch`), set(`${route}/script/content`, '[{"condition":"1 == 1"}]')),
  ],
  [
    'graph/cross-cycle-mix',
    'the previous cycle of the node itself and of another',
    append(`${dependencies}/2/depends`, { type: 'CrossCycleDependsOnSelf' }),
  ],
]
