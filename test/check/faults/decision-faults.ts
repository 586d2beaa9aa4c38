import { at } from '../support/base-document.ts'
import { branchNode, joinNode } from '../support/control-nodes.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { beside, doWhileNode, inside, loopNode, withCode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const route = `${nodes}/4`
const loop = `${route}/for-each`
const when = `${route}/branch/branches/0/when`
const after = (nodeId: string, ...outputs: readonly string[]): object => ({
  nodeId,
  depends: outputs.map((output) => ({ type: 'Normal', output })),
})

const constant = { artifactType: 'Variable', scope: 'NodeParameter', type: 'Constant' }

/** Leaves one node in the workflow, which comes after nothing. */
const oneVirtualNode = (node: object): Edit => both(set(nodes, [node]), set(dependencies, []))

/** Faults in the conditions of branches, in what comes after their arms, and in loops. */
export const decisionFaults: readonly Fault[] = [
  [
    'an assignment for a comparison',
    both(branchNode, set(when, "'${size}' = 'big'")),
    'control/condition-syntax',
    when,
  ],
  ['a word for a comparison', both(branchNode, set(when, '${size} between 1 and 5')), 'control/condition-syntax', when],
  ['an old sign for a comparison', both(branchNode, set(when, "'${size}' <> 'big'")), 'control/condition-syntax', when],
  [
    'a node behind both arms of a branch',
    both(branchNode, append(nodes, inside('last')), append(dependencies, after('last', 'route_big', 'route_small'))),
    'control/exclusive-arms',
    `${nodes}/5`,
  ],
  [
    'a node behind two arms that can both hold',
    both(
      branchNode,
      set(when, "'${size}' != 'small'"),
      append(nodes, inside('last')),
      append(dependencies, after('last', 'route_big', 'route_small')),
    ),
    'control/exclusive-arms',
    `${nodes}/5`,
  ],
  [
    'a join that wants success behind both arms',
    both(
      branchNode,
      joinNode,
      set(`${nodes}/5/join/branches/0/assertion/in`, ['1']),
      set(`${nodes}/5/join/branches/1/assertion/in`, ['1']),
      append(`${dependencies}/1/depends`, { type: 'Normal', output: 'route_big' }),
      set(`${dependencies}/2/depends`, [{ type: 'Normal', output: 'route_small' }]),
    ),
    'control/exclusive-arms',
    `${nodes}/5`,
  ],
  [
    'more arms than the service takes',
    both(
      branchNode,
      set(
        `${route}/branch/branches`,
        Array.from({ length: 51 }, (_, shop) => ({
          when: `'\${size}' == '${shop}'`,
          output: { data: `route_${shop}`, artifactType: 'NodeOutput' },
        })),
      ),
      set(
        `${route}/outputs/nodeOutputs`,
        Array.from({ length: 51 }, (_, shop) => ({ data: `route_${shop}`, artifactType: 'NodeOutput' })),
      ),
    ),
    'control/branch-count',
    `${route}/branch/branches`,
  ],
  [
    'more rounds at a time than the service runs',
    loopNode({ parallelism: 21 }),
    'control/loop-parallelism',
    `${loop}/parallelism`,
  ],
  [
    'rounds of a do-while loop at a time',
    doWhileNode({ parallelism: 2 }),
    'control/loop-parallelism',
    `${route}/do-while/parallelism`,
  ],
  [
    'a comment in the end of a do-while loop',
    doWhileNode({ while: withCode('end', 'print(True) # again', 'CONTROLLER_CYCLE_END') }),
    'control/loop-end-comment',
    `${route}/do-while/while/script/content`,
  ],
  [
    'a variable of a loop outside of loops',
    set(`${at.dwd}/script/content`, 'select ${dag.loopTimes}'),
    'control/loop-variable',
    `${at.dwd}/script/content`,
  ],
  [
    'a misspelt variable of a loop',
    loopNode({ nodes: [withCode('a', 'echo ${dag.looptimes}')] }),
    'control/loop-variable',
    `${loop}/nodes/0/script/content`,
  ],
  [
    'a branch in a loop without a join',
    loopNode({
      nodes: [
        {
          ...inside('kind', 'CONTROLLER_BRANCH'),
          branch: { branches: [{ when: '1 == 1', output: { data: 'kind_home', artifactType: 'NodeOutput' } }] },
          outputs: { nodeOutputs: [{ data: 'kind_home', artifactType: 'NodeOutput' }] },
        },
        inside('last', 'CONTROLLER_TRAVERSE_END'),
      ],
      flow: [after('last', 'kind_home')],
    }),
    'control/loop-merge',
    `${loop}/nodes/0`,
  ],
  [
    'a loop in a for-each loop',
    both(
      loopNode({ maxIterations: 3 }),
      append(nodes, {
        ...beside('inner', 'CONTROLLER_CYCLE'),
        'do-while': { maxIterations: 3, nodes: [inside('inner_body')] },
      }),
    ),
    'control/nested-loop',
    `${nodes}/5`,
  ],
  [
    'a comment in the end of a do-while loop that says so by its place alone',
    doWhileNode({ while: withCode('end', 'echo 1 # again') }),
    'control/loop-end-comment',
    `${route}/do-while/while/script/content`,
  ],
  [
    'a comment in the end of a do-while loop among the nodes',
    doWhileNode({ nodes: [inside('body'), withCode('end', 'print(True) # again', 'CONTROLLER_CYCLE_END')] }),
    'control/loop-end-comment',
    `${route}/do-while/nodes/1/script/content`,
  ],
  [
    'a variable of a loop in a value and in code, which is told of the first',
    both(
      set(`${at.ods}/script/parameters/0`, { ...constant, name: 'bizdate', value: '${dag.offset}' }),
      set(`${at.ods}/script/content`, 'select ${dag.offset}, ${bizdate}'),
    ),
    'control/loop-variable',
    `${at.ods}/script/parameters/0/value`,
  ],
  [
    'a misspelt length',
    loopNode({ nodes: [withCode('a', 'echo ${dag.offset.lenght}')] }),
    'control/loop-variable',
    `${loop}/nodes/0/script/content`,
  ],
  [
    'a variable of a loop in the one node of a workflow',
    both(oneVirtualNode(withCode('a', 'echo ${dag.offset}')), remove('/metadata')),
    'control/loop-variable',
    `${nodes}/0/script/content`,
  ],
  [
    'a for-each loop with another parameter',
    both(loopNode({}), set(`${route}/script/parameters/0/name`, 'loopDataArrays')),
    'control/loop-list',
    loop,
  ],
]
