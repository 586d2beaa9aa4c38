import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const script = (name: string): object => ({ path: `retail/orders/${name}`, runtime: { command: 'VIRTUAL' } })

/** Adds a node that comes after `start`. */
const added = (key: string, node: object): Edit =>
  both(
    append(`${at.workflow}/nodes`, node),
    append(`${at.workflow}/dependencies`, { nodeId: key, depends: [{ type: 'Normal', output: 'start' }] }),
  )

/** What the rules about shape and names let pass. */
export const shapePasses: readonly Pass[] = [
  [
    'schema/missing-field',
    'a document of nothing but what it must have',
    (it) => Object.assign(it, { spec: { nodes: [] } }),
  ],
  [
    'schema/empty-text',
    'no text where nothing is named',
    both(set(`${at.ods}/owner`, ''), set(`${at.ods}/description`, '')),
  ],
  [
    'schema/doubled-field',
    'an old name of a field alone, and null in the new one',
    set(`${at.ods}/component`, { name: 'c', inputs: null, input: [] }),
  ],
  ['schema/missing-field', 'a node of a name and a script', added('n', { name: 'n', script: script('n') })],
  [
    'schema/missing-field',
    'a dependency without a list of what it depends on',
    remove('/spec/workflows/0/dependencies/0/depends'),
  ],
  [
    'schema/type',
    'null for fields that may be left out',
    both(set(`${at.ods}/owner`, null), set(`${at.ods}/timeout`, null)),
  ],
  [
    'schema/type',
    'null for lists and objects',
    both(set(`${at.start}/inputs`, null), set(`${at.ods}/script/parameters`, null)),
  ],
  [
    'schema/type',
    'a bigint for an integer',
    both(set(`${at.ods}/timeout`, 7n), set(`${at.trigger}/calendarId`, 10n ** 18n)),
  ],
  ['schema/type', 'a whole number with a point', set(`${at.ods}/timeout`, 2.0)],
  ['schema/enum', 'null for a word of a list', set(`${at.ods}/recurrence`, null)],
  ['schema/enum', 'no auto-trigger', set(`${at.strategy}/recurrenceType`, 'NoneAuto')],
  ['schema/range', 'the smallest numbers', both(set(`${at.ods}/rerunTimes`, 0), set(`${at.ods}/rerunInterval`, 0))],
  ['schema/range', 'the largest priority', set(`${at.ods}/priority`, 8)],
  ['schema/range', 'the smallest priority', set(`${at.ods}/priority`, 1)],
  ['schema/unknown-field', 'any key in a free map', set(`${at.ods}/metadata/rerunTime`, 1)],
  [
    'schema/unknown-field',
    'null and undefined',
    both(set(`${at.ods}/colour`, null), set(`${at.ods}/shape`, undefined)),
  ],
  ['schema/value', 'another version', set('/version', '2.0.0')],
  [
    'name/characters',
    'letters of every language, digits, "_" and "."',
    both(set(`${at.ods}/name`, '订单_é.1'), set(`${at.ods}/script/path`, 'retail/订单_é.1')),
  ],
  [
    'name/characters',
    'a workflow of letters of every language, digits, "_" and "."',
    both(set(`${at.workflow}/name`, '订单_é.1'), set(`${at.workflow}/script/path`, 'retail/订单_é.1')),
  ],
  [
    'name/length',
    'a workflow of 128 characters',
    both(set(`${at.workflow}/name`, 'o'.repeat(128)), set(`${at.workflow}/script/path`, 'o'.repeat(128))),
  ],
  [
    'name/length',
    '128 characters',
    both(set(`${at.ods}/name`, 'o'.repeat(128)), set(`${at.ods}/script/path`, 'o'.repeat(128))),
  ],
  [
    'name/duplicate-node',
    'a node with the name of its workflow',
    added('orders', { name: 'orders', script: { ...script('orders') } }),
  ],
  ['name/duplicate-id', 'an id that is the name of its own node', set(`${at.report}/id`, 'report.daily_1')],
  [
    'name/duplicate-id',
    'an id that is the name of another node, which has an id',
    added('ods', { id: 'ods', name: 'n', script: script('n') }),
  ],
  [
    'name/duplicate-output',
    'an output that a node reads',
    append(`${at.dwd}/outputs/nodeOutputs`, { data: 'finance.rates', artifactType: 'NodeOutput' }),
  ],
  [
    'name/duplicate-output',
    'outputs in another case',
    append(`${at.report}/outputs/nodeOutputs`, { data: 'DWD', artifactType: 'NodeOutput' }),
  ],
  [
    'name/duplicate-workflow',
    'two workflows of different names',
    append('/spec/workflows', {
      name: 'Orders',
      script: { path: 'retail/Orders', runtime: { command: 'WORKFLOW' } },
      trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
      nodes: [{ name: 'load', script: { path: 'retail/Orders/load', runtime: { command: 'VIRTUAL' } } }],
    }),
  ],
  ['name/missing-path', 'a path without folders', set(`${at.workflow}/script/path`, 'orders')],
  ['name/path-mismatch', 'a path that is the name', set(`${at.start}/script/path`, 'start')],
  ['name/path-mismatch', 'a path that begins with a slash', set(`${at.start}/script/path`, '/start')],
  [
    'node/missing-command',
    'a node with the code of its type',
    set(`${at.start}/script/runtime`, { commandTypeId: 99 }),
  ],
  [
    'node/missing-script',
    'a node that refers to one outside',
    added('n', { name: 'n', reference: { output: 'other.n' } }),
  ],
  [
    'node/missing-script',
    'null for the reference of a node that has a script',
    added('n', { name: 'n', script: script('n'), reference: null }),
  ],
]
