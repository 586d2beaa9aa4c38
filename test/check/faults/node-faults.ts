import { at } from '../support/base-document.ts'
import { append, both, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { resourceOf } from '../support/resource-of.ts'

const command = `${at.dwd}/script/runtime/command`
const content = `${at.dwd}/script/content`

const task = '{"type":"job","version":"2.0","steps":[{"category":"reader"},{"category":"writer"}]}'

/** Faults in what kind of node a node is, and in what it runs on. */
export const nodeFaults: readonly Fault[] = [
  // Of the reference implementation: it makes the file of a node at the path of its script.
  ['a script without path', remove(`${at.start}/script/path`), 'node/missing-path', `${at.start}/script`],
  ['a script whose path is null', set(`${at.start}/script/path`, null), 'node/missing-path', `${at.start}/script`],
  ['a script with code, without path', remove(`${at.dwd}/script/path`), 'node/missing-path', `${at.dwd}/script`],
  [
    'a script that says its command alone',
    set(`${at.start}/script`, { runtime: { command: 'VIRTUAL' } }),
    'node/missing-path',
    `${at.start}/script`,
  ],
  [
    'a script that stands elsewhere, without path',
    both(set(`${at.start}/script`, '{{s}}'), set('/spec/scripts', [{ id: 's', runtime: { command: 'VIRTUAL' } }])),
    'node/missing-path',
    `${at.start}/script`,
  ],
  ['a version that nobody reads', set('/version', '1.3.0'), 'document/version', '/version'],
  [
    'the language of another command',
    set(`${at.ods}/script/language`, 'python3'),
    'node/language',
    `${at.ods}/script/language`,
  ],
  [
    'the short name of the language of another command',
    both(set(command, 'DIDE_SHELL'), set(`${at.dwd}/script/language`, 'odps')),
    'node/language',
    `${at.dwd}/script/language`,
  ],
  [
    'a data source of another engine',
    set(`${at.ods}/datasource/type`, 'hologres'),
    'node/datasource',
    `${at.ods}/datasource/type`,
  ],
  ...['hologres', 'Hologres', 'mysql', 'emr', 'clickhouse'].map(
    (type): Fault => [
      `one data source of the types odps and ${type}`,
      append(`${at.workflow}/nodes`, {
        name: 'own',
        script: { path: 'retail/orders/own', runtime: { command: 'DATA_PUSH' } },
        outputs: { nodeOutputs: [{ data: 'own', artifactType: 'NodeOutput' }] },
        inputs: { nodeOutputs: [{ data: 'retail_root', artifactType: 'NodeOutput' }] },
        datasource: { name: 'odps_first', type },
      }),
      'node/datasource-types',
      `${at.workflow}/nodes/4/datasource/type`,
    ],
  ),
  [
    'a data source of a data integration node',
    both(set(command, 'DI'), set(content, task), set(`${at.dwd}/datasource`, { name: 'odps_first', type: 'odps' })),
    'node/datasource',
    `${at.dwd}/datasource`,
  ],
  ['a command with a letter too many', set(command, 'ODPS_SQLL'), 'node/unknown-command', command],
  ['a command in another case', set(command, 'odps_sql'), 'node/unknown-command', command],
  ['a command of a workspace of its own', set(command, 'RETAIL_FORECAST'), 'node/unknown-command', command],
  ['a command named like a method of objects', set(command, 'constructor'), 'node/unknown-command', command],
  [
    'the code of another command',
    set(`${at.ods}/script/runtime/commandTypeId`, 6),
    'node/command-code',
    `${at.ods}/script/runtime/commandTypeId`,
  ],
  [
    'a function of another name than functions have',
    set('/spec/functions', [
      {
        name: 'clean-text',
        type: 'other',
        className: 'com.example.Clean',
        script: { path: 'functions/clean-text', runtime: { command: 'ODPS_FUNCTION' } },
      },
    ]),
    'name/function',
    '/spec/functions/0/name',
  ],
  ...(
    [
      ['python', 'concat.jar'],
      ['python', 'concat.zip'],
      ['jar', 'concat.PY'],
      ['jar', 'concat.tar.gz'],
      ['archive', 'concat.py'],
    ] as const
  ).map(
    ([type, name]): Fault => [
      `a resource ${name} of type ${type}`,
      set('/spec/fileResources', [resourceOf(name, type)]),
      'name/resource',
      '/spec/fileResources/0/type',
    ],
  ),
  ['the shell of older documents', set(command, 'SHELL'), 'node/legacy-command', command],
  ['SQL in a data integration node', both(set(command, 'DI'), set(content, 'select 1')), 'node/content-json', content],
  ['a list in a data integration node', both(set(command, 'DI'), set(content, '[]')), 'node/content-json', content],
  [
    'a task of data integration without steps',
    both(set(command, 'DI'), set(content, '{"type":"job","version":"2.0"}')),
    'node/content-json',
    content,
  ],
]
