import { at } from '../support/base-document.ts'
import { append, both, set } from '../support/edit.ts'
import type { ProjectFault } from '../support/fixture.ts'
import {
  datasourceDocument,
  fileDocument,
  resourceDocument,
  retail,
  returnsDocument,
  typedNode,
} from '../support/retail-project.ts'

const returns = retail(returnsDocument('retail.orders'))
const dwdOutput = `${at.dwd}/outputs/nodeOutputs/0/data`
const odsDepends = `${at.workflow}/dependencies/0/depends`
const reportDepends = `${at.workflow}/dependencies/2/depends`
const dependOn = (depends: string, output: string) => append(depends, { type: 'Normal', output })

const second = {
  script: { runtime: { command: 'WORKFLOW' } },
  trigger: { type: 'Scheduler', cron: '00 30 00 * * ?' },
  nodes: [{ id: 'alone', name: 'alone', script: { path: 'elsewhere/returns/alone', runtime: { command: 'VIRTUAL' } } }],
}

/** Faults between the base document and others of its project. */
export const projectFaults: readonly ProjectFault[] = [
  [
    'a node of a name that another document has',
    both(set(`${at.dwd}/name`, 'audit'), set(`${at.dwd}/script/path`, 'retail/orders/audit')),
    'project/duplicate-name',
    `${at.dwd}/name`,
    returns,
  ],
  [
    'a second workflow of a name that another document has',
    append('/spec/workflows', { ...second, name: 'returns', script: { ...second.script, path: 'elsewhere/returns' } }),
    'project/duplicate-name',
    '/spec/workflows/1/name',
    returns,
  ],
  [
    'an output that another document offers',
    both(set(dwdOutput, 'retail.audit'), set(`${at.reportDepends}/output`, 'retail.audit')),
    'project/duplicate-output',
    dwdOutput,
    returns,
  ],
  [
    'an output of a node that is the one of another workflow',
    both(set(dwdOutput, 'retail.returns'), set(`${at.reportDepends}/output`, 'retail.returns')),
    'project/duplicate-output',
    dwdOutput,
    returns,
  ],
  [
    'a path of a resource',
    () => undefined,
    'project/duplicate-path',
    `${at.workflow}/script/path`,
    retail(resourceDocument),
  ],
  [
    'a data source that is nearly one of the project',
    set(`${at.ods}/datasource/name`, 'odps_frist'),
    'project/misspelt-name',
    `${at.ods}/datasource/name`,
    retail(datasourceDocument('odps_first')),
  ],
  [
    'a data source of another type in the project',
    () => undefined,
    'node/datasource-types',
    `${at.ods}/datasource/type`,
    retail(datasourceDocument('odps_first', 'mysql')),
  ],
  [
    'a data source of another type in the last document',
    () => undefined,
    'node/datasource-types',
    `${at.ods}/datasource/type`,
    retail(returnsDocument('retail.orders'), datasourceDocument('odps_first', 'ODPS'), typedNode('hologres')),
  ],
  [
    'a data source of two types in the document, told once where the project has it too',
    both(
      set(`${at.dwd}/script/runtime/command`, 'HOLOGRES_SQL'),
      set(`${at.dwd}/datasource`, { name: 'odps_first', type: 'hologres' }),
    ),
    'node/datasource-types',
    `${at.dwd}/datasource/type`,
    retail(datasourceDocument('odps_first')),
  ],
  ...['Retail_root', 'RETAIL_ROOT', 'Retail.audit', 'RETAIL.AUDIT'].map(
    (output): ProjectFault => [
      `a dependency on ${output}, which is one of the project in another case`,
      dependOn(reportDepends, output),
      'project/unknown-output',
      `${reportDepends}/3/output`,
      returns,
    ],
  ),
  [
    'a dependency on an output nobody offers',
    dependOn(reportDepends, 'retail.adit'),
    'project/unknown-output',
    `${reportDepends}/3/output`,
    returns,
  ],
  [
    'a node that waits for a node which waits for the whole workflow',
    dependOn(odsDepends, 'retail.refund'),
    'project/cycle',
    `${odsDepends}/1`,
    returns,
  ],
  [
    'two workflows whose nodes wait for one another without a circle',
    dependOn(reportDepends, 'retail.audit'),
    'project/cycle',
    `${reportDepends}/3`,
    retail(returnsDocument('dwd')),
  ],
  [
    'a node that waits for a node of no circle, and for one that waits for the whole workflow',
    both(dependOn(odsDepends, 'retail.audit'), dependOn(odsDepends, 'retail.refund')),
    'project/cycle',
    `${odsDepends}/2`,
    returns,
  ],
  [
    'a resource in code that is nearly one of the project',
    both(
      set(`${at.ods}/script/runtime`, { command: 'PYODPS3' }),
      set(`${at.ods}/script/language`, 'python3'),
      set(`${at.ods}/script/content`, '##@resource_reference{"claener.jar"}\nprint(args["bizdate"])'),
    ),
    'project/misspelt-name',
    `${at.ods}/script/content`,
    retail(fileDocument('cleaner.jar')),
  ],
]
