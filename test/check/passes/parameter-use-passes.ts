import { assigning, ending } from '../faults/code-faults.ts'
import { at } from '../support/base-document.ts'
import { append, both, type Edit, set } from '../support/edit.ts'
import type { Pass } from '../support/fixture.ts'

const parameters = `${at.ods}/script/parameters`

const parameter = (name: string) => ({
  name,
  artifactType: 'Variable',
  scope: 'NodeParameter',
  type: 'System',
  value: '$bizdate',
})

const node = (command: string, code: string, ...names: readonly string[]): Edit =>
  both(
    set(`${at.dwd}/script/runtime/command`, command),
    set(`${at.dwd}/script/content`, code),
    set(`${at.dwd}/script/parameters`, names.map(parameter)),
  )

const ten = Array.from({ length: 10 }, (_, place) => String.fromCharCode(97 + place))

/** What the rules about how code and parameters fit let pass. */
export const parameterUsePasses: readonly Pass[] = [
  [
    'parameter/duplicate',
    'names in another case',
    both(append(parameters, parameter('BIZDATE')), set(`${at.ods}/script/content`, "'${bizdate}' '${BIZDATE}'")),
  ],
  ['parameter/duplicate', 'parameters without names', node('DIDE_SHELL', 'load.sh', '-', '-')],
  [
    'parameter/unknown-workflow',
    'a parameter that the workflow has',
    both(
      set(`${at.workflow}/script/parameters`, [parameter('region')]),
      node('ODPS_SQL', "select '${workflow.region}' -- ${workflow.other}"),
    ),
  ],
  ['parameter/unused', 'a name in Python', node('PYODPS3', "print(args['day'])", 'day')],
  ['parameter/unused', 'arguments of a Python script', node('PYTHON', 'import sys\nprint(sys.argv[1])', 'day')],
  [
    'parameter/unused',
    'the name of a parameter that a shell takes by place',
    node('DIDE_SHELL', 'load.sh /a_$1_b', 'day'),
  ],
  ['parameter/unused', 'all parameters of a shell at once', node('DIDE_SHELL', 'load.sh "$@"', '1', '2')],
  ['parameter/unused', 'no code', node('VIRTUAL', '', 'day')],
  ['parameter/positional', 'as many places as parameters', node('DIDE_SHELL', 'load.sh $1 ${2}', 'a', 'b')],
  ['parameter/positional', 'fields of awk', node('DIDE_SHELL', "cut.sh | awk '{print $7}' # $9\n# $8")],
  ['parameter/positional', 'dollars with a backslash', node('DIDE_SHELL', 'echo "\\$3"')],
  ['parameter/positional', 'arguments of a function', node('DIDE_SHELL', 'log() { echo "$1"; }\nlog hello')],
  ['parameter/positional', 'a parameter of any number of values', node('DIDE_SHELL', 'load.sh $1 $2 $3', '-')],
  ['parameter/positional', 'ten places', node('DIDE_SHELL', 'load.sh $1 $2 $3 $4 $5 $6 $7 $8 $9 ${10}', ...ten)],
  ['parameter/positional', 'a digit behind the only place', node('DIDE_SHELL', 'load.sh $10', 'a')],
  ['parameter/positional', 'a place with a value of its own', node('DIDE_SHELL', 'load.sh $1 ${2:-none}', 'a')],
  [
    'parameter/undeclared',
    'a parameter of an assignment',
    both(node('CONTROLLER_ASSIGNMENT', "select '${day}'", 'day'), set(`${at.dwd}/script/language`, 'odps')),
  ],
  ['parameter/undeclared', 'a comment in an assignment', assigning('python2', "print('a')  # ${day}")],
  ['parameter/undeclared', 'a variable of a shell in an assignment', assigning('shell', 'day=1\necho ${day}')],
  ['parameter/undeclared', 'an assignment of another language', assigning('groovy', 'print "${day}"')],
  ['parameter/undeclared', 'a variable of the loop in its end', ending('python2', 'print(${dag.loopTimes} < 5)')],
  [
    'parameter/unused',
    'a parameter that an assignment in shell takes by place',
    both(node('CONTROLLER_ASSIGNMENT', 'echo $1', 'day'), set(`${at.dwd}/script/language`, 'shell-script')),
  ],
  ['parameter/undeclared', 'a comment of SQL', node('HOLOGRES_SQL', 'select 1 -- ${day}\n/* ${day}\n${day} */')],
  [
    'parameter/undeclared',
    'a variable that Hive sets',
    node('EMR_HIVE', "set day=1;\nselect '${day}', '${hiveconf:x}'"),
  ],
  [
    'parameter/undeclared',
    'a variable of the system',
    node(
      'DI',
      '{"type":"job","version":"2.0","steps":[{"category":"reader"},{"category":"writer"}],"a":"${bdp.system.bizdate}"}',
    ),
  ],
  ['parameter/undeclared', 'a variable of a shell of EMR', node('EMR_SHELL', 'd=1; echo ${d}')],
  ['parameter/undeclared', 'an argument with a value of its own', node('PYODPS3', "print(args.get('day', ''))")],
  ['parameter/undeclared', 'an argument in a comment', node('PYODPS3', "print(1) # args['day']")],
  ['parameter/undeclared', 'arguments of a function', node('PYODPS3', 'def f(*args):\n  return args[0]')],
  ['parameter/pyodps-name', 'a template of its own', node('PYODPS3', "print(Template('${name}').substitute(name=1))")],
  ['parameter/pyodps-name', 'a date in a comment', node('PYODPS3', 'print(1)  # not ${bizdate}')],
  ['parameter/pyodps-name', 'an argument', node('PYODPS3', "print(args['day'])  # not ${day}", 'day')],
  [
    'parameter/pyodps-name',
    'a placeholder of a template',
    node('PYODPS3', "print(Template('${x}'), args['day'])", 'day'),
  ],
  ['parameter/pyodps-name', 'the name in SQL', node('ODPS_SQL', "select '${day}'", 'day')],
  ['parameter/unused', 'an argument that may be missing', node('PYODPS3', "print(args.get('day', ''))", 'day')],
  ['parameter/unused', 'all arguments', node('PYODPS3', 'for name in args:\n  print(name)', 'day')],
  [
    'parameter/component',
    'a component that uses what it has',
    set('/spec/components', [
      {
        name: 'clean',
        script: {
          path: 'components/clean',
          runtime: { command: 'SQL_COMPONENT' },
          content: 'insert into @@{target} select * from @@{source}',
        },
        inputs: [{ name: 'source' }],
        outputs: [{ name: 'target' }],
      },
    ]),
  ],
]
