import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'

const prelude = [
  "import { type AnyNode, branch, combined, doWhile, forEach, join, manualWorkflow, type NodeBuilder, odpsSql, paramHub, project, subProcess, udf, virtual, workflow } from 'flowspec'",
  "import { runs } from 'flowspec/schedule'",
  "const start = virtual('start')",
  "const ods = odpsSql('ods').after(start)",
  "const lost = odpsSql('lost').after('gone')",
  "const daily = workflow('daily').cron('00 02 00 * * ?')",
  'declare const someNodes: readonly AnyNode[]',
  'declare const someNode: Promise<AnyNode>',
  'declare const flag: boolean',
  'export const used: unknown[] = [start, ods, lost, daily, someNodes, someNode, flag, paramHub, project, udf, runs]',
].join('\n')

/** What the compiler says of each program, which are compiled together because that is many times faster. */
const errorsOf = (bodies: readonly string[]) => compile(bodies.map((body) => `${prelude}\n${body}`)).errors

const lostSentence = "'lost' comes after 'gone', which is not in the workflow"
const ruleSentence = 'a diagnostic says the name of its rule'
const spreadNodes = 'Spread the list: .nodes(...list)'
const nodesWhen = 'Add nodes on a condition by .when(condition, (one) => one.nodes(node))'
const ofWorkflow =
  'Come after a node of the workflow, .after(workflow.outputOf(name)), or after all of it, .after(workflow.outputOf())'

describe('a call that cannot be meant says what to write', () => {
  const cases: readonly (readonly [title: string, body: string, at: string, sentence: string])[] = [
    ['a list with one bad node, spread', 'const l = [start, lost]; daily.nodes(...l)', '...l', lostSentence],
    ['the same as a tuple', 'const l = [start, lost] as const; daily.nodes(...l)', '...l', lostSentence],
    ['a list of bad nodes, spread', 'const l = [lost]; daily.nodes(start, ...l)', '...l', lostSentence],
    [
      'a list of two bad nodes, spread',
      "const l = [lost, virtual('x').after('y')]; daily.nodes(...l)",
      '...l',
      "'x' comes after 'y', which is not in the workflow",
    ],
    ['a list', 'const l = [start, ods]; daily.nodes(l)', 'l', spreadNodes],
    ['a list written in the call', 'daily.nodes([start, ods])', '[start, ods]', spreadNodes],
    ['a list of nodes of any names', 'daily.nodes(someNodes)', 'someNodes', spreadNodes],
    ['a list after a node', 'daily.nodes(start, [ods])', '[ods]', spreadNodes],
    ['a list in a loop', "forEach('f').nodes([start])", '[start]', spreadNodes],
    ['a list in the other loop', "doWhile('d').nodes([start])", '[start]', spreadNodes],
    ['a list in a combined node', "combined('c').nodes([start])", '[start]', spreadNodes],
    ['a list in a workflow run by hand', "manualWorkflow('m').nodes([start])", '[start]', spreadNodes],
    ['a name', "daily.nodes('start')", "'start'", 'Give the node itself and not its name: .nodes(node)'],
    ['nothing', 'daily.nodes(undefined)', 'undefined', nodesWhen],
    ['a node on a condition', 'daily.nodes(flag && start)', 'flag && start', nodesWhen],
    ['a node or nothing', 'daily.nodes(flag ? start : null)', 'flag ? start : null', nodesWhen],
    ['a node that comes later', 'daily.nodes(someNode)', 'someNode', 'Write await before what makes the node'],
    ['a workflow in a workflow', 'daily.nodes(daily)', 'daily', 'A workflow holds no workflows'],
    ['after a list', "odpsSql('a').after([start])", '[start]', 'Spread the list: .after(...list)'],
    ['after a list of any nodes', "odpsSql('a').after(someNodes)", 'someNodes', 'Spread the list: .after(...list)'],
    ['after a list beside a node', "odpsSql('a').after(start, [ods])", '[ods]', 'Spread the list: .after(...list)'],
    ['a branch after a list', "branch('b').after([start])", '[start]', 'Spread the list: .after(...list)'],
    ['a join after a list', "join('j').after([start])", '[start]', 'Spread the list: .after(...list)'],
    ['after a workflow', "odpsSql('a').after(daily)", 'daily', ofWorkflow],
    ['after a workflow with nodes', "odpsSql('a').after(daily.nodes(start))", 'daily.nodes(start)', ofWorkflow],
    [
      'after a workflow of the cycle before',
      "odpsSql('a').afterPrevious(daily)",
      'daily',
      '.afterPrevious(workflow.outputOf(name))',
    ],
    [
      'after a list of the cycle before',
      "odpsSql('a').afterPrevious([start])",
      '[start]',
      'Spread the list: .afterPrevious(...list)',
    ],
    [
      'after a node on a condition',
      "odpsSql('a').after(flag && start)",
      'flag && start',
      'Come after it on a condition by .when(condition, (node) => node.after(other))',
    ],
    [
      'a sub-process that runs a workflow',
      "subProcess('s').runs(daily)",
      'daily',
      'Give the output of the workflow: .runs(workflow.outputOf())',
    ],
    ['an arm there is not', "branch('b').arm('x', '1').case('y')", "'y'", 'Hint<"another arm is added before: .arm('],
    ['a case of a branch without arms', "branch('b').case('y')", "'y'", 'another arm is added before: .arm('],
    [
      'an output of a node there is not',
      "daily.nodes(start).outputOf('strat')",
      "'strat'",
      'Hint<"another node is added before: .nodes(node)">',
    ],
    [
      'a variable there is not',
      "paramHub('h').variable('x', 'v').take('y')",
      "'y'",
      'another variable is added before',
    ],
    ['a rule there is not', "daily.suppress('graph/isolated', 'why')", "'graph/isolated'", ruleSentence],
    ['a rule there is not, of a node', "ods.suppress('nonsense', 'why')", "'nonsense'", ruleSentence],
    ['a rule there is not, of a branch', "branch('b').suppress('x', 'why')", "'x'", ruleSentence],
    ['a rule there is not, of a function', "udf('u').suppress('x', 'why')", "'x'", ruleSentence],
    ['a list of parts', "project('p').add([daily])", '[daily]', 'spread a list: .add(...parts)'],
    ['a list of parts that is held', "const l = [daily]; project('p').add(l)", 'l', 'spread a list: .add(...parts)'],
    ['a node for a part', "project('p').add(start)", 'start', 'nodes belong into a workflow'],
    ['a document for a part', "project('p').add(daily.build())", 'daily.build()', 'of a document, fromSpec(document)'],
    ['runs of a document', 'runs(daily.build(), { from: 0 })', 'daily.build()', 'simulate(document, …)'],
    ['runs of a node', 'runs(start, { from: 0 })', 'start', 'nodes run with their workflow'],
    ['a sub-process that runs a number', "subProcess('s').runs(1)", '1', 'SubProcessTarget'],
    [
      'after a node that comes later',
      "odpsSql('a').after(someNode)",
      'someNode',
      'Write await before what makes the node',
    ],
  ]
  const errors = errorsOf(cases.map(([, body]) => body))

  it.each(cases.map(([title, , at, sentence], place) => ({ title, at, sentence, place })))(
    '$title',
    ({ at, sentence, place }) => {
      const [error, ...others] = errors[place] ?? []
      expect(others).toEqual([])
      expect(error?.at).toBe(at)
      expect(error?.message).toContain(sentence)
    },
  )

  it('and of a list with one bad node nothing but that', () => {
    const [[error] = []] = errorsOf(['const l = [start, lost]; daily.nodes(...l)'])
    expect(error?.message).toContain(`is not assignable to parameter of type '"${lostSentence}"'`)
  })
})

