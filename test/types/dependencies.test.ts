import { describe, expect, it } from 'vitest'
import { type CompileError, compile } from './compile.ts'

const prelude = [
  "import { type AnyNode, type ManualWorkflow, manualWorkflow, node, type NodeBuilder, odpsSql, virtual, type Workflow, workflow } from 'flowspec'",
  "const start = virtual('start')",
  "const ods = odpsSql('ods').after(start)",
  "const dwd = odpsSql('dwd').after('ods')",
  "const daily = workflow('daily').cron('00 02 00 * * ?')",
  'declare const someName: string',
  'declare const someNodes: readonly AnyNode[]',
  'declare const flag: boolean',
  'export const used: unknown[] = [start, ods, dwd, daily, someName, someNodes, flag]',
].join('\n')

/** The errors of several programs, which are compiled together because that is many times faster. */
function errorsOf(bodies: readonly string[]): readonly (readonly CompileError[])[] {
  return compile(bodies.map((body) => `${prelude}\n${body}`)).errors
}

describe('a workflow that has all its dependencies compiles', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['by builder and by name', 'export const w: Workflow = daily.nodes(start, ods, dwd)'],
    ['in any order within a call', 'daily.nodes(dwd, ods, start)'],
    ['added call by call', 'daily.nodes(start).nodes(ods).nodes(dwd)'],
    [
      'with names known only at run time',
      "daily.nodes(node(someName, 'VIRTUAL'), odpsSql('a').after(someName), odpsSql('b').after('anything'))",
    ],
    [
      'with names of a pattern',
      "declare const pattern: `ods_${string}`; daily.nodes(virtual(pattern), odpsSql('b').after(pattern, 'ods_1'))",
    ],
    ['after spreading a list', 'daily.nodes(...someNodes, dwd)'],
    ['after a list of unknown nodes', 'daily.nodeList(someNodes).nodes(dwd)'],
    ['with conditional nodes', 'daily.nodes(start).when(flag, (w) => w.nodes(ods)).nodes(dwd)'],
    ['with conditional dependencies', "daily.nodes(start, odpsSql('x').when(flag, (n) => n.after('start')))"],
    [
      'forked from one base',
      "const base = daily.nodes(start); export const both: Workflow[] = [base.nodes(ods), base.nodes(odpsSql('x').after('start'))]",
    ],
    [
      'with one node in two workflows',
      "export const both: Workflow[] = [daily.nodes(start, ods), workflow('other').nodes(start, ods)]",
    ],
    ['after a node of the previous cycle', "daily.nodes(start, odpsSql('x').afterPrevious('self', 'children', start))"],
    [
      'with nodes of a type a user wrote down',
      "const n: NodeBuilder = ods; const m: NodeBuilder<'m'> = virtual('m').after('start'); daily.nodes(n, m)",
    ],
    ['as a manual workflow', "export const m: ManualWorkflow = manualWorkflow('m').nodes(start, ods)"],
    ['from an empty list', 'daily.nodes()'],
    [
      'after others as a whole',
      "export const w: Workflow = daily.nodes(start).after(workflow('o'), ods, workflow('p').nodes(start).outputOf('start')).afterPrevious('self', 'children', workflow('o'))",
    ],
  ]
  const errors = errorsOf(cases.map(([, body]) => body))

  it.each(cases.map(([title], at) => [title, at] as const))('%s', (_, at) => {
    expect(errors[at]).toEqual([])
  })
})

describe('a workflow that lacks a dependency fails at the guilty argument', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['by builder', 'daily.nodes(start, dwd)', 'dwd', "'dwd' comes after 'ods', which is not in the workflow"],
    [
      'by name',
      "daily.nodes(start, odpsSql('dwd_7').after('ods_missing'), ods)",
      "odpsSql('dwd_7').after('ods_missing')",
      "'dwd_7' comes after 'ods_missing', which is not in the workflow",
    ],
    [
      'several at once',
      "const x = odpsSql('x').after('a', 'start').after('b'); daily.nodes(start, x)",
      'x',
      "'x' comes after 'b', which is not in the workflow",
    ],
    [
      'of a later call',
      'daily.nodes(ods).nodes(start)',
      'ods',
      "'ods' comes after 'start', which is not in the workflow",
    ],
    [
      'of the previous cycle',
      "const x = virtual('x').afterPrevious(ods); daily.nodes(x)",
      'x',
      "'x' comes after 'ods', which is not in the workflow",
    ],
    [
      'in a manual workflow',
      "manualWorkflow('m').nodes(ods)",
      'ods',
      "'ods' comes after 'start', which is not in the workflow",
    ],
    [
      'inside a condition',
      'daily.when(flag, (w) => w.nodes(ods))',
      'ods',
      "'ods' comes after 'start', which is not in the workflow",
    ],
    [
      'that only a condition adds',
      "const x = virtual('x').when(flag, (n) => n.after('gone')); daily.nodes(x)",
      'x',
      "'x' comes after 'gone', which is not in the workflow",
    ],
  ]
  const errors = errorsOf(cases.map(([, body]) => body))

  it.each(cases.map(([title, , at, message], place) => ({ title, at, message, place })))(
    '$title',
    ({ at, message, place }) => {
      const [error, ...others] = errors[place] ?? []
      expect(others).toEqual([])
      expect(error?.at).toBe(at)
      expect(error?.message).toContain(message)
    },
  )

  it('among a hundred nodes, too', () => {
    const nodes = Array.from({ length: 100 }, (_, at) => `virtual('n${at}')${at === 70 ? ".after('lost')" : ''}`)
    const [[error, ...others] = []] = errorsOf([`daily.nodes(${nodes.join(', ')})`])
    expect(others).toEqual([])
    expect(error).toMatchObject({ at: "virtual('n70').after('lost')" })
    expect(error?.message).toContain("'n70' comes after 'lost', which is not in the workflow")
  })
})

describe('what makes no sense does not compile', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a timeout without a unit', 'daily.strategy({ timeout: 30 })'],
    ['a word that a field does not take', "daily.strategy({ rerunMode: 'Sometimes' })"],
    ['a misspelt field', 'daily.strategy({ rerunTime: 3 })'],
    ['a schedule on a manual workflow', "manualWorkflow('m').cron('00 02 00 * * ?')"],
    ['a workflow that comes after a name', "daily.after('orders')"],
    [
      'a workflow that comes after the node of a workflow that lacks it',
      "daily.after(workflow('o').nodes(start).outputOf('ods'))",
    ],
    ['a manual workflow that waits for another', "manualWorkflow('m').after(daily)"],
    ['a number as a dependency', 'virtual(`x`).after(3)'],
    ['a suppression without a reason', "daily.suppress('name/characters')"],
    ['a rule that does not exist', "daily.suppress('name/nothing', 'why')"],
    ['changing a built document', "daily.build().kind = 'Node'"],
    [
      'changing deep inside a built document',
      'const [flow] = daily.build().spec.workflows ?? []; if (flow) flow.nodes = []',
    ],
    ['a version that cannot be built', "daily.build({ version: '3.0.0' })"],
  ]
  const errors = errorsOf(cases.map(([, body]) => body))

  it.each(cases.map(([title], at) => [title, at] as const))('%s', (_, at) => {
    expect(errors[at]).toHaveLength(1)
  })
})
