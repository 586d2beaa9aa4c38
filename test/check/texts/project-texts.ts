import { replaced } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { append, both, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { datasourceDocument, resourceDocument, retail, returnsDocument } from '../support/retail-project.ts'

const returns = retail(returnsDocument('retail.orders'))
const dwdOutput = `${at.dwd}/outputs/nodeOutputs/0/data`

const unknownOutput = (output: string, words: readonly string[], hint: string): Told => [
  `a dependency on ${output}`,
  append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output }),
  ["'retail'", `"${output}"`, ...words],
  hint,
  returns,
]

const virtual = (name: string) => ({ name, script: { path: `alone/${name}`, runtime: { command: 'VIRTUAL' } } })

/** What the rules about projects name. */
export const projectTexts: readonly Told[] = [
  [
    'a node of a name that another document has',
    both(set(`${at.dwd}/name`, 'audit'), set(`${at.dwd}/script/path`, 'retail/orders/audit')),
    ["node called 'audit'", "'returns'", "project 'retail'"],
    'Call one otherwise: names of nodes are unique in a workspace as documented, though recorded answers show exceptions.',
    returns,
  ],
  [
    'a workflow of a name that another document has',
    append('/spec/workflows', {
      name: 'returns',
      script: { path: 'elsewhere/returns', runtime: { command: 'WORKFLOW' } },
      trigger: { type: 'Scheduler', cron: '00 30 00 * * ?' },
      nodes: [{ name: 'alone', script: { path: 'elsewhere/returns/alone', runtime: { command: 'VIRTUAL' } } }],
    }),
    ["workflow called 'returns'", 'another document', "project 'retail'"],
    'Names are unique in the whole workspace: call one otherwise.',
    returns,
  ],
  [
    'a node outside of workflows of a name that another document has',
    replaced({ kind: 'Node', version: '2.0.0', spec: { nodes: [virtual('audit')] } }),
    ["node called 'audit'", "'returns'"],
    'Names are unique in the whole workspace: call one otherwise.',
    returns,
  ],
  [
    'an output that another document offers',
    both(set(dwdOutput, 'retail.audit'), set(`${at.reportDepends}/output`, 'retail.audit')),
    ["'dwd'", '"retail.audit"', "'returns'"],
    undefined,
    returns,
  ],
  [
    'a path of a resource',
    () => undefined,
    ['"retail/orders"', "resource 'orders'"],
    'Give each a path of its own.',
    retail(resourceDocument),
  ],
  [
    'a data source that is nearly one of the project',
    set(`${at.ods}/datasource/name`, 'odps_frist'),
    ["project 'retail'", 'data source "odps_frist"'],
    'Did you mean "odps_first"?',
    retail(datasourceDocument('odps_first')),
  ],
  [
    'a data source of another type in the project',
    () => undefined,
    ["'odps_first'", "'odps' here", "'mysql'"],
    'Give each engine a data source of its own.',
    retail(datasourceDocument('odps_first', 'mysql')),
  ],
  unknownOutput('retail.adit', [], 'Did you mean "retail.audit"?'),
  unknownOutput('Retail_ROOT', [], 'The root of a project is "retail_root": projectRoot().'),
  unknownOutput('retail.root', [], 'The root of a project is "retail_root": projectRoot().'),
  unknownOutput('retail.something_else', [], 'Suppress this where the workspace has it from elsewhere.'),
  [
    'a node that waits for a node which waits for the whole workflow',
    append(`${at.workflow}/dependencies/0/depends`, { type: 'Normal', output: 'retail.refund' }),
    ["'ods'", "'refund'", 'across documents'],
    undefined,
    returns,
  ],
  [
    'two workflows whose nodes wait for one another without a circle',
    append(`${at.workflow}/dependencies/2/depends`, { type: 'Normal', output: 'retail.audit' }),
    ["'orders'", "'returns'", 'wait for nodes of one another'],
    'No node waits for itself, but neither can run without the other.',
    retail(returnsDocument('dwd')),
  ],
]
