import { checkSpec, node, workflow } from 'flowspec'
import { expect, test } from 'vitest'

const orders = workflow('orders').cron('00 02 00 * * ?')
const steps = '"steps":[{"category":"reader"},{"category":"writer"}]'

// Who is told of a name in code is told where it stands first outside of comments, as line:column.
test.each<[rule: string, command: string, code: string, places: readonly string[]]>([
  ['parameter/positional', 'DIDE_SHELL', 'echo $1\necho a $2 $2', ['2:8']],
  ['parameter/positional', 'DIDE_SHELL', '# $2\necho "$2"', ['2:7']],
  ['parameter/shell-name', 'DIDE_SHELL', 'echo $1\n echo $day\necho $day', ['2:7']],
  ['parameter/shell-name', 'DIDE_SHELL', 'echo $1 ${day}', ['1:9']],
  ['parameter/shell-name', 'DIDE_SHELL', 'read -r  day  shop; echo $day $1', []],
  ['parameter/pyodps-name', 'PYODPS3', "print(args['day'])\nprint('${shop}', '${day}')", ['2:19']],
  ['parameter/pyodps-name', 'PYODPS3', "# ${day}\nprint(args['day'], '${day}')", ['2:21']],
  ['parameter/pyodps-name', 'PYODPS3', "print(args['day'], '${yyyymmdd-1}')", ['1:21']],
  ['parameter/undeclared', 'ODPS_SQL', "select '${day}'\n, '${shop}', '${region}', '${shop}'", ['2:4', '2:15']],
  ['parameter/undeclared', 'ODPS_SQL', "-- ${shop}\nselect '${day}', '${shop}'", ['2:19']],
  [
    'parameter/undeclared',
    'HIVE',
    "set  shop = 1;\nset HIVEVAR:region=2;\nselect '${day}', '${shop}', '${Region}'",
    [],
  ],
  ['parameter/undeclared', 'HIVE', "set shop;\nselect '${day}', '${shop}'", ['2:19']],
  ['parameter/undeclared', 'PYODPS3', "print(args['day'],\n args['shop'])", ['2:2']],
  // JSON has no comments.
  [
    'parameter/undeclared',
    'DI',
    `{"type":"job","version":"2.0",${steps},\n"where":"# \${shop} -- \${region} \${day}"}`,
    ['2:12', '2:23'],
  ],
  ['parameter/unknown-workflow', 'ODPS_SQL', "select '${day}',\n'${workflow.shop}', '${workflow.shop}'", ['2:2']],
  ['parameter/unknown-workflow', 'ODPS_SQL', "-- ${workflow.shop}\nselect '${day}', '${workflow.shop}'", ['2:19']],
  ['parameter/unknown-workflow', 'DIDE_SHELL', 'echo $1 # ${workflow.shop}', []],
])('%s in %s: %j', (rule, command, code, places) => {
  const load = node('load', command).code(code).param('day', '$bizdate')
  const found = checkSpec(orders.nodes(load).toJSON()).filter((one) => one.rule === rule)
  expect(found.map(({ inText }) => `${inText?.line}:${inText?.column}`)).toEqual(places)
})

test.each<[code: string, used: boolean]>([
  ['$day', true],
  ['echo $days', false],
  ['echo $days $day', true],
  ['echo ${day}', true],
  ['echo $daily', false],
  ['echo $1', true],
  ['echo ${1}', true],
  ['echo ${#1}', true],
  ['echo $10', true],
  ['echo $2', false],
  ['echo "$@"', true],
  ['shift; echo a', true],
])('a shell that runs %j uses its one parameter: %s', (code, used) => {
  const load = node('load', 'DIDE_SHELL').code(code).param('day', '$bizdate')
  const rules = checkSpec(orders.nodes(load).toJSON()).map(({ rule }) => rule)
  expect(rules.includes('parameter/unused')).toBe(!used)
})

test('of very many parameters that code does not use a hundred are told', () => {
  const nodes = Array.from({ length: 60 }, (_, at) =>
    node(`load_${at}`, 'ODPS_SQL').code('select 1').param('day', '$bizdate').param('shop', '$bizdate'),
  )
  expect(checkSpec(orders.nodeList(nodes).toJSON()).map(({ rule }) => rule)).toEqual(
    Array.from({ length: 100 }, () => 'parameter/unused'),
  )
})

test('a constant that names a parameter of the workflow is text', () => {
  const load = node('load', 'ODPS_SQL').code("select '${day}'")
  const told = (type: 'Constant' | 'System') => {
    const document = JSON.parse(JSON.stringify(orders.nodes(load.param('day', '$bizdate'))))
    Object.assign(document.spec.workflows[0].nodes[0].script.parameters[0], { type, value: '${workflow.shop}' })
    return checkSpec(document).map(({ rule }) => rule)
  }
  expect(told('System')).toEqual(['parameter/unknown-workflow'])
  expect(told('Constant')).toEqual([])
})
