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

/** What the rules about how code and parameters fit let pass. */
export const parameterUsePasses: readonly Pass[] = [
  [
    'parameter/duplicate',
    'names in another case',
    both(append(parameters, parameter('BIZDATE')), set(`${at.ods}/script/content`, "'${bizdate}' '${BIZDATE}'")),
  ],
  ['parameter/duplicate', 'parameters without names', node('DIDE_SHELL', 'load.sh', '-', '-')],
  ['parameter/unused', 'a name in Python', node('PYODPS3', "print(args['day'])", 'day')],
  ['parameter/unused', 'arguments of a Python script', node('PYTHON', 'import sys\nprint(sys.argv[1])', 'day')],
  [
    'parameter/unused',
    'the name of a parameter that a shell takes by place',
    node('DIDE_SHELL', 'load.sh /a_$1_b', 'day'),
  ],
  ['parameter/unused', 'all parameters of a shell at once', node('DIDE_SHELL', 'load.sh "$@"', '1', '2')],
  ['parameter/unused', 'no code', node('ODPS_SQL', '', 'day')],
  ['parameter/positional', 'as many places as parameters', node('DIDE_SHELL', 'load.sh $1 ${2}', 'a', 'b')],
  ['parameter/positional', 'fields of awk', node('DIDE_SHELL', "cut.sh | awk '{print $7}' # $9\n# $8")],
  ['parameter/positional', 'dollars with a backslash', node('DIDE_SHELL', 'echo "\\$3"')],
  ['parameter/positional', 'arguments of a function', node('DIDE_SHELL', 'log() { echo "$1"; }\nlog hello')],
  ['parameter/positional', 'a parameter of any number of values', node('DIDE_SHELL', 'load.sh $1 $2 $3', '-')],
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
