import { at } from '../support/base-document.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

const odsId = '7635763838174670470'
const dependencies = `${at.workflow}/dependencies`

const nothingOffers = (output: string): Fault => [
  `the output ${output}, which is another one misspelt`,
  set(`${at.odsDepends}/output`, output),
  'reference/unknown-output',
  `${at.odsDepends}/output`,
]

/** Faults in dependencies, cycles, and what a node must have to be run. */
export const referenceFaults: readonly Fault[] = [
  [
    'a reference to a script that is not there',
    set(`${at.ods}/script`, '{{ods_script}}'),
    'reference/unknown-entity',
    `${at.ods}/script`,
  ],
  [
    'a reference of three parts',
    set(`${at.ods}/script`, '{{scripts.retail.ods}}'),
    'reference/unknown-entity',
    `${at.ods}/script`,
  ],
  [
    'a parameter that refers to nothing',
    set(`${at.ods}/script/parameters`, ['bizdate']),
    'reference/unknown-entity',
    `${at.ods}/script/parameters/0`,
  ],
  [
    'a dependency on an id nobody has',
    both(set(`${at.dwdDepends}/nodeId`, 'odz'), remove(`${at.dwdDepends}/output`)),
    'reference/unknown-node',
    `${at.dwdDepends}/nodeId`,
  ],
  [
    'a dependency on an id and an output nobody has',
    both(set(`${at.dwdDepends}/nodeId`, 'odz'), set(`${at.dwdDepends}/output`, 'odz')),
    'reference/unknown-node',
    `${at.dwdDepends}/nodeId`,
  ],
  [
    'a dependency on the previous cycle of an unknown node',
    set(`${dependencies}/2/depends/2/nodeId`, 'odz'),
    'reference/unknown-node',
    `${dependencies}/2/depends/2/nodeId`,
  ],
  [
    'a dependency by name on a node that has an id',
    both(set(`${at.dwdDepends}/nodeId`, 'ods'), remove(`${at.dwdDepends}/output`)),
    'reference/unknown-node',
    `${at.dwdDepends}/nodeId`,
  ],
  [
    'dependencies of an unknown node',
    append(dependencies, { nodeId: 'odz', depends: [{ type: 'Normal', output: 'start' }] }),
    'reference/unknown-node',
    `${dependencies}/3/nodeId`,
  ],
  [
    'an output nobody offers',
    set(`${at.odsDepends}/output`, 'strat'),
    'reference/unknown-output',
    `${at.odsDepends}/output`,
  ],
  [
    'an output in another case',
    set(`${at.reportDepends}/output`, 'DWD'),
    'reference/unknown-output',
    `${at.reportDepends}/output`,
  ],
  ...[
    'retail.Orders',
    'retail_orders',
    'Retail.orders',
    'retail-orders',
    'retail..orders',
    'RETAIL.ORDERS',
    'report_daily_1',
    'report.Daily_1',
  ].map((output) => nothingOffers(output)),
  ...['retail.root', 'retail.Root', 'retail-root', 'retail.project_root', 'retail.retail_root', 'retail_ROOT'].map(
    (output) => nothingOffers(output),
  ),
  ...Object.entries({
    'no outputs': undefined,
    'outputs of null': null,
    'empty outputs': {},
    'no node outputs': { nodeOutputs: [] },
    'outputs that are tables': { tables: [{ guid: 'odps.retail.t', artifactType: 'Table' }] },
  }).map(
    ([what, outputs]): Fault => [
      `a dependency by nodeId on a node with ${what}`,
      both(set(`${at.start}/outputs`, outputs), set(at.odsDepends, { type: 'Normal', nodeId: 'start' })),
      'reference/no-output',
      `${at.odsDepends}/nodeId`,
    ],
  ),
  ['dependencies of nobody', remove(`${dependencies}/0/nodeId`), 'schema/missing-field', `${dependencies}/0`],
  ['dependencies of null', set(`${dependencies}/0/nodeId`, null), 'schema/missing-field', `${dependencies}/0`],
  [
    'dependencies of an empty id',
    set(`${dependencies}/0/nodeId`, ''),
    'reference/unknown-node',
    `${dependencies}/0/nodeId`,
  ],
  [
    'a node that lost its outputs',
    remove(`${at.start}/outputs`),
    'reference/unknown-output',
    `${at.odsDepends}/output`,
  ],
  ['a dependency on nothing', remove(`${at.odsDepends}/output`), 'reference/missing-target', at.odsDepends],
  ['a dependency on null', set(`${at.odsDepends}/output`, null), 'reference/missing-target', at.odsDepends],
  [
    'a dependency on the previous cycle of nothing',
    remove(`${dependencies}/2/depends/2/nodeId`),
    'reference/missing-target',
    `${dependencies}/2/depends/2`,
  ],
  [
    'a node that depends on itself',
    append(`${dependencies}/1/depends`, { type: 'Normal', nodeId: 'dwd' }),
    'graph/self-dependency',
    `${dependencies}/1/depends/2`,
  ],
  [
    'a node that depends on its own output, without a type',
    append(`${dependencies}/1/depends`, { output: 'dwd' }),
    'graph/self-dependency',
    `${dependencies}/1/depends/2`,
  ],
  [
    'two nodes that wait for one another',
    append(`${dependencies}/0/depends`, { type: 'Normal', nodeId: 'dwd' }),
    'graph/cycle',
    `${dependencies}/0/depends/1`,
  ],
  [
    'a cycle of four nodes, by id and by output',
    both(
      set(`${at.start}/inputs`, {}),
      append(dependencies, { nodeId: 'start', depends: [{ type: null, output: 'report.daily_1' }] }),
    ),
    'graph/cycle',
    `${dependencies}/3/depends/0`,
  ],
  ['a node without script', remove(`${at.start}/script`), 'node/missing-script', at.start],
  [
    'a node with null for script and reference',
    both(set(`${at.start}/script`, null), set(`${at.start}/reference`, null)),
    'node/missing-script',
    at.start,
  ],
  ['a script without runtime', remove(`${at.start}/script/runtime`), 'node/missing-command', `${at.start}/script`],
  [
    'a runtime without command',
    set(`${at.start}/script/runtime`, { cu: '0.25' }),
    'node/missing-command',
    `${at.start}/script/runtime`,
  ],
  [
    'an empty command',
    set(`${at.start}/script/runtime/command`, ''),
    'node/missing-command',
    `${at.start}/script/runtime`,
  ],
  [
    'null for command and code',
    set(`${at.start}/script/runtime`, { command: null, commandTypeId: null }),
    'node/missing-command',
    `${at.start}/script/runtime`,
  ],
  [
    'a workflow without command',
    remove(`${at.workflow}/script/runtime/command`),
    'node/missing-command',
    `${at.workflow}/script/runtime`,
  ],
  [
    'the id of a node where that of the depending node belongs',
    set(`${dependencies}/1/nodeId`, odsId),
    'graph/self-dependency',
    at.dwdDepends,
  ],
]
