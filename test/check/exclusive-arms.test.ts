import { branch, checkSpec, type Diagnostic, external, forEach, join, shell, virtual, workflow } from 'flowspec'
import { describe, expect, test } from 'vitest'

type Nodes = Parameters<ReturnType<typeof workflow>['nodeList']>[0]

const code = './run.sh'
const route = branch('route').param('a', '12').arm('big', '${a} > 10').arm('small', '${a} <= 10')
const pack = shell('pack').code(code).after(route.case('big'))
const send = shell('send').code(code).after(route.case('small'))
const start = virtual('start')
const either = ['Success', 'NotRun'] as const

function found(nodes: Nodes): readonly Pick<Diagnostic, 'severity' | 'subject'>[] {
  const orders = workflow('orders').cron('00 02 00 * * ?').nodeList(nodes)
  return checkSpec(orders.toJSON()).filter(({ rule }) => rule === 'control/exclusive-arms')
}

const names = (nodes: Nodes): readonly (string | undefined)[] => found(nodes).map(({ subject }) => subject?.name)

/** The page "Merge node": a node attached to both branches is not run, and neither is what comes after it. */
describe('what comes after both arms of a branch never runs', () => {
  const deep = shell('deep').code(code).after(pack)
  const deeper = shell('deeper').code(code).after(deep)
  test.each<[what: string, nodes: Nodes, never: string]>([
    ['right after both', [route, shell('x').code(code).after(route.case('big'), route.case('small'))], 'x'],
    ['after a node behind each', [route, pack, send, shell('x').code(code).after(pack, send)], 'x'],
    [
      'after nodes at different depths',
      [route, pack, deep, deeper, send, shell('x').code(code).after(send, deeper)],
      'x',
    ],
    ['after a node and an arm', [route, pack, shell('x').code(code).after(pack, route.case('small'))], 'x'],
    ['after an arm of a nested branch', nested(), 'x'],
    [
      'a join that wants success of both',
      [route, pack, send, join('x').arm('p', pack).arm('q', send).expression('p and q')],
      'x',
    ],
    [
      'a join with parentheses',
      [
        route,
        pack,
        send,
        start,
        join('x').arm('p', pack).arm('q', send).arm('r', start).expression('(r or p) and (p and q)'),
      ],
      'x',
    ],
    [
      'a join that wants one of two behind an arm, and what is behind the other',
      [
        route,
        pack,
        shell('too').code(code).after(route.case('big')),
        send,
        join('x').arm('p', pack).arm('t', 'too').arm('q', send).expression('(p or t) and q'),
      ],
      'x',
    ],
    ['a join with capitals', [route, pack, send, join('x').arm('p', pack).arm('q', send).expression('p AND q')], 'x'],
    [
      'a join right after both arms',
      [route, join('x').arm('p', external('route_big')).arm('q', external('route_small')).expression('p and q')],
      'x',
    ],
  ])('%s', (_, nodes, never) => {
    expect(found(nodes)).toMatchObject([{ severity: 'warning', subject: { kind: 'node', name: never } }])
  })

  function nested(): Nodes {
    const inner = branch('inner').param('b', '1').arm('one', '${b} == 1').after(route.case('big'))
    const one = shell('one').code(code).after(inner.case('one'))
    return [route, inner, one, send, shell('x').code(code).after(one, send)]
  }

  test('what comes after that node is not told again', () => {
    const both = shell('both').code(code).after(pack, send)
    expect(names([route, pack, send, both, shell('x').code(code).after(both)])).toEqual(['both'])
  })

  test('each branch is told by itself', () => {
    const other = branch('other').param('b', '1').arm('c', '${b} == 1').arm('d', '${b} == 2')
    const c = shell('c').code(code).after(other.case('c'))
    const d = shell('d').code(code).after(other.case('d'))
    expect(names([route, pack, send, other, c, d, shell('x').code(code).after(pack, send, c, d)])).toEqual(['x', 'x'])
  })

  test('what comes after two such nodes is told of what is new to it', () => {
    const wide = branch('wide').param('a', '1').arm('k', '${a} == 1').arm('l', '${a} == 2').arm('m', '${a} == 3')
    const [k, l, m] = (['k', 'l', 'm'] as const).map((arm) => shell(`after_${arm}`).code(code).after(wide.case(arm)))
    if (k === undefined || l === undefined || m === undefined) throw new Error('too few nodes')
    const [first, second] = [shell('first').code(code).after(k, l), shell('second').code(code).after(l, m)]
    const last = shell('last').code(code).after(first, second)
    const told = found([wide, k, l, m, first, second, last]).map((one) => Reflect.get(one, 'message'))
    expect(told).toEqual([
      'Node \'first\' comes after both "${a} == 1" and "${a} == 2" of \'wide\': it never runs.',
      'Node \'second\' comes after both "${a} == 2" and "${a} == 3" of \'wide\': it never runs.',
      'Node \'last\' comes after both "${a} == 1" and "${a} == 3" of \'wide\': it never runs.',
    ])
  })

  test('the message names the node, both conditions and the branch', () => {
    expect(found([route, pack, send, shell('x').code(code).after(pack, send)])).toMatchObject([
      { message: 'Node \'x\' comes after both "${a} > 10" and "${a} <= 10" of \'route\': it never runs.' },
    ])
  })
})

