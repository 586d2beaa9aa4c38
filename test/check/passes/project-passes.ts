import { at, baseDocument } from '../support/base-document.ts'
import { append, edited, set } from '../support/edit.ts'
import type { ProjectPass } from '../support/fixture.ts'
import { datasourceDocument, resourceDocument, retail, returnsDocument, typedNode } from '../support/retail-project.ts'

const returns = returnsDocument('retail.orders')
const older = structuredClone(baseDocument)
const dependOn = (output: string) => append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output })

/** What the rules of projects let pass. */
export const projectPasses: readonly ProjectPass[] = [
  ['project/duplicate-name', 'an older version of the document', () => undefined, retail(returns, older)],
  ['project/duplicate-output', 'an older version of the document', () => undefined, retail(older, returns)],
  [
    'project/duplicate-path',
    'paths of their own',
    set(`${at.workflow}/script/path`, 'shop/orders'),
    retail(resourceDocument),
  ],
  [
    'project/unknown-output',
    'an output of another document',
    dependOn('retail.audit'),
    retail(returnsDocument('retail_root')),
  ],
  [
    'project/misspelt-name',
    'a data source of another number, which the workspace may have',
    set(`${at.ods}/datasource/name`, 'odps_1'),
    retail(datasourceDocument('odps_2')),
  ],
  [
    'node/datasource-types',
    'a data source of the same type in another document',
    () => undefined,
    retail(datasourceDocument('odps_first', 'ODPS'), typedNode('odps')),
  ],
  [
    'node/datasource-types',
    'a longer name of the type, as the service writes it',
    () => undefined,
    retail(datasourceDocument('odps_first', 'odps_serverless')),
  ],
  [
    'node/datasource-types',
    'another data source of another type',
    () => undefined,
    retail(datasourceDocument('holo_second', 'hologres')),
  ],
  [
    'node/datasource-types',
    'an older version of the document with another type',
    () => undefined,
    retail(edited(baseDocument, set(`${at.ods}/datasource/type`, 'hologres'))),
  ],
  ['project/unknown-output', 'an output of another project', dependOn('finance.audit'), retail(returns)],
  ['project/cycle', 'a document that others come after', () => undefined, retail(returns)],
  ['project/cycle', 'an older version that came after others', () => undefined, retail(returns, older)],
  [
    'reference/unknown-output',
    'an output without a dot that the project has',
    dependOn('plain'),
    retail(plainOutput()),
  ],
]

/** A document that offers an output which does not look like one from outside. */
function plainOutput(): object {
  const document = returnsDocument('retail_root')
  set('/spec/workflows/0/nodes/1/outputs/nodeOutputs/0/data', 'plain')(document)
  return document
}
