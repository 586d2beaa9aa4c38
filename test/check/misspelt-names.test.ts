import {
  type AnyNode,
  branch,
  type Diagnostic,
  doWhile,
  forEach,
  join,
  odpsSql,
  pyodps3,
  shell,
  workflow,
  workflowParameter,
} from 'flowspec'
import { simulate } from 'flowspec/simulate'
import { describe, expect, it } from 'vitest'

const daily = workflow('orders').cron('00 02 00 * * ?')

/** What is said of a rule: the message and the way out. */
function said(found: readonly Diagnostic[], rule: string): (readonly (string | undefined)[])[] {
  return found.filter((one) => one.rule === rule).map(({ message, hint }) => [message, hint])
}

describe('a parameter of the workflow that it does not have', () => {
  const withRegion = daily.param('region', 'cn')
  const message = '${workflow.regoin} names no parameter of the workflow.'

  it.each([
    ['in a parameter', withRegion.nodes(shell('n').code('echo $1').param('1', workflowParameter('regoin')))],
    ['within text of a parameter', withRegion.nodes(shell('n').code('echo $1').param('1', 'a_${workflow.regoin}_b'))],
    ['in SQL', withRegion.nodes(odpsSql('n').code("select '${workflow.regoin}' -- ${workflow.comment}"))],
    ['in a shell', withRegion.nodes(shell('n').code('# ${workflow.comment}\necho ${workflow.regoin}'))],
    ['in PyODPS', withRegion.nodes(pyodps3('n').code("print('${workflow.regoin}') # ${workflow.comment}"))],
    ['in a condition', withRegion.nodes(branch('n').arm('a', "'${workflow.regoin}' == 'cn'"))],
  ])('%s is told with the one that is meant', (_, orders) => {
    expect(said(orders.check(), 'parameter/unknown-workflow')).toEqual([[message, 'Did you mean "region"?']])
  })

  it('is told with what to add where none is near', () => {
    const orders = daily.nodes(shell('n').code('echo $1').param('1', workflowParameter('day')))
    expect(said(orders.check(), 'parameter/unknown-workflow')).toEqual([
      ['${workflow.day} names no parameter of the workflow.', "Give it to the workflow: .param('day', …)."],
    ])
  })

  it('is nothing the check can tell where parameters of the workflow stand elsewhere', () => {
    const orders = daily
      .extra({ script: { path: 'orders', runtime: { command: 'WORKFLOW' }, parameters: ['{{region}}'] } })
      .nodes(shell('n').code('echo $1').param('1', workflowParameter('regoin')))
    expect(said(orders.check(), 'parameter/unknown-workflow')).toEqual([])
  })

  it('has no value in a simulation, which says the same', () => {
    const orders = withRegion.nodes(shell('n').code('echo $1').param('1', workflowParameter('regoin')))
    const [instance] = simulate(orders, { from: '2026-03-01', to: '2026-03-01' }).instancesOf('n')
    expect(instance?.unknownParameters).toEqual([
      {
        name: '1',
        expression: '${workflow.regoin}',
        reason: 'invalid',
        message: 'The parameter "${workflow.regoin}" names no parameter of the workflow. Did you mean "region"?',
      },
    ])
  })
})

describe('a name that is no parameter of the node', () => {
  it.each([
    ['SQL', odpsSql('n').param('bizdate', '$bizdate').code("select '${bizdat}', '${bizdate}'"), '${bizdat}'],
    [
      'PyODPS',
      pyodps3('n').param('bizdate', '$bizdate').code("print(args['bizdat'], args['bizdate'])"),
      "args['bizdat']",
    ],
  ])('is told with the one that is meant: %s', (_, node, written) => {
    expect(said(daily.nodes(node).check(), 'parameter/undeclared')).toEqual([
      [
        `The code uses ${written}, which is no parameter of the node.`,
        'Did you mean "bizdate"? Otherwise add .param(\'bizdat\', …).',
      ],
    ])
  })

  it.each([
    ['size', 'Did you mean "size"? Otherwise add .param(\'siez\', …).'],
    ['other', "Add .param('siez', …)."],
  ])('of a branch with the parameter %s is told with the way out', (name, hint) => {
    const route = branch('route').param(name, '12').arm('big', '${siez} > 10')
    expect(said(daily.nodes(route).check(), 'control/branch-condition')).toEqual([
      ["'siez' is no parameter of the node.", hint],
    ])
  })
})

