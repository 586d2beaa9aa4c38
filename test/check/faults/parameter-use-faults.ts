import { at } from '../support/base-document.ts'
import { append, both, type Edit, remove, set } from '../support/edit.ts'
import type { Fault } from '../support/fixture.ts'
import { assigning, conditionContent, ending } from './code-faults.ts'

const parameters = `${at.ods}/script/parameters`
const content = `${at.dwd}/script/content`

const parameter = (name: string) => ({
  name,
  artifactType: 'Variable',
  scope: 'NodeParameter',
  type: 'System',
  value: '$bizdate',
})

/** Makes `dwd` a shell node with parameters. */
const shell = (code: string, ...names: readonly string[]): Edit =>
  both(
    set(`${at.dwd}/script/runtime/command`, 'DIDE_SHELL'),
    set(content, code),
    set(`${at.dwd}/script/parameters`, names.map(parameter)),
  )

/** Makes `dwd` a node of a command with parameters. */
const coded = (command: string, code: string, ...names: readonly string[]): Edit =>
  both(shell(code, ...names), set(`${at.dwd}/script/runtime/command`, command))

const ten = Array.from({ length: 10 }, (_, place) => String.fromCharCode(97 + place))

/**
 * Code that names what is no parameter. Source: parameters are filled in by `${name}` in SQL of every engine and in
 * synchronisation tasks, by `args['name']` in PyODPS.
 */
const undeclared: readonly (readonly [command: string, code: string])[] = [
  [
    'DI',
    '{"type":"job","version":"2.0","steps":[{"category":"reader"},{"category":"writer"}],"where":"ds=${bizdate}"}',
  ],
  ['HIVE', "select '${bizdate}'"],
  ['EMR_HIVE', "select '${bizdate}'"],
  ['EMR_SPARK_SQL', "select '${bizdate}'"],
  ['HOLOGRES_SQL', "select '${bizdate}'"],
  ['CLICK_SQL', "select '${bizdate}'"],
  ['MYSQL', "select '${bizdate}'"],
  ['StarRocks', "select '${bizdate}'"],
  ['SERVERLESS_SPARK_SQL', "select '${bizdate}'"],
  ['ADB_for_PostgreSQL', "select '${bizdate}'"],
  ['ODPS_SCRIPT', "@a := select '${bizdate}';"],
  ['ODPS_SQL', "select '-- ${bizdate}'"],
  ['ODPS_SQL', "/* a */ select '${bizdate}' -- b"],
  ['PYODPS3', "print(args['bizdate'])"],
  ['PYODPS', 'print(args["bizdate"])'],
  ['PY_ODPS3', "print(args.get('bizdate'))"],
  ['PYODPS3', "print('# not a comment', args[ 'bizdate' ])"],
]

/** Source: text such as `${name}` is not replaced in the code of PyODPS nodes. */
const inBraces: readonly (readonly [command: string, code: string])[] = [
  ['PYODPS3', "print('${day}')"],
  ['PYODPS', 'o.execute_sql("select ${day}")'],
  ['PYODPS3', "print(args['day'], '${day}')"],
  ['PY_ODPS', 'print("""\n${day}\n""")'],
  ['PYODPS3', "day = '${day}' # args['day']"],
]

/** Gives `dwd` parameters. */
const given = (...names: readonly string[]): Edit => set(`${at.dwd}/script/parameters`, names.map(parameter))

/**
 * Assignments and ends of do-while loops, whose code is of the language that they say. Source: a loop's variables are
 * filled into the Python code of its end as text, as `${dag.loopTimes}`; exports name the languages otherwise than requests.
 */
const spoken: readonly Fault[] = [
  ...(
    [
      ['odps', "select '${bizdate}'"],
      ['odps-sql', 'select ${bizdate}'],
      ['odps', "/* ${a} */ select '${bizdate}'"],
      ['python2', "print('${bizdate}')"],
      ['python', 'print(${bizdate})'],
      ['python3', "print('# ${bizdate}')"],
    ] as const
  ).flatMap(([language, code]): Fault[] => [
    [`${code} in an assignment in ${language}`, assigning(language, code), 'parameter/undeclared', content],
    ...(code.includes('/*')
      ? []
      : [
          [
            `${code} in the end of a loop in ${language}`,
            ending(language, code),
            'parameter/undeclared',
            conditionContent,
          ] as const,
        ]),
  ]),
  ['echo $1 in an assignment in shell', assigning('shell', 'echo $1'), 'parameter/positional', content],
  ['echo $1 in an assignment in shell-script', assigning('shell-script', 'echo $1'), 'parameter/positional', content],
  ['echo $1 in the end of a loop', ending('shell-script', 'echo $1'), 'parameter/positional', conditionContent],
  [
    'echo $day in an assignment in shell',
    both(assigning('shell', 'echo $day'), given('day')),
    'parameter/shell-name',
    content,
  ],
  [
    'a parameter that an assignment does not use',
    both(assigning('odps', 'select 1'), given('day')),
    'parameter/unused',
    `${at.dwd}/script/parameters/0`,
  ],
]

