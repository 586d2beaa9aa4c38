import { branch, checkSpec, combined, type Diagnostic, doWhile, forEach, join, shell, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

type Nodes = Parameters<ReturnType<typeof workflow>['nodeList']>[0]

const code = './run.sh'
const either = ['Success', 'NotRun'] as const
const orders = workflow('orders').cron('00 02 00 * * ?')

function found(nodes: Nodes, ...rules: readonly string[]): readonly Diagnostic[] {
  return checkSpec(orders.nodeList(nodes).toJSON()).filter(({ rule }) => rules.includes(rule))
}

const each = forEach('each').over('a,b')
const poll = doWhile('poll').while('print(${dag.loopTimes} < 5)', { language: 'python2' })

/** Pages "For-each node", "do-while node" and the node documentation of the vendor: the lists of variables. */
describe('variables of a loop', () => {
  const uses = (text: string) => shell('load').code(text)

  test.each<[what: string, nodes: Nodes]>([
    ['the item', [each.nodes(uses('./load.sh ${dag.foreach.current}'))]],
    ['a column of the item', [each.nodes(uses('./load.sh ${dag.foreach.current[0]}'))]],
    ['the list', [each.nodes(uses('./load.sh ${dag.loopDataArray}'))]],
    ['a cell of the list', [each.nodes(uses('./load.sh ${dag.loopDataArray[0][1]}'))]],
    ['the round of a for-each loop', [each.nodes(uses('./load.sh ${dag.loopTimes} ${dag.offset}'))]],
    ['the round of a do-while loop', [poll.nodes(uses('./load.sh ${dag.loopTimes} ${dag.offset}'))]],
    ['a parameter of the do-while loop', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input}'))]],
    ['a row of it', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input[${dag.offset}]}'))]],
    ['its length', [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.input.length}'))]],
    ['in a parameter', [each.nodes(shell('load').code('./load.sh $1').param('1', each.item))]],
    ['in a combined node of the body', [each.nodes(combined('both').nodes(uses('./load.sh ${dag.loopTimes}')))]],
    ['in a comment', [uses('# the loop takes it as ${dag.foreach.current}\necho a,b'), each.nodes(uses(code))]],
    ['of another kind', [each.nodes(uses('./load.sh ${dagger.loop} $dag'))]],
  ])('%s is known', (_, nodes) => {
    expect(found(nodes, 'control/loop-variable')).toEqual([])
  })

  test.each<[what: string, nodes: Nodes, message: string, hint?: string]>([
    [
      'a misspelt item',
      [each.nodes(uses('./load.sh ${dag.foreach.curent}'))],
      '"${dag.foreach.curent}" is no variable of a for-each loop.',
      'Did you mean ${dag.foreach.current}?',
    ],
    [
      'a round in small letters',
      [each.nodes(uses('./load.sh ${dag.looptimes}'))],
      '"${dag.looptimes}" is no variable of a for-each loop.',
      'Did you mean ${dag.loopTimes}?',
    ],
    [
      'a list in small letters',
      [each.nodes(uses('./load.sh ${dag.loopdataarray}'))],
      '"${dag.loopdataarray}" is no variable of a for-each loop.',
      'Did you mean ${dag.loopDataArray}?',
    ],
    [
      'an item without foreach',
      [each.nodes(uses('./load.sh ${dag.current}'))],
      '"${dag.current}" is no variable of a for-each loop.',
    ],
    [
      'an item in a do-while loop',
      [poll.nodes(uses('./load.sh ${dag.foreach.current}'))],
      '"${dag.foreach.current}" belongs to for-each loops, and this is a do-while loop.',
    ],
    [
      'a parameter that the loop does not have',
      [poll.param('input', 'a,b').nodes(uses('./load.sh ${dag.inputs}'))],
      '"${dag.inputs}" is no variable of a do-while loop.',
      'Did you mean ${dag.input}?',
    ],
    [
      'in a parameter',
      [each.nodes(shell('load').code('./load.sh $1').param('1', '${dag.ofset}'))],
      '"${dag.ofset}" is no variable of a for-each loop.',
      'Did you mean ${dag.offset}?',
    ],
    [
      'in a condition',
      [each.nodes(branch('load').arm('a', "'${dag.foreach.item}' == 'a'"))],
      '"${dag.foreach.item}" is no variable of a for-each loop.',
    ],
    [
      'in the end of a do-while loop',
      [doWhile('ask').nodes(uses(code)).while('print(${dag.looptime} < 5)', { language: 'python2' })],
      '"${dag.looptime}" is no variable of a do-while loop.',
      'Did you mean ${dag.loopTimes}?',
    ],
    [
      'the item of a loop beside it',
      [each.nodes(shell('a').code(code)), uses(`./load.sh ${each.item}`)],
      '"${dag.foreach.current}" has a value inside of a loop only.',
    ],
    [
      'a round without any loop',
      [uses('./load.sh ${dag.loopTimes}')],
      '"${dag.loopTimes}" has a value inside of a loop only.',
    ],
    [
      'a round in the parameter of a loop',
      [forEach('each').over('${dag.offset}').nodes(uses(code))],
      '"${dag.offset}" has a value inside of a loop only.',
    ],
    [
      'a misspelt one without any loop',
      [uses('./load.sh ${dag.looptimes}')],
      '"${dag.looptimes}" has a value inside of a loop only.',
      'Did you mean ${dag.loopTimes}?',
    ],
  ])('%s is told', (_, nodes, message, hint) => {
    const diagnostics = found(nodes, 'control/loop-variable')
    expect(diagnostics).toMatchObject([{ severity: 'warning', message }])
    if (hint !== undefined) expect(diagnostics[0]?.hint).toBe(hint)
  })

  test('beside their loop, nodes are of the loop as inside of it', () => {
    const flow = orders.nodes(each.nodes(shell('load').code(`./load.sh ${each.item}`)))
    expect(checkSpec(flow.build({ loops: 'siblings' }))).toEqual([])
  })

  test('of a node without what it stands in nothing is known', () => {
    const script = { path: 'load', runtime: { command: 'DIDE_SHELL' }, content: 'echo ${dag.loopTimes}' }
    const node = { id: 'load', name: 'load', script, metadata: { container: { type: 'Node', uuid: '1' } } }
    const alone = { id: 'load', name: 'load', script }
    for (const nodes of [[node], [alone]]) {
      const document = { kind: 'Node', version: '2.0.0', spec: { nodes } }
      expect(checkSpec(document).filter(({ rule }) => rule === 'control/loop-variable')).toEqual([])
    }
  })
})

/** The page "do-while node": the code of the end node takes no comments. What is a comment, each language says. */
describe('comments in the end of a do-while loop', () => {
  const body = doWhile('ask').nodes(shell('load').code(code))

  test.each<[language: 'python2' | 'shell-script' | 'odps-sql', content: string, line: number, column: number]>([
    ['python2', 'print(True)  # again', 1, 14],
    ['python2', '# five rounds\nprint(${dag.loopTimes} < 5)', 1, 1],
    ['python2', "print('#' == '#')\n# done", 2, 1],
    ['python2', '"""#"""\nprint(1) # x', 2, 10],
    ['shell-script', 'echo True # again', 1, 11],
    ['shell-script', '#!/bin/bash\n# again\necho True', 2, 1],
    ['shell-script', 'test $# = 0;#none\necho True', 1, 13],
    ['odps-sql', 'select ${dag.loopTimes} < 5 -- five', 1, 29],
    ['odps-sql', "select '--', /* five */ ${dag.loopTimes} < 5", 1, 14],
  ])('%s %j', (language, content, line, column) => {
    const nodes = [body.while(content, { language })]
    expect(found(nodes, 'control/loop-end-comment')).toMatchObject([
      { severity: 'warning', message: `The code of the end node has a comment (line ${line}, column ${column}).` },
    ])
  })

  test.each<[language: 'python2' | 'shell-script' | 'odps-sql', content: string]>([
    ['python2', 'if ${dag.loopTimes}<5:\n print True;\nelse:\n print False;'],
    ['python2', 'print(\'# no\' != "# comment")'],
    ['python2', "'''\n# text\n'''\nprint(True)"],
    ['shell-script', 'if [ $# -eq 0 ]; then echo True; fi'],
    ['shell-script', 'a=x#y; echo ${a#x} "# $a" \\# \'#\''],
    ['shell-script', '#!/bin/bash\necho True'],
    ['odps-sql', "select '-- ' <> '/*', 3 - -1, 4 / 2"],
    ['odps-sql', 'select "#", 1 # 2'],
  ])('none in %s %j', (language, content) => {
    expect(found([body.while(content, { language })], 'control/loop-end-comment')).toEqual([])
  })

  test('comments elsewhere are no matter', () => {
    expect(found([poll.nodes(shell('load').code('# load\n./run.sh'))], 'control/loop-end-comment')).toEqual([])
  })
})

/** The page "For-each node": all branches converge in a merge node before the end node. */
describe('a branch in a loop', () => {
  const route = branch('route').param('a', '1').arm('l', '${a} > 1').arm('r', '${a} <= 1')
  const left = shell('left').code(code).after(route.case('l'))
  const right = shell('right').code(code).after(route.case('r'))
  const inner = shell('inner').code(code).after(left)
  const merged = join('merged')
    .arm('p', left, { status: either })
    .arm('q', right, { status: either })
    .expression('p and q')

  test.each<[what: string, nodes: Nodes]>([
    ['whose arms reach the end', [each.nodes(route, left, right)]],
    ['of which one arm reaches the end', [each.nodes(route, left)]],
    ['of which one arm goes around the join', [each.nodes(route, left, right, inner, merged)]],
    ['in a do-while loop', [poll.nodes(route, left, right)]],
    [
      'that comes together in a node that is no join',
      [each.nodes(route, left, right, shell('x').code(code).after(left, right))],
    ],
  ])('%s is told', (_, nodes) => {
    expect(found(nodes, 'control/loop-merge')).toMatchObject([
      { severity: 'warning', subject: { kind: 'node', name: 'route' } },
    ])
  })

  test.each<[what: string, nodes: Nodes]>([
    ['with a join', [each.nodes(route, left, right, merged)]],
    ['with a join and nodes after it', [each.nodes(route, left, right, merged, shell('x').code(code).after(merged))]],
    ['outside of loops', [route, left, right]],
    ['with arms that nothing comes after', [each.nodes(route)]],
    ['in a do-while loop with a join', [poll.nodes(route, left, right, merged)]],
  ])('%s is not told', (_, nodes) => {
    expect(found(nodes, 'control/loop-merge')).toEqual([])
  })

  test('beside its loop it is told, too', () => {
    const document = orders.nodes(each.nodes(route, left, right)).build({ loops: 'siblings' })
    expect(checkSpec(document).map(({ rule }) => rule)).toEqual(['control/loop-merge'])
  })
})

/** The page "For-each node": no nested loops; of do-while loops no page says so. */
describe('loops in loops', () => {
  const days = forEach('days').over('1,2').nodes(shell('load').code(code))
  const asked = doWhile('asked').nodes(shell('ask').code(code)).while('print(1)', { language: 'python2' })

  test.each<[what: string, nodes: Nodes, inner: string]>([
    ['for-each in for-each', [each.nodes(days)], 'days'],
    ['do-while in for-each', [each.nodes(asked)], 'asked'],
    ['for-each in a combined node in for-each', [each.nodes(combined('both').nodes(days))], 'days'],
    ['for-each in do-while in for-each', [each.nodes(asked.nodes(days))], 'asked days'],
  ])('%s is told', (_, nodes, inner) => {
    const names = found(nodes, 'control/nested-loop').map(({ subject }) => subject?.name)
    expect(names.sort().join(' ')).toBe(inner)
  })

  test.each<[what: string, nodes: Nodes]>([
    ['for-each in do-while', [poll.nodes(days)]],
    ['do-while in do-while', [poll.nodes(asked)]],
    ['side by side', [days, poll.nodes(shell('x').code(code))]],
    ['for-each in a combined node', [combined('both').nodes(days)]],
  ])('%s is not told', (_, nodes) => {
    expect(found(nodes, 'control/nested-loop')).toEqual([])
  })

  test('beside the outer loop they are told, too', () => {
    const document = orders.nodes(each.nodes(days)).build({ loops: 'siblings' })
    expect(checkSpec(document).map(({ rule }) => rule)).toEqual(['control/nested-loop'])
  })
})

/** The page "For-each node": 20 at most, 0 is one after the other. The page "do-while node": none. */
describe('rounds at a time', () => {
  const load = shell('load').code(code)
  test.each<[count: number, told: boolean]>([
    [0, false],
    [1, false],
    [5, false],
    [20, false],
    [21, true],
    [100, true],
  ])('%d in a for-each loop', (count, told) => {
    expect(found([each.parallelism(count).nodes(load)], 'control/loop-parallelism')).toHaveLength(told ? 1 : 0)
  })

  test.each<[count: number, told: boolean]>([
    [0, false],
    [1, false],
    [2, true],
    [20, true],
  ])('%d in a do-while loop', (count, told) => {
    const document = JSON.parse(JSON.stringify(orders.nodes(poll.nodes(load))))
    document.spec.workflows[0].nodes[0]['do-while'].parallelism = count
    const rules = checkSpec(document).map(({ rule }) => rule)
    expect(rules).toEqual(told ? ['control/loop-parallelism'] : [])
  })
})

/** The page "Branch node": at most 50. */
test.each([
  [50, []],
  [51, ['control/branch-count']],
])('a branch with %d arms', (count, rules) => {
  const arms = Array.from({ length: count }, (_, at) => at)
  const route = arms.reduce<ReturnType<typeof branch<'route'>>>(
    (node, at) => node.arm(`arm_${at}`, `\${a} == ${at}`),
    branch('route').param('a', '1'),
  )
  expect(checkSpec(orders.nodes(route).toJSON()).map(({ rule }) => rule)).toEqual(rules)
})
