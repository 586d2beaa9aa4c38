import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { both, type Edit, remove, set } from '../support/edit.ts'
import type { ShapeFirst } from '../support/fixture.ts'
import { doWhileNode, loopNode, withCode } from '../support/loop-nodes.ts'

const route = `${at.workflow}/nodes/4`
const merged = `${at.workflow}/nodes/5`
const branches = `${route}/branch/branches`
const joined = both(branchNode, joinNode)
const unknownArm = both(branchNode, set(`${branches}/0/output/data`, 'route_bigger'))
const unknownJoinArm = both(
  joined,
  set(`${merged}/join/branches/0`, { name: 'a', nodeId: 'dwt', assertion: { field: 'status', in: ['1'] } }),
)
const leftOut = both(joined, set(`${merged}/join/logic/expression`, 'a'))
const unsaid = both(joined, set(`${merged}/join/logic/expression`, 'not a and b'))
const emptyLoop = loopNode({ nodes: [] })
const comment = doWhileNode({ while: withCode('end', 'print(True) # again', 'CONTROLLER_CYCLE_END') })
const runsNode: Edit = both(
  set(`${at.dwd}/script/runtime/command`, 'SUB_PROCESS'),
  remove(`${at.dwd}/script/content`),
  set(`${at.dwd}/subflow`, { output: 'start' }),
)

const wrong = (path: string, value: unknown = 5): readonly [shape: Edit, path: string] => [set(path, value), path]

/** Faults of control structures that are not told beside a fault of shape. */
export const controlShapes: readonly ShapeFirst[] = [
  ['control/branch-arm', 'an output beside outputs of the wrong shape', unknownArm, ...wrong(`${route}/outputs`)],
  ['control/branch-arm', 'an output beside no list', unknownArm, ...wrong(`${route}/outputs/nodeOutputs`)],
  ['control/branch-arm', 'an output beside one that is none', unknownArm, ...wrong(`${route}/outputs/nodeOutputs/2`)],
  [
    'control/branch-arm',
    'an output beside one whose text is none',
    unknownArm,
    ...wrong(`${route}/outputs/nodeOutputs/2/data`),
  ],
  ['control/branch-arm', 'an output of the wrong shape', unknownArm, ...wrong(`${branches}/0/output/artifactType`)],
  ['control/branch-arm', 'an arm of the wrong shape', unknownArm, ...wrong(`${branches}/0/desc`)],
  [
    'control/branch-arm',
    'an empty condition of an arm of the wrong shape',
    both(branchNode, set(`${branches}/0/when`, '')),
    ...wrong(`${branches}/0/desc`),
  ],
  ['control/join-arm', 'an arm of the wrong shape', unknownJoinArm, ...wrong(`${merged}/join/branches/0/name`)],
  ['control/join-expression', 'a join of the wrong shape', leftOut, ...wrong(`${merged}/join/resultStatus`)],
  ['control/join-expression', 'logic of the wrong shape', leftOut, ...wrong(`${merged}/join/logic/expression`)],
  ['control/join-expression', 'the second arm of the wrong shape', leftOut, ...wrong(`${merged}/join/branches/1/name`)],
  ['control/join-expression', 'code of the wrong shape', unsaid, ...wrong(`${merged}/script/content`)],
  ['control/empty-body', 'nodes that are no list', emptyLoop, ...wrong(`${route}/for-each/nodes`)],
  ['control/empty-body', 'a node that is none', emptyLoop, ...wrong(`${route}/for-each/nodes/0`)],
  ['control/empty-body', 'a loop of the wrong shape', emptyLoop, ...wrong(`${route}/for-each/parallelism`, 'x')],
  [
    'control/loop-end-comment',
    'code with a path of the wrong shape',
    comment,
    ...wrong(`${route}/do-while/while/script/path`),
  ],
  ['control/missing-arms', 'arms that are no list', both(branchNode, set(`${branches}`, [])), ...wrong(branches)],
  ['control/not-citable', 'a sub-process of the wrong shape', runsNode, ...wrong(`${at.dwd}/subflow/id`)],
]
