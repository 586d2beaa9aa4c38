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

  test('a branch behind an arm of another is told, and so is the other', () => {
    const next = branch('next').param('b', '1').arm('x', '${b} > 1').after(route.case('l'))
    const last = shell('last').code(code).after(next.case('x'))
    const told = found([each.nodes(route, next, last)], 'control/loop-merge')
    expect(told.map(({ subject }) => subject?.name).sort()).toEqual(['next', 'route'])
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
