import { replaced } from '../faults/missing-faults.ts'
import { at } from '../support/base-document.ts'
import { append, both, type Edit, set } from '../support/edit.ts'
import type { Told } from '../support/fixture.ts'

const scheduled = (name: string, value = '$bizdate') => ({
  name,
  artifactType: 'Variable',
  scope: 'NodeParameter',
  type: 'System',
  value,
})

/** Makes `dwd` a node of a command with code and parameters. */
const coded = (command: string, content: string, ...names: readonly string[]): Edit =>
  both(
    set(`${at.dwd}/script/runtime/command`, command),
    set(`${at.dwd}/script/content`, content),
    set(
      `${at.dwd}/script/parameters`,
      names.map((name) => scheduled(name)),
    ),
  )

const component = (content: string, ...inputs: readonly string[]): Edit =>
  replaced({
    kind: 'Component',
    version: '1.1.0',
    spec: {
      components: [
        {
          name: 'clean',
          script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, content },
          inputs: inputs.map((name) => ({ name })),
        },
      ],
    },
  })

const workflowParameter = (...names: readonly string[]): Edit =>
  both(
    set(
      `${at.workflow}/script/parameters`,
      names.map((name) => scheduled(name)),
    ),
    set(`${at.dwd}/script/content`, "select '${workflow.regoin}'"),
  )

/** What the rules about parameters name. */
export const parameterTexts: readonly Told[] = [
  [
    'a parameter of a component that is misspelt',
    component('select * from @@{sources}, @@{source}', 'source'),
    ['@@{sources}'],
    'Did you mean @@{source}?',
  ],
  [
    'a parameter of a component that none is like',
    component('select * from @@{target}, @@{source}', 'source'),
    ['@@{target}'],
    'Declare it among the inputs or outputs.',
  ],
  ['a parameter of a component that its code does not use', component('select 1', 'source'), ['@@{source}']],
  [
    'a place of a shell without parameters',
    coded('DIDE_SHELL', 'echo $1'),
    ['$1', 'no parameters'],
    "Add .param('1', …), or use the places that there are.",
  ],
  ['a second place', coded('DIDE_SHELL', 'echo $1 $2', 'a'), ['$2', '1 parameter.']],
  ['a third place', coded('DIDE_SHELL', 'echo $1 $2 ${3}', 'a', 'b'), ['${3}', '2 parameters']],
  ['a place with a digit behind that has no parameter', coded('DIDE_SHELL', 'echo $1 $23', 'a'), ['uses $2,']],
  [
    'the tenth place without braces',
    coded('DIDE_SHELL', 'echo $1$2$3$4$5$6$7$8$9 $10', ...'abcdefghij'),
    ['$10', '$1 and the text 0', 'parameter 10'],
    'Write ${10}.',
  ],
  [
    'the second parameter of a shell by its name',
    coded('DIDE_SHELL', 'echo $1 $day', 'shop', 'day'),
    ['$day', "'day'", 'as $2'],
    'Write $2.',
  ],
  [
    'a parameter of PyODPS in braces',
    coded('PYODPS3', "print('${day}', args['day'])", 'day'),
    ['${day}'],
    "Write args['day'].",
  ],
  [
    'a date of SQL in PyODPS',
    coded('PYODPS3', "print('${bizdate}')"),
    ['${bizdate}', 'no such parameter'],
    "Add .param('day', …), and write args['day'].",
  ],
  [
    'a parameter of SQL that is misspelt',
    coded('ODPS_SQL', "select '${dayy}', '${day}'", 'day'),
    ['${dayy}'],
    'Did you mean "day"? Otherwise add .param(\'dayy\', …).',
  ],
  ['a parameter of SQL that is not there', coded('ODPS_SQL', "select '${day}'"), ['${day}'], "Add .param('day', …)."],
  [
    'an argument of PyODPS that is not there',
    coded('PYODPS3', "print(args['day'])"),
    ["args['day']"],
    "Add .param('day', …).",
  ],
  ['a parameter of the workflow that is misspelt', workflowParameter('region'), ['regoin'], 'Did you mean "region"?'],
  [
    'a parameter of the workflow that none is like',
    workflowParameter('day'),
    ['${workflow.regoin}'],
    "Give it to the workflow: .param('regoin', …).",
  ],
  ['a parameter that the code does not use', coded('ODPS_SQL', 'select 1', 'day'), ["'day'"]],
  [
    'two parameters of one name',
    append(`${at.ods}/script/parameters`, scheduled('bizdate')),
    ["'bizdate'"],
    'Leave one out, or call it otherwise.',
  ],
]
