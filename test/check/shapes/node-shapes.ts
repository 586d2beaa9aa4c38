import { at } from '../support/base-document.ts'
import { both, remove, set } from '../support/edit.ts'
import type { ShapeFirst } from '../support/fixture.ts'
import { hubNode } from '../support/hub-nodes.ts'

const taken = `${at.dwd}/script/parameters/0/referenceVariable`
const unknownSource = both(
  hubNode,
  remove(`${at.dwd}/inputs/variables`),
  set(`${taken}/node`, { output: 'something_else' }),
)

/** Faults of nodes and variables that are not told beside a fault of shape. */
export const nodeShapes: readonly ShapeFirst[] = [
  [
    'variable/source',
    'a source that a node of the wrong shape may be',
    unknownSource,
    set(`${at.ods}/priority`, 9),
    `${at.ods}/priority`,
  ],
]