describe('what runs is not told', () => {
  const settled = join('settled').arm('p', pack, { status: either }).arm('q', send, { status: either })
  const other = branch('other').param('b', '1').arm('c', '${b} == 1')
  const c = shell('c').code(code).after(other.case('c'))
  test.each<[what: string, nodes: Nodes]>([
    ['a join that holds for not run, too', [route, pack, send, settled.expression('p and q')]],
    [
      'what comes after such a join',
      [route, pack, send, settled.expression('p and q'), shell('x').code(code).after(settled)],
    ],
    [
      'a join that wants one of what is behind both',
      [
        route,
        pack,
        shell('too').code(code).after(route.case('big')),
        send,
        join('x').arm('p', pack).arm('t', 'too').arm('q', send).expression('(p or t or q) and q'),
      ],
    ],
    ['a join that negates', [route, pack, send, join('x').arm('p', pack).arm('q', send).expression('p and not q')]],
    [
      'a node that its strategy lets run whichever arm is taken',
      [
        route,
        pack,
        send,
        shell('x')
          .code(code)
          .extra({ strategy: { ignoreBranchConditionSkip: true } })
          .after(pack, send),
      ],
    ],
    [
      'what waits in a circle, of which another rule tells',
      [route, pack, send, shell('x').code(code).after(pack, send, 'y'), shell('y').code(code).after('x')],
    ],
    ['a join with or', [route, pack, send, join('x').arm('p', pack).arm('q', send).expression('p or q')]],
    [
      'a join of which one arm holds for not run',
      [route, pack, send, join('x').arm('p', pack).arm('q', send, { status: either }).expression('p and q')],
    ],
    [
      'two nodes behind one arm',
      [route, pack, shell('too').code(code).after(route.case('big')), shell('x').code(code).after(pack, 'too')],
    ],
    ['arms of different branches', [route, pack, other, c, shell('x').code(code).after(pack, c)]],
    [
      'an arm and a node before the branch',
      [start, route.after(start), pack, shell('x').code(code).after(pack, start)],
    ],
    ['the branch itself and an arm', [route, pack, shell('x').code(code).after(pack, route)]],
    [
      'a node that runs whichever arm is taken',
      [route, pack, send, shell('x').code(code).extra({ ignoreBranchConditionSkip: true }).after(pack, send)],
    ],
    ['what waits for the previous cycle', [route, pack, send.afterPrevious(pack)]],
  ])('%s', (_, nodes) => {
    expect(found(nodes)).toEqual([])
  })
})

/** Both conditions hold for some value, in a table that can be worked out by hand; "unknown" where only Python can say. */
describe('whether arms exclude each other', () => {
  test.each<[left: string, right: string, severity: 'warning' | 'info']>([
    ['${a} > 10', '${a} <= 10', 'warning'],
    ['${a} == 1', '${a} > 2', 'warning'],
    ['${a} > 1', '${a} > 5', 'info'],
    ['${a} >= 1', '${a} <= 1', 'info'],
    ['0 < ${a} < 3', '3 <= ${a}', 'warning'],
    ['${a} > 1', '${a} < 2', 'info'],
    ["'${a}' == 'x'", "'${a}' != 'x'", 'warning'],
    ["'${a}' == 'x'", "'${a}' == 'y'", 'warning'],
    ["'${a}' == 'x'", 'True', 'info'],
    ["'${a}' == 'x'", 'not (\'${a}\' == "x")', 'warning'],
    ["'${a}' in ('x', 'y')", "'${a}' in ('y', 'z')", 'info'],
    ["'${a}' in ('x', 'y')", "'${a}' not in ('y', 'x')", 'warning'],
    ["'${a}' < '20260101'", "'${a}' >= '20260101'", 'warning'],
    ["'${a}' < '20260201'", "'${a}' >= '20260101'", 'info'],
    ['${a} == 1', '${b} == 2', 'info'],
    ["${a} == 1 and '${b}' == 'x'", "${a} == 1 and '${b}' != 'x'", 'warning'],
    ['${a} % 2 == 0', '${a} % 2 == 1', 'warning'],
    ["len('${a}') > 1", "len('${a}') <= 1", 'warning'],
  ])('%s and %s', (left, right, severity) => {
    const both = branch('both').param('a', '1').param('b', '2').arm('l', left).arm('r', right)
    const nodes = [both, shell('x').code(code).after(both.case('l'), both.case('r'))]
    expect(found(nodes)).toMatchObject([{ severity }])
  })
})

test('whether one pair of arms can both hold says nothing of another pair', () => {
  const sizes = branch('sizes').param('a', '12').arm('s', '${a} < 5').arm('m', '${a} < 50').arm('l', '${a} >= 50')
  const never = shell('never').code(code).after(sizes.case('m'), sizes.case('l'))
  const perhaps = shell('perhaps').code(code).after(sizes.case('s'), sizes.case('m'))
  expect(found([sizes, never, perhaps])).toMatchObject([
    { severity: 'warning', subject: { name: 'never' } },
    { severity: 'info', subject: { name: 'perhaps' } },
  ])
})

describe('inside of loops', () => {
  test('nodes of a body are judged as others are', () => {
    const x = shell('x').code(code).after(pack, send)
    expect(names([forEach('each').over('1,2').nodes(route, pack, send, x)])).toEqual(['x'])
  })
})

test('a long chain of branches is looked at in time that its length bounds', () => {
  const nodes = Array.from({ length: 400 }, (_, at) => {
    const node = branch(`n${at}`).param('a', '1').arm('l', '${a} > 1').arm('r', '${a} < 1')
    return at === 0
      ? node
      : node.after(
          branch(`n${at - 1}`)
            .arm('l', 'True')
            .case('l'),
        )
  })
  expect(found(nodes)).toEqual([])
})
