import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeText } from '../../../src/document/compare/change-text.ts'
import { diffDeployed, type FieldChange } from '../../../src/document/compare/field-changes.ts'
import { diffDocumentPair } from '../../../src/document/compare/spec-diff.ts'

type Item = Readonly<Record<string, unknown>>

interface NamedList {
  readonly list: string
  /** What a line about one item begins with. */
  readonly noun: string
  readonly item: (name: string, value: string) => Item
  /** The fields of a node that hold the list. */
  readonly around: (items: readonly Item[]) => Item
}

const scope = { scope: 'NodeParameter', type: 'Constant' }
const variable = (name: string, value: string): Item => ({ name, value, ...scope })

/** The lists of a node whose items have names. */
const lists: readonly NamedList[] = [
  {
    list: 'parameters',
    noun: 'parameter',
    item: variable,
    around: (parameters) => ({ script: { parameters } }),
  },
  ...(['inputs', 'outputs'] as const).flatMap((side): NamedList[] => [
    {
      list: `${side}.variables`,
      noun: `${side.slice(0, -1)} variable`,
      item: variable,
      around: (variables) => ({ [side]: { variables } }),
    },
    {
      list: `${side}.tables`,
      noun: `${side.slice(0, -1)} table`,
      item: (guid, ddl) => ({ guid, ddl }),
      around: (tables) => ({ [side]: { tables } }),
    },
  ]),
  {
    list: 'fileResources',
    noun: 'file resource',
    item: (name, description) => ({ name, description }),
    around: (fileResources) => ({ fileResources }),
  },
  {
    list: 'functions',
    noun: 'function',
    item: (name, className) => ({ name, className }),
    around: (functions) => ({ functions }),
  },
  {
    list: 'datasets',
    noun: 'dataset',
    item: (identifier, mountPath) => ({ identifier, version: 1, mountPath }),
    around: (datasets) => ({ datasets }),
  },
  {
    list: 'variables of a hub',
    noun: 'variable',
    item: variable,
    around: (variables) => ({ 'param-hub': { variables } }),
  },
]

const specOf = (node: Item): object => ({
  kind: 'CycleWorkflow',
  version: '1.1.0',
  spec: { workflows: [{ name: 'w', script: { path: 'w' }, nodes: [{ name: 'n', ...node }] }] },
})

const shown = ({ path, item, expected, actual }: FieldChange): string =>
  changeText({ path, item, before: actual, after: expected }, path)

/** What each command has to tell from: of two documents, and of a document and the service. */
const comparisons: readonly [string, (after: Item, before: Item) => readonly FieldChange[]][] = [
  [
    'two documents',
    (after, before) => diffDocumentPair(specOf(after), specOf(before)).nodes.changed.flatMap(({ changes }) => changes),
  ],
  ['what is deployed', (after, before) => diffDeployed('Node', { name: 'n', ...after }, { name: 'n', ...before })],
]

describe.each(comparisons)('in a comparison with %s', (_, compare) => {
  describe.each(lists)('$list', ({ noun, item, around }) => {
    test('tell an item that is gone and one that is new in its place, each by name and value', () => {
      const before = around([item('a', 'x'), item('b', 'y')])
      const after = around([item('a', 'x'), item('c', 'z')])
      const lines = compare(after, before).map(shown).sort()
      expect(lines).toHaveLength(2)
      expect(lines[0]).toMatch(new RegExp(`^\\+ ${noun} c = .*"z"`))
      expect(lines[1]).toMatch(new RegExp(`^- ${noun} b = .*"y"`))
    })

    test('tell the first item, and the last one that goes', () => {
      const one = around([item('a', 'x')])
      for (const none of [around([]), {}]) {
        expect(compare(one, none).map(shown)).toEqual([expect.stringMatching(new RegExp(`^\\+ ${noun} a = .*"x"`))])
        expect(compare(none, one).map(shown)).toEqual([expect.stringMatching(new RegExp(`^- ${noun} a = .*"x"`))])
      }
    })

    test('tell once, by its name, what changes of an item that stands elsewhere now', () => {
      const [before, after] = [around([item('a', 'x'), item('b', 'y')]), around([item('b', 'z'), item('a', 'x')])]
      expect(compare(after, before).map(shown)).toEqual([
        expect.stringMatching(new RegExp(`^${noun} b [a-zA-Z]+: "y" → "z"$`)),
      ])
    })

    const values = fc.dictionary(fc.stringMatching(/^[a-e]$/), fc.constantFrom('x', 'y'), { maxKeys: 5 })
    const shuffled = values.chain((all) => {
      const items = Object.entries(all)
      return fc.shuffledSubarray(items, { minLength: items.length })
    })

    test('lose no item that only one has, nor one that is not the same, and tell of no other', () => {
      fc.assert(
        fc.property(shuffled, shuffled, (old, now) => {
          const side = (items: typeof old): Item => around(items.map(([name, value]) => item(name, value)))
          const changes = compare(side(now), side(old))
          const [before, after] = [new Map(old), new Map(now)]
          const names = [...new Set([...before.keys(), ...after.keys()])]
          const changed = names.filter((name) => before.get(name) !== after.get(name)).sort()
          expect(changes.map((change) => change.item).sort()).toEqual(changed)
          const gone = changes.filter(({ expected }) => expected === undefined).map((change) => change.item)
          expect(gone.sort()).toEqual(names.filter((name) => !after.has(name)).sort())
        }),
        { numRuns: 60 },
      )
    })
  })
})

test('items of one name are told apart by their order', () => {
  const of = (...values: string[]): Item => ({
    inputs: { variables: values.map((value) => variable('outputs', value)) },
  })
  expect(diffDeployed('Node', of('x', 'y'), of('x', 'y', 'z')).map(shown)).toEqual(['- input variable outputs = "z"'])
  expect(diffDeployed('Node', of('x', 'y'), of('x', 'z')).map(shown)).toEqual([
    'input variable outputs value: "z" → "y"',
  ])
})

test('each output that only one has is told', () => {
  const of = (...data: string[]): object => specOf({ outputs: { nodeOutputs: data.map((one) => ({ data: one })) } })
  const { changed } = diffDocumentPair(of('p.a', 'p.b'), of('p.c', 'p.d')).nodes
  expect(changed.flatMap(({ changes }) => changes.map(shown)).sort()).toEqual([
    '+ output p.a',
    '+ output p.b',
    '- output p.c',
    '- output p.d',
  ])
})

test('a value that holds others is shown, and what would steer a terminal is not', () => {
  expect(changeText({ path: '/x', before: undefined, after: { a: [1n] } }, '/x')).toBe('/x: nothing → {"a":[1]}')
  const item = 'a\u001b[31m'
  expect(changeText({ path: '/script/parameters/0', item, before: undefined, after: { value: 'x' } }, '')).toBe(
    '+ parameter a\\u001b[31m = "x"',
  )
})

test('of long texts the part is shown in which they differ', () => {
  const sql = (day: string): string => `select ${'column, '.repeat(40)}'${day}' as ds from ${'wide_'.repeat(30)}table`
  const text = changeText({ path: '/script/content', before: sql('monday'), after: sql('friday') }, 'script.content')
  expect(text).toMatch(/^script\.content: "….{20,}'monday' as ds from .*…" → "….{20,}'friday' as ds from .*…"$/)
  const holders = changeText({ path: '/x', before: { sql: sql('monday') }, after: { sql: sql('friday') } }, 'x')
  expect(holders).toMatch(/^x: ….*'monday'.*… → ….*'friday'.*…$/)
})