describe('a node that changes on a condition', () => {
  const cases: readonly (readonly [title: string, body: string, sentence?: string])[] = [
    ['by a step', "const n = odpsSql('a').when(flag, (one) => one.after(start)); daily.nodes(start, n)"],
    [
      'by a step, and lacks what only the condition adds',
      "const n = odpsSql('a').when(flag, (one) => one.after(start)); daily.nodes(n)",
      "'a' comes after 'start', which is not in the workflow",
    ],
    [
      'by a statement, where its type says what it may come after',
      "let n: NodeBuilder<'a', 'start'> = odpsSql('a'); if (flag) n = n.after(start); daily.nodes(start, n)",
    ],
    [
      'by a statement, and lacks that',
      "let n: NodeBuilder<'a', 'start'> = odpsSql('a'); if (flag) n = n.after(start); daily.nodes(n)",
      "'a' comes after 'start', which is not in the workflow",
    ],
    [
      'by a statement, where the check at build is enough',
      "let n: NodeBuilder<'a'> = odpsSql('a'); if (flag) n = n.after(start); daily.nodes(n)",
    ],
    ['by a statement about a workflow', 'let w = daily; if (flag) w = w.nodes(start)'],
    [
      'by a statement, without a type',
      "let n = odpsSql('a'); if (flag) n = n.after(start); daily.nodes(start, n)",
      `Type '"start"' is not assignable to type 'never'`,
    ],
  ]
  const errors = errorsOf(cases.map(([, body]) => body))

  it.each(cases.map(([title, , sentence], place) => ({ title, sentence, place })))('$title', ({ sentence, place }) => {
    const messages = (errors[place] ?? []).map(({ message }) => message)
    if (sentence === undefined) expect(messages).toEqual([])
    else expect(messages.join('\n')).toContain(sentence)
  })
})
