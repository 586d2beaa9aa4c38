import { alone } from '../faults/content-faults.ts'
import { edges, oneNode, replaced } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { both, type Edit, remove, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'
import { useTable } from '../support/use-table.ts'

const content = `${at.dwd}/script/content`
const command = `${at.dwd}/script/runtime/command`

const coded = (type: string, code: string): Edit => both(set(command, type), set(content, code))

const task = (...categories: readonly string[]): string =>
  JSON.stringify({ type: 'job', version: '2.0', steps: categories.map((category) => ({ category })) })

const noRuntime = { name: 'f', script: { path: 'f', runtime: { command: 'ODPS_FUNCTION' } }, type: 'other' }

/** What the rules about documents, strategies, code and tables name. */
export const contentTexts: readonly Told[] = [
  [
    'a document of another kind',
    set('/kind', 'Node'),
    ['kind Node', 'workflows'],
    'Documents of kind Node have nodes.',
  ],
  [
    'a body without entities',
    set('/spec', {}),
    ['kind CycleWorkflow'],
    'Documents of kind CycleWorkflow have nodes or workflows.',
  ],
  [
    'a document with the lists of two others',
    replaced({
      kind: 'Function',
      version: '1.1.0',
      spec: {
        datasources: [{ name: 'd', type: 'odps' }],
        nodes: [],
        fileResources: [{ name: 'a.py', type: 'python', file: { path: 'a.py' } }],
      },
    }),
    ['kind Function has fileResources, datasources.'],
    'Documents of kind Function have functions.',
  ],
  ...(
    [
      ['2.0.0', 'dependencies'],
      ['1.2.0', 'flow'],
    ] as const
  ).map(
    ([version, field]): Told => [
      `flow and dependencies in version ${version}`,
      both(oneNode({ dependencies: edges, flow: edges }), set('/version', version)),
      ["'flow'", "'dependencies'"],
      `Put all entries into '${field}'.`,
    ],
  ),
  ['flow in version 2.0.0', oneNode({ flow: edges }), ['2.x'], 'Write dependencies.'],
  ['a version that is not known', set('/version', '1.1.2'), ['1.1.2'], 'There are 1.0.0, 1.1.0, 1.2.0, 2.0.0.'],
  [
    'a function without class',
    alone('Function', 'functions', noRuntime),
    ['function', 'no class'],
    'Add .className(…) or .embedded(…).',
  ],
  [
    'a component of comments',
    alone('Component', 'components', {
      name: 'clean',
      script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, content: '-- later' },
    }),
    ['component has no SQL', 'comments alone'],
    'Add .code(…).',
  ],
  [
    'a job without content',
    alone('DataIntegrationJob', 'dataIntegrationJobs', {
      name: 'copy',
      script: { path: 'jobs/copy', runtime: { command: 'DATA_INTEGRATION_JOB' } },
    }),
    ['job has no content'],
    'Add .code(…).',
  ],

  ['instances at a time', set(`${at.strategy}/maxInternalConcurrency`, 100_001), ['100001', '100000']],
  ['instances of a node at a time', set(`${at.dwd}/strategy/maxInternalConcurrency`, 10_001), ['10001', '10000']],
  ['reruns that are denied', set(`${at.ods}/rerunMode`, 'Denied'), ['rerunTimes is 10', 'Denied']],
  ['a priority that the console does not offer', set(`${at.ods}/priority`, 4), ['4'], 'Use 1, 3, 5, 7 or 8.'],
  ['an interval of less than a minute', set(`${at.ods}/rerunInterval`, 59_999), ['59999', 'less than a minute']],
  ['an interval in seconds', set(`${at.ods}/rerunInterval`, 180), ['180'], 'Three minutes are 180000.'],
  ['a timeout of more than a week', set(`${at.ods}/timeout`, 169), ['169 HOURS', '168 hours']],
  [
    'a timeout without unit',
    remove(`${at.ods}/timeoutUnit`),
    ['timeout is 2', 'timeoutUnit'],
    'Add timeoutUnit: SECONDS, MINUTES or HOURS.',
  ],

  ['a semicolon in a comment', coded('ODPS_SQL', 'select 1 -- a; b\n'), ['line 1, column 14']],
  ['a setting alone', coded('ODPS_SQL', 'select 1;\n set a=b;'), ['SET', 'line 2, column 2']],
  ['a database alone', coded('ODPS_SQL', 'select 1;\nuse shop;'), ['USE', 'line 2, column 1']],
  ...(
    [
      ['ODPS_SQL', 'SQL'],
      ['DIDE_SHELL', 'shell code'],
      ['PYODPS3', 'Python code'],
      ['DI', 'task'],
    ] as const
  ).map(
    ([type, noun]): Told => [
      `no code of ${type}`,
      coded(type, ' '),
      [`This ${type} node has no ${noun} to run`],
      'Add .code(…) or .codeFile(…).',
    ],
  ),
  ...(
    [
      ['ODPS_SQL', '-- later', 'SQL'],
      ['DIDE_SHELL', '# later', 'shell code'],
      ['PYODPS3', '# later', 'Python code'],
    ] as const
  ).map(
    ([type, code, noun]): Told => [
      `comments alone in ${type}`,
      coded(type, code),
      [`The ${noun} of this node is comments alone`],
      'Write what is to run, or make it a virtual node.',
    ],
  ),
  ['large code', coded('DIDE_SHELL', `echo ${'x'.repeat(131_068)}`), ['DIDE_SHELL', '131073 bytes', '131072 (128 KB)']],
  // How many bytes a character takes in UTF-8, at both ends of each length.
  ...(
    [
      ['\u0080', 66_000],
      ['\u07ff', 66_000],
      ['\u0800', 44_000],
      ['数', 44_000],
      ['\uffff', 44_000],
      ['\u{10000}', 33_000],
      ['\u{10ffff}', 33_000],
    ] as const
  ).map(
    ([character, count]): Told => [
      `${count} times ${JSON.stringify(character)}`,
      coded('HOLOGRES_SQL', `select '${character.repeat(count)}'`),
      ['HOLOGRES_SQL', '132009 bytes'],
    ],
  ),
  [
    'many statements',
    coded('ODPS_SQL', Array.from({ length: 201 }, (_, place) => `select ${place}`).join(';\n')),
    ['201 statements', '200'],
  ],
  [
    'a task that writes nothing',
    coded('DI', task('reader')),
    ['DI node', 'no writer'],
    'dataIntegration() writes both: .reader(…) and .writer(…).',
  ],
  ['a task of a processor alone', coded('DI2', task('processor')), ['DI2 node', 'no reader and no writer']],
  [
    'a table that a node reads and another one writes',
    both(
      useTable(at.start, 'inputs', 'odps.retail.t'),
      useTable(at.report, 'outputs', 'odps.retail.t'),
      set(`${at.workflow}/dependencies/0/depends`, []),
    ),
    ["'start' reads", 'odps.retail.t', "'report.daily_1' writes"],
    "Let one come after the other: .after('report.daily_1') on 'start'.",
  ],
  [
    'a table that two nodes write',
    both(
      useTable(at.start, 'outputs', 'odps.retail.t'),
      useTable(at.report, 'outputs', 'odps.retail.t'),
      set(`${at.workflow}/dependencies/0/depends`, []),
    ),
    ['writes the table odps.retail.t', "'start'", "'report.daily_1'"],
  ],
]
