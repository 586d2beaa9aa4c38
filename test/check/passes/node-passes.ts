import { at } from '../support/base-document.ts'
import { both, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'
import { resourceOf } from '../support/resource-of.ts'

const command = `${at.dwd}/script/runtime/command`
const content = `${at.dwd}/script/content`
const language = `${at.dwd}/script/language`

/** What the rules about kinds of nodes let pass. */
export const nodePasses: readonly Pass[] = [
  ['document/version', 'the newest version', set('/version', '2.0.0')],
  [
    'node/missing-path',
    'a script that stands elsewhere and has one',
    both(
      set(`${at.start}/script`, '{{s}}'),
      set('/spec/scripts', [{ id: 's', path: 'retail/orders/start', runtime: { command: 'VIRTUAL' } }]),
    ),
  ],
  ['node/command-code', 'a number that the workspace gave', set(`${at.ods}/script/runtime/commandTypeId`, 10_000)],
  ['node/language', 'a short name', set(language, 'odps')],
  ['node/language', 'SQL of whatever kind', set(language, 'SQL')],
  ['node/language', 'a version of the language', both(set(command, 'NOTEBOOK'), set(language, 'python3'))],
  ['node/language', 'a command whose language is not settled', both(set(command, 'PYTHON'), set(language, 'python2'))],
  ['node/language', 'no language', set(language, '')],
  ['node/datasource', 'a type in capitals', set(`${at.ods}/datasource/type`, 'ODPS')],
  [
    'node/datasource',
    'the type the service writes for Flink',
    both(set(command, 'FLINK_SQL_STREAM'), set(`${at.dwd}/datasource`, { name: 'stream', type: 'flink_serverless' })),
  ],
  [
    'node/datasource',
    'a data source of a node that needs none',
    both(set(command, 'DIDE_SHELL'), set(`${at.dwd}/datasource`, { name: 'odps_first', type: 'odps' })),
  ],
  ['node/datasource', 'no type', set(`${at.ods}/datasource`, { name: 'odps_first' })],
  ['node/unknown-command', 'a command known by its code alone', set(`${at.dwd}/script/runtime`, { commandTypeId: 10 })],
  [
    'node/command-code',
    'a code given by the workspace',
    set(`${at.dwd}/script/runtime`, { command: 'Selectdb', commandTypeId: 10010 }),
  ],
  [
    'name/function',
    'a letter, digits and underscores',
    set('/spec/functions', [
      {
        name: 'Clean_2',
        type: 'other',
        className: 'com.example.Clean',
        script: { path: 'functions/Clean_2', runtime: { command: 'ODPS_FUNCTION' } },
      },
    ]),
  ],
  ['name/function', 'a function a node uses', set(`${at.ods}/functions`, [{ name: 'clean-text' }])],
  // Help page "Resource" of MaxCompute: archives are .zip, .tgz, .tar.gz, .tar and .jar, and files of any suffix.
  ...(
    [
      ['jar', 'concat.jar'],
      ['python', 'concat.py'],
      ['python', 'concat'],
      ['archive', 'concat.jar'],
      ['archive', 'concat.tgz'],
      ['file', 'concat.py'],
      ['file', 'concat.jar'],
      ['jar', 'concat.so'],
    ] as const
  ).map(
    ([type, name]): Pass => [
      'name/resource',
      `${name} of type ${type}`,
      set('/spec/fileResources', [resourceOf(name, type)]),
    ],
  ),
  ['node/datasource-types', 'one data source twice', set(`${at.dwd}/datasource`, { name: 'odps_first', type: 'ODPS' })],
  ['node/datasource-types', 'another name', set(`${at.dwd}/datasource`, { name: 'odps_second', type: 'odps' })],
  ['node/legacy-command', 'the shell of the current service', set(command, 'DIDE_SHELL')],
  [
    'node/content-json',
    'a task of data integration',
    both(
      set(command, 'DI'),
      set(content, '{"type":"job","version":"2.0","steps":[{"category":"reader"},{"category":"writer"}]}'),
    ),
  ],
]
