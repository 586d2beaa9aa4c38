import { replaced } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { set } from '../support/edit.ts'
import type { ShapeFirst } from '../support/fixture.ts'

const component = replaced({
  kind: 'Component',
  version: '1.1.0',
  spec: {
    components: [
      {
        name: 'clean',
        script: {
          path: 'components/clean',
          runtime: { command: 'SQL_COMPONENT' },
          content: 'select * from @@{a}, @@{c}',
        },
        inputs: [{ name: 'a' }],
        outputs: [],
      },
    ],
  },
})

/** Faults of parameters that are not told beside a fault of shape. */
export const parameterShapes: readonly ShapeFirst[] = [
  [
    'parameter/component',
    'a parameter beside one of the wrong shape',
    component,
    set('/spec/components/0/outputs', [5]),
    '/spec/components/0/outputs/0',
  ],
  [
    'parameter/unknown-workflow',
    'a parameter of a workflow of the wrong shape',
    set(`${at.dwd}/script/content`, "select '${workflow.region}'"),
    set(`${at.workflow}/owner`, {}),
    `${at.workflow}/owner`,
  ],
]
