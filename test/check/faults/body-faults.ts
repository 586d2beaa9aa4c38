import { at } from '../support/base-document.ts'
import { append, both } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { beside, inside, loopNode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const loop = `${nodes}/4/for-each`

/** Faults of nodes in the bodies of loops, inside of the loop and beside it. */
export const bodyFaults: readonly Fault[] = [
  [
    'a node inside a loop behind one outside',
    loopNode({ nodes: [inside('a')], flow: [{ nodeId: 'a', depends: [{ type: 'Normal', output: 'start' }] }] }),
    'control/body-border',
    `${loop}/flow/0/depends/0`,
  ],
  [
    'a node behind one inside a loop',
    both(
      loopNode({ nodes: [inside('a'), inside('b')], flow: [{ nodeId: 'b', depends: [{ nodeId: 'a' }] }] }),
      append(`${dependencies}/2/depends`, { type: 'Normal', nodeId: 'a' }),
    ),
    'control/body-border',
    `${dependencies}/2/depends/3`,
  ],
  [
    'a node of a loop beside it behind one outside',
    both(
      loopNode({ nodes: [] }),
      append(nodes, beside('a')),
      append(dependencies, { nodeId: 'a', depends: [{ type: 'Normal', output: 'start' }] }),
    ),
    'control/body-border',
    `${dependencies}/4/depends/0`,
  ],
  [
    'a loop with two ends beside it',
    both(
      loopNode({ nodes: [] }),
      append(nodes, beside('a', 'CONTROLLER_TRAVERSE_END')),
      append(nodes, beside('b', 'CONTROLLER_TRAVERSE_END')),
      append(nodes, beside('m')),
      append(dependencies, { nodeId: 'b', depends: [{ type: 'Normal', nodeId: 'm' }] }),
      append(dependencies, { nodeId: 'm', depends: [{ type: 'Normal', nodeId: 'a' }] }),
    ),
    'control/loop-ends',
    loop,
  ],
]
