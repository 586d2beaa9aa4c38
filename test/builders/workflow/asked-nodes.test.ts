import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type AnyNode,
  combined,
  type external,
  forEach,
  isFlowSpecError,
  odpsSql,
  shell,
  standalone,
  virtual,
  workflow,
} from 'flowspec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What the error of a call says, and its way out. */
function refusalOf(call: () => unknown): readonly [message: string, hint: string | undefined] {
  try {
    call()
  } catch (error) {
    const [first] = isFlowSpecError(error) ? error.diagnostics : []
    if (first !== undefined) return [first.message, first.hint]
    throw error
  }
  throw new Error('nothing was refused')
}

/** Asks a workflow for a node as a program without types does. */
function ask(nodes: readonly AnyNode[], ...given: readonly unknown[]): unknown {
  const orders = workflow('orders').nodeList(nodes)
  return Reflect.apply(orders.node, orders, given)
}

const named = (prefix: string, count: number): readonly AnyNode[] =>
  Array.from({ length: count }, (_, at) => virtual(`${prefix}${at}`))

describe('a node that a workflow is asked for', () => {
  test.each([
    ['few nodes', 2],
    ['just so many that they are still looked through', 14],
    ['one more than that', 15],
    ['many nodes', 40],
  ])('is the first of its name among %s', (_, count) => {
    const twins = [virtual('twin').description('first'), ...named('other', count), virtual('twin')]
    expect(ask(twins, 'twin')).toEqual(virtual('twin').description('first'))
    expect(ask(twins, `other${count - 1}`)).toEqual(virtual(`other${count - 1}`))
  })

  const each = forEach('each')
    .over('a,b')
    .nodes(combined('group').nodes(shell('load'), shell('clean')))
  const mixed = [odpsSql('ods'), each, forEach('other').over('c')]

  test.each<readonly [title: string, given: readonly unknown[], message: string, hint: string]>([
    ['by no text', [7], 'node(): name is 7.', 'Give a text.'],
    ['of a kind there is not', ['each', 'loop'], 'node(): kind is "loop".', "'doWhile' or 'forEach'"],
    ['that is none of its kind', ['ods', 'forEach'], "There is no forEach node 'ods'.", "There is: 'each', 'other'."],
    ['that is near another', ['od'], "There is no node 'od'.", 'Did you mean "ods"?'],
    ['that is not there', ['nowhere'], "There is no node 'nowhere'.", "There is: 'ods', 'each', 'other'."],
    [
      'that stands inside of another',
      ['load'],
      "There is no node 'load' here: it stands inside 'group'.",
      "Ask that node for it: .node('each', kind).node('group', kind).node('load')",
    ],
  ])('%s is refused', (_, given, message, hint) => {
    const [told, way] = refusalOf(() => ask(mixed, ...given))
    expect(told).toBe(message)
    expect(way).toContain(hint)
  })

  test('that is not there is refused with the first ten that are', () => {
    const ten = named('n', 10).map(({ name }) => `'${name}'`)
    expect(refusalOf(() => ask(named('n', 10), 'elsewhere'))[1]).toBe(`There is: ${ten.join(', ')}.`)
    expect(refusalOf(() => ask(named('n', 11), 'elsewhere'))[1]).toBe(`There is: ${ten.join(', ')}, ….`)
    expect(refusalOf(() => ask([], 'elsewhere'))[1]).toBe('There is: nothing.')
  })
})

describe('a node of another workflow that is waited for', () => {
  const raw = workflow('raw').nodes(virtual('start'), virtual('silent').extra({ outputs: { nodeOutputs: [] } }))

  test.each([
    ['start', undefined, undefined],
    ['silent', 'which has no output', 'Give the node one: .output(…).'],
    ['strat', 'which has no such node', 'Did you mean "start"?'],
    ['elsewhere', 'which has no such node', 'Ask a workflow that has the node for its output.'],
  ])("%s of workflow 'raw'", (name, lack, hint) => {
    const output: unknown = Reflect.apply(raw.outputOf, raw, [name])
    const load = virtual('load').after(output as ReturnType<typeof external>)
    const [fault] = workflow('orders')
      .cron('00 02 00 * * ?')
      .nodes(load)
      .check()
      .filter(({ severity }) => severity === 'error')
    expect(fault?.message).toBe(lack && `Node 'load' comes after '${name}' of workflow 'raw', ${lack}.`)
    expect(fault?.hint).toBe(hint)
  })
})

describe('a node on its own', () => {
  const load = odpsSql('load').code('select 1')

  test('of kind ManualNode is run by hand, unless it has a trigger; of kind Node it is not', () => {
    const triggerOf = (document: { spec: { nodes?: readonly { trigger?: unknown }[] } }): unknown =>
      document.spec.nodes?.[0]?.trigger
    const custom = { type: 'Custom', identifier: 'oss' } as const
    expect(triggerOf(standalone(load).ofKind('ManualNode').build())).toEqual({ type: 'Manual' })
    expect(triggerOf(standalone(load.trigger(custom)).ofKind('ManualNode').build())).toEqual(custom)
    expect(triggerOf(standalone(load).build())).toBeUndefined()
  })

  test.each([
    ['Node', '/spec/nodes/0/script/content'],
    ['PaiFlow', '/spec/workflows/0/nodes/0/script/content'],
  ] as const)('of kind %s tells faults where the document has it', (kind, pointer) => {
    const found = standalone(odpsSql('load').codeFile('/there/is/none.sql')).ofKind(kind).check()
    expect(found.find(({ rule }) => rule === 'code/file-unreadable')?.path).toBe(pointer)
  })
})

describe('a file of code', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'flowspec-code-'))
    writeFileSync(join(folder, 'marked.sql'), '\uFEFFselect \uFEFF1')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const contentOf = (file: string, baseDir?: string): unknown =>
    workflow('w')
      .cron('00 02 00 * * ?')
      .nodes(odpsSql('q').codeFile(file))
      .build(baseDir === undefined ? {} : { baseDir }).spec.workflows?.[0]?.nodes?.[0]?.script?.content

  test('loses the mark of its encoding, which stands at its beginning alone', () => {
    expect(contentOf('marked.sql', folder)).toBe('select \uFEFF1')
  })

  test('counts from the working directory', () => {
    expect(contentOf('package.json')).toContain('"name": "flowspec"')
  })
})
