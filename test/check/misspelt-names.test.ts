import { branch, type Diagnostic, odpsSql, pyodps3, shell, workflow, workflowParameter } from 'flowspec'
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
