import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { doWhileNode, inside, loopNode, withCode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const branches = `${nodes}/4/branch/branches`
const after = (nodeId: string, ...outputs: readonly string[]): object => ({
  nodeId,
  depends: outputs.map((output) => ({ type: 'Normal', output })),
})

/** What the rules about conditions, arms and loops let pass. */
export const decisionPasses: readonly Pass[] = [
  ['control/condition-syntax', 'comparisons of texts', branchNode],
  [
    'control/condition-syntax',
    'calls, lists and arithmetic',
    both(branchNode, set(`${branches}/0/when`, "len('${size}') % 2 == 0 or '${size}' in ['big', 'huge']")),
  ],
  [
    'control/exclusive-arms',
    'a node behind one arm of a branch',
    both(branchNode, append(nodes, inside('last')), append(dependencies, after('last', 'route_big', 'dwd'))),
  ],
  [
    'control/exclusive-arms',
    'a join behind both arms that holds for not run, too',
    both(
      branchNode,
      joinNode,
      set(`${nodes}/5/join/branches/1/assertion/in`, ['1', '2']),
      append(`${dependencies}/1/depends`, { type: 'Normal', output: 'route_big' }),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'route_small' }]),
    ),
  ],
  ['control/branch-count', 'a branch of two arms', branchNode],
  ['control/loop-parallelism', 'as many rounds at a time as the service runs', loopNode({ parallelism: 20 })],
  ['control/loop-parallelism', 'rounds of a do-while loop one after the other', doWhileNode({ parallelism: 0 })],
  [
    'control/loop-end-comment',
    'a sign of a comment in a text',
    doWhileNode({ while: withCode('end', "print('#' == '#')", 'CONTROLLER_CYCLE_END') }),
  ],
  [
    'control/loop-variable',
    'the item of a loop',
    loopNode({ nodes: [withCode('a', 'echo ${dag.foreach.current[0]}')] }),
  ],
  [
    'parameter/undeclared',
    'a variable of a loop',
    loopNode({ nodes: [withCode('a', 'select ${dag.loopTimes}', 'ODPS_SQL')] }),
  ],
  [
    'control/loop-merge',
    'a loop without branches',
    loopNode({ nodes: [inside('body'), inside('last', 'CONTROLLER_TRAVERSE_END')] }),
  ],
  ['control/nested-loop', 'a loop in a workflow', loopNode({ maxIterations: 3 })],
]