const component = (code: string): object => ({
  name: 'clean',
  script: { path: 'components/clean', runtime: { command: 'SQL_COMPONENT' }, content: code },
  inputs: [{ name: 'source' }],
  outputs: [{ name: 'target' }],
})

/** Faults in how code and parameters fit. */
export const parameterUseFaults: readonly Fault[] = [
  ...spoken,
  [
    'a parameter of the workflow that it does not have',
    both(
      set(`${at.workflow}/script/parameters`, [parameter('region')]),
      set(`${parameters}/0/value`, '${workflow.regoin}'),
    ),
    'parameter/unknown-workflow',
    `${parameters}/0/value`,
  ],
  [
    'SQL with a parameter of a workflow that has none',
    coded('ODPS_SQL', "select '${workflow.region}'"),
    'parameter/unknown-workflow',
    content,
  ],
  [
    'two parameters of one name',
    append(parameters, parameter('bizdate')),
    'parameter/duplicate',
    `${parameters}/1/name`,
  ],
  [
    'a parameter that the SQL does not name',
    append(parameters, parameter('month')),
    'parameter/unused',
    `${parameters}/1`,
  ],
  [
    'a parameter that the shell does not take',
    shell('load.sh $1', '1', '2'),
    'parameter/unused',
    `${at.dwd}/script/parameters/1`,
  ],
  ['a place that no parameter has', shell('load.sh $1 "${2}"', '1'), 'parameter/positional', content],
  [
    'a place in a shell without parameters',
    both(shell('load.sh $1'), remove(`${at.dwd}/script/parameters`)),
    'parameter/positional',
    content,
  ],
  [
    'the tenth place without braces',
    shell('load.sh $1 $2 $3 $4 $5 $6 $7 $8 $9 $10', ...ten),
    'parameter/positional',
    content,
  ],
  ['the eleventh place, which nobody has', shell('load.sh ${11} "$@"', ...ten), 'parameter/positional', content],
  ['a place of which a part is cut off', shell('load.sh $1 ${2%.*}', 'a'), 'parameter/positional', content],
  ['a place of which a part is taken', shell('load.sh $1 ${2:0:4}', 'a'), 'parameter/positional', content],
  ['the length of a place', shell('load.sh $1 ${#2}', 'a'), 'parameter/positional', content],
  [
    'the first parameter, where the code has the tenth',
    shell('load.sh $2 $3 $4 $5 $6 $7 $8 $9 ${10}', ...ten),
    'parameter/unused',
    `${at.dwd}/script/parameters/0`,
  ],
  [
    'a parameter of PyODPS whose name is only a word of the code',
    coded('PYODPS3', 'day = 1\nprint(day)', 'day'),
    'parameter/unused',
    `${at.dwd}/script/parameters/0`,
  ],
  ...undeclared.map(
    ([command, code]): Fault => [`${code} in ${command}`, coded(command, code), 'parameter/undeclared', content],
  ),
  ...["print('${bizdate}')", 'o.execute_sql("select ${yyyymmdd-1}")', "day = f'${cyctime}'"].map(
    (code): Fault => [`${code} in PYODPS3, and no parameter`, coded('PYODPS3', code), 'parameter/pyodps-name', content],
  ),
  ...inBraces.map(
    ([command, code]): Fault => [
      `${code} in ${command}`,
      coded(command, code, 'day'),
      'parameter/pyodps-name',
      content,
    ],
  ),
  [
    'a component that uses what it does not have',
    set('/spec/components', [component('insert into @@{target} select * from @@{source} where ds = @@{day}')]),
    'parameter/component',
    '/spec/components/0/script/content',
  ],
  [
    'a component that does not use what it has',
    set('/spec/components', [component('select * from @@{source}')]),
    'parameter/component',
    '/spec/components/0/outputs/0',
  ],
]