describe('a word that is none of those there are', () => {
  const [a, b] = [shell('a').code('ls'), shell('b').code('ls')]
  const joined = join('j').arm('left', a).arm('right', b)
  const each = forEach('each').over('a,b').nodes(shell('x').code('ls'))
  const later: string = 'somewhere_else'

  it.each<readonly [string, string, AnyNode, string | undefined]>([
    [
      'a state of an arm',
      'control/join-arm',
      join('j').arm('l', a, { status: 'Succes' as 'Success' }),
      'Did you mean "Success"?',
    ],
    [
      'a state far from all',
      'control/join-arm',
      join('j').arm('l', a, { status: 'Done' as 'Success' }),
      "Write 'Success' or 'NotRun'.",
    ],
    ['an arm', 'control/join-expression', joined.expression('left and rigth'), 'Did you mean "right"?'],
    ['another arm', 'control/join-expression', joined.expression('left and x'), 'The arms are: left, right.'],
    ['an arm left out', 'control/join-expression', joined.expression('left'), 'Add it: … and right, or … or right.'],
    [
      'a list',
      'control/loop-list',
      forEach('each').nodes(shell('x').code('ls')),
      'Give it one: .over(…), which writes the parameter loopDataArray.',
    ],
    ['rounds', 'control/loop-rounds', each.maxIterations(0), 'Give 1 to 1024.'],
    [
      'rounds of a do-while loop',
      'control/loop-rounds',
      doWhile('w').nodes(shell('x').code('ls')).while('print(True)', { language: 'python2' }).maxIterations(0),
      'Give 1 to 1024.',
    ],
    [
      'a data source',
      'node/datasource',
      odpsSql('n').code('select 1').datasource('h', { type: 'hologres' }),
      "Give one of that type: .datasource(name, { type: 'odps' }).",
    ],
    [
      'a node that is not there',
      'reference/unknown-node',
      shell('n').code('ls').after(later),
      'Add the node, or name one from elsewhere by its output: outputOf(…), external(…).',
    ],
  ])('%s is told with the way out', (_, rule, node, hint) => {
    const found = daily.nodeList([a, b, node]).check()
    expect(said(found, rule).map(([, way]) => way)).toEqual([hint])
  })

  it('is that of a data source, which is named', () => {
    const found = daily.nodes(odpsSql('n').code('select 1').datasource('h', { type: 'hologres' })).check()
    expect(said(found, 'node/datasource')[0]?.[0]).toBe(
      "The data source 'h' is of the type 'hologres', and ODPS_SQL runs on odps.",
    )
  })

  it('of two nodes that use one table says which comes after which', () => {
    const write = odpsSql('write').code('insert into t select 1').writes('odps.p.t')
    const read = odpsSql('read').code('select * from t').reads('odps.p.t')
    expect(said(daily.nodes(write, read).check(), 'table/order')[0]?.[1]).toBe(
      "Let one come after the other: .after('write') on 'read'.",
    )
  })

  it('is no name of its own of a node that is given twice', () => {
    const [same] = said(daily.nodeList([a, a]).check(), 'name/duplicate-node')
    expect(same?.[1]).toBe(
      'Both say the same: where it is one node, give it once; where they are two, call one otherwise.',
    )
    const [other] = said(daily.nodeList([a, shell('a').code('pwd')]).check(), 'name/duplicate-node')
    expect(other?.[1]).toBe('Node names are unique in the whole workspace: call one otherwise.')
  })
})
