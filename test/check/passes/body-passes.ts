import { at } from '../support/base-document.ts'
import { append, both } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { beside, inside, loopNode } from '../support/loop-nodes.ts'

const nodes = `${at.workflow}/nodes`
const dependencies = `${at.workflow}/dependencies`
const edge = { nodeId: 'b', depends: [{ type: 'Normal', nodeId: 'a' }] }

/** What the rules about bodies of loops let pass, inside of the loop and beside it. */
export const bodyPasses: readonly Pass[] = [
  [
    'control/body-border',
    'nodes inside one loop behind one another',
    loopNode({ nodes: [inside('a'), inside('b')], flow: [edge] }),
  ],
  [
    'control/body-border',
    'nodes beside their loop behind one another',
    both(loopNode({ nodes: [] }), append(nodes, beside('b')), append(nodes, beside('a')), append(dependencies, edge)),
  ],
  [
    'control/loop-ends',
    'a start and an end beside their loop',
    both(
      loopNode({ nodes: [] }),
      append(nodes, beside('a', 'CONTROLLER_TRAVERSE_START')),
      append(nodes, beside('b', 'CONTROLLER_TRAVERSE_END')),
      append(nodes, beside('m')),
      append(dependencies, edge),
      append(dependencies, { nodeId: 'm', depends: [{ type: 'Normal', nodeId: 'a' }] }),
    ),
  ],
]
