import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'

/** A new name for a node, which its path follows. */
function rename(node: string, name: string, folder = 'retail/orders'): Edit {
  return both(set(`${node}/name`, name), set(`${node}/script/path`, `${folder}/${name}`))
}

const workflowOf = (name: string): object => ({
  name,
  nodes: [{ name: `${name}_load`, script: { path: `retail/${name}/${name}_load`, runtime: { command: 'VIRTUAL' } } }],
  script: { path: `retail/${name}`, runtime: { command: 'WORKFLOW' } },
  trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' },
})

const nodeOf = (name: string, fields: object = {}): object => ({
  name,
  script: { path: `retail/orders/${name}`, runtime: { command: 'VIRTUAL' } },
  ...fields,
})

const offering = (...outputs: readonly string[]): object => ({
  nodeOutputs: outputs.map((data) => ({ data, artifactType: 'NodeOutput' })),
})

const newNode = `${at.workflow}/nodes/4`

/** Faults in names, ids, outputs and paths. */
export const nameFaults: readonly Fault[] = [
  ['a name with a hyphen', rename(at.ods, 'ods-orders'), 'name/characters', `${at.ods}/name`],
  ['a name with a space', rename(at.ods, 'ods orders'), 'name/characters', `${at.ods}/name`],
  ['a name with a slash', rename(at.ods, 'ods/orders'), 'name/characters', `${at.ods}/name`],
  ['a name with a line break', rename(at.ods, 'ods\norders'), 'name/characters', `${at.ods}/name`],
  ['a name with a space at its end', rename(at.ods, 'ods '), 'name/characters', `${at.ods}/name`],
  ['an empty name', rename(at.ods, ''), 'name/characters', `${at.ods}/name`],
  ['a name of 129 characters', rename(at.ods, 'o'.repeat(129)), 'name/length', `${at.ods}/name`],
  ['a workflow with a hyphen', rename(at.workflow, 'daily-orders', 'retail'), 'name/characters', `${at.workflow}/name`],
  ['a workflow with a space', rename(at.workflow, 'daily orders', 'retail'), 'name/characters', `${at.workflow}/name`],
  ['a workflow with a slash', rename(at.workflow, 'daily/orders', 'retail'), 'name/characters', `${at.workflow}/name`],
  ['a workflow with a tab', rename(at.workflow, 'daily\torders', 'retail'), 'name/characters', `${at.workflow}/name`],
  [
    'a workflow with a space before',
    rename(at.workflow, ' orders', 'retail'),
    'name/characters',
    `${at.workflow}/name`,
  ],
  ['a workflow without letters', rename(at.workflow, '', 'retail'), 'name/characters', `${at.workflow}/name`],
  [
    'a workflow of 129 characters',
    rename(at.workflow, 'o'.repeat(129), 'retail'),
    'name/length',
    `${at.workflow}/name`,
  ],
  ['two nodes of one name', rename(at.dwd, 'ods'), 'name/duplicate-node', `${at.dwd}/name`],
  [
    'two nodes of one name and id',
    append(`${at.workflow}/nodes`, nodeOf('dwd', { id: 'dwd' })),
    'name/duplicate-node',
    `${newNode}/name`,
  ],
  [
    'two nodes of one name and output',
    append(`${at.workflow}/nodes`, nodeOf('dwd', { id: 'other', outputs: offering('dwd') })),
    'name/duplicate-node',
    `${newNode}/name`,
  ],
  [
    'nodes of one name in two workflows',
    append('/spec/workflows', { ...workflowOf('second'), nodes: [nodeOf('start', { id: 'start' })] }),
    'name/duplicate-node',
    '/spec/workflows/1/nodes/0/name',
  ],
  [
    'two nodes of one id',
    append(`${at.workflow}/nodes`, nodeOf('other', { id: 'dwd' })),
    'name/duplicate-id',
    `${newNode}/id`,
  ],
  [
    'an id that is the name of a node without id',
    append(`${at.workflow}/nodes`, nodeOf('other', { id: 'report.daily_1' })),
    'name/duplicate-id',
    `${newNode}/id`,
  ],
  [
    'the name of a node without id that is the id of another',
    append(`${at.workflow}/nodes`, nodeOf('7635763838174670470')),
    'name/duplicate-id',
    `${newNode}/name`,
  ],
  [
    'two nodes with one output',
    append(`${at.dwd}/outputs/nodeOutputs`, { data: 'ods_out', artifactType: 'NodeOutput' }),
    'name/duplicate-output',
    `${at.dwd}/outputs/nodeOutputs/1/data`,
  ],
  [
    'one node with one output twice',
    append(`${at.dwd}/outputs/nodeOutputs`, { data: 'dwd', artifactType: 'NodeOutput' }),
    'name/duplicate-output',
    `${at.dwd}/outputs/nodeOutputs/1/data`,
  ],
  [
    'a workflow with the output of another',
    append('/spec/workflows', { ...workflowOf('second'), outputs: offering('retail.orders') }),
    'name/duplicate-output',
    '/spec/workflows/1/outputs/nodeOutputs/0/data',
  ],
  [
    'two workflows of one name',
    append('/spec/workflows', workflowOf('orders')),
    'name/duplicate-workflow',
    '/spec/workflows/1/name',
  ],
  ['a workflow without path', remove(`${at.workflow}/script/path`), 'name/missing-path', `${at.workflow}/script`],
  [
    'null for the path of a workflow',
    set(`${at.workflow}/script/path`, null),
    'name/missing-path',
    `${at.workflow}/script`,
  ],
  [
    'the path of a workflow that ends with another name',
    set(`${at.workflow}/script/path`, 'retail/order'),
    'name/path-mismatch',
    `${at.workflow}/script/path`,
  ],
  [
    'the path of a node that ends with a longer name',
    set(`${at.ods}/script/path`, 'retail/orders/my_ods'),
    'name/path-mismatch',
    `${at.ods}/script/path`,
  ],
  [
    'the path of a node with a file suffix',
    set(`${at.ods}/script/path`, 'retail/orders/ods.sql'),
    'name/path-mismatch',
    `${at.ods}/script/path`,
  ],
  ['an empty path', set(`${at.ods}/script/path`, ''), 'name/path-mismatch', `${at.ods}/script/path`],
]
