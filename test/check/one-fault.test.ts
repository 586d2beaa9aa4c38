import { checkSpec, type Diagnostic, doWhile, forEach, shell, standalone, workflow } from 'flowspec'
import { describe, expect, it, test } from 'vitest'

const daily = workflow('w').cron('00 02 00 * * ?')
const a = shell('a').code('ls')
const [x, y] = [shell('x').code('ls').after('y'), shell('y').code('ls').after('x')]
const over = forEach('l').over('a,b').maxIterations(3)
const poll = doWhile('l').while('print(True)', { language: 'python2' })

const start = shell('start').code('ls')

const rulesOf = (found: readonly Diagnostic[]): readonly string[] => found.map(({ rule }) => rule)

describe.each(['nested', 'siblings'] as const)('in a document with %s loops one fault is told once', (loops) => {
  it.each([
    ['a node inside and outside of a loop', daily.nodeList([a, over.nodes(a)]), 'name/duplicate-node'],
    [
      'two nodes of one name, one of them inside',
      daily.nodeList([a, over.nodes(shell('a').code('pwd'), shell('b').code('ls'))]),
      'name/duplicate-node',
    ],
    [
      'a node in two loops',
      daily.nodeList([over.nodes(a), forEach('m').over('c').maxIterations(3).nodes(a)]),
      'name/duplicate-node',
    ],
    [
      'a node given twice that waits',
      daily.nodeList([start, a.after('start'), a.after('start')]),
      'name/duplicate-node',
    ],
    ['a cycle in a for-each loop', daily.nodeList([over.nodes(x, y)]), 'graph/cycle'],
    ['a cycle in a do-while loop', daily.nodeList([poll.nodes(x, y)]), 'graph/cycle'],
  ])('%s', (_, flow, rule) => {
    expect(rulesOf(flow.check({ loops }))).toEqual([rule])
  })
})

describe('a dependency on a node that is not there, of a document of one node,', () => {
  it.each(['x', 'load', 'aa'])('is told with the way to other documents: %s', (missing: string) => {
    const [fault] = standalone(a.after(missing)).check()
    expect(fault).toMatchObject({
      rule: 'reference/unknown-node',
      message: `'a' comes after '${missing}', which is not in the document.`,
      hint: `A node of another document is named by its output: external('project.${missing}').`,
    })
  })
})

test('a node is no suggestion for what it comes after itself', () => {
  const lost: string = 'aa'
  const hints = daily
    .nodes(a.after(lost), shell('far_away').code('ls'))
    .check()
    .map(({ hint }) => hint)
  expect(hints).toEqual(['Add the node, or name one from elsewhere by its output: outputOf(…), external(…).'])
})

test.each<[string, string | undefined]>([
  ['aab', 'Did you mean "aaa"?'],
  ['far_away', 'Ask a workflow that has the node for its output.'],
])('the output of %s, which the workflow does not have, is told with the way out', (name, hint) => {
  const other = workflow('v').cron('00 02 00 * * ?').nodes(shell('aaa').code('ls'))
  const found = daily.nodes(a.after(other.outputOf(name as 'aaa'))).check()
  expect(found.map((fault) => fault.hint)).toEqual([hint])
})

describe('the time of a node inside a workflow', () => {
  const read = (trigger: object): readonly string[] => {
    const node = { id: '2435866352226005205', name: 'n', script: { path: 'w/n', runtime: { command: 'VIRTUAL' } } }
    const scheduler = { type: 'Scheduler', cron: '00 30 05 * * ?' }
    const flow = { name: 'w', script: { path: 'w', runtime: { command: 'WORKFLOW' } }, trigger: scheduler }
    const workflows = [{ ...flow, nodes: [{ ...node, trigger: { type: 'Scheduler', ...trigger } }] }]
    return rulesOf(checkSpec({ kind: 'CycleWorkflow', version: '1.1.0', spec: { workflows } }))
  }

  it.each<[string, object, readonly string[]]>([
    ['is no news where the service wrote it', { cron: '00 17 00 * * ?', id: '4733590273295274323' }, []],
    ['is told where somebody wrote it', { cron: '00 17 00 * * ?' }, ['schedule/inner-trigger']],
    [
      'is told where somebody wrote it, and the service kept it',
      { cron: '00 00 07 * * ?', id: '4733590273295274323' },
      ['schedule/inner-trigger'],
    ],
  ])('%s', (_, trigger, rules) => {
    expect(read(trigger)).toEqual(rules)
  })
})
