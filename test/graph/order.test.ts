import fc from 'fast-check'
import { checkSpec, forEach, isFlowSpecError, shell, workflow } from 'flowspec'
import { cycles, downstreamOf, graphOf, order, upstreamOf } from 'flowspec/graph'
import { describe, expect, test } from 'vitest'

const keys = (nodes: readonly { readonly key: string }[]): string => nodes.map(({ key }) => key).join(' ')
const flow = (edges: Readonly<Record<string, readonly string[]>>): object => ({
  spec: {
    nodes: Object.keys(edges).map((id) => ({ id })),
    flow: Object.entries(edges).map(([nodeId, ups]) => ({ nodeId, depends: ups.map((up) => ({ nodeId: up })) })),
  },
})

const names = (count: number): string[] => Array.from({ length: count }, (_, number) => `n${number}`)
/** Nodes of which each comes after the one before it, and the first after the last. */
const ring = (count: number): Record<string, string[]> =>
  Object.fromEntries(names(count).map((name, at) => [name, [names(count).at(at - 1) ?? '']]))

const loop = forEach('each').over('[1]').nodes(shell('in1'), shell('in2').after('in1'))
const nested = workflow('w').nodes(shell('last').after(loop), loop.after('first'), shell('first'), shell('alone'))

describe('the order', () => {
  test('puts each node after what it waits for, and keeps the document’s order else', () => {
    expect(keys(order(flow({ d: ['b', 'c'], c: ['a'], b: ['a'], a: [], e: [] })))).toBe('a b c d e')
  })

  test('puts what is inside of a loop after the loop, and before what comes after it', () => {
    expect(keys(order(nested))).toBe('first each each_start in1 in2 each_end last alone')
  })

  test('puts workflows in order by their outputs', () => {
    const nodeOutputs = [{ data: 'p.first' }]
    const second = { name: 'second', inputs: { nodeOutputs }, nodes: [{ id: 'b' }] }
    const first = { name: 'first', outputs: { nodeOutputs }, nodes: [{ id: 'a' }] }
    expect(keys(order({ spec: { workflows: [second, first] } }))).toBe('a b')
  })

  test('leaves dependencies on previous cycles out', () => {
    const circle = workflow('w').nodes(shell('a').afterPrevious(shell('b'), 'self'), shell('b').after('a'))
    expect(keys(order(circle))).toBe('a b')
  })

  test('of a circle is none, and the error names every circle', () => {
    const circles = flow({ a: ['b'], b: ['a'], c: ['c'], d: ['a'] })
    const thrown: unknown = (() => {
      try {
        return order(circles)
      } catch (error) {
        return error
      }
    })()
    expect(isFlowSpecError(thrown) && thrown.diagnostics.map(({ rule, path }) => [rule, path])).toEqual([
      ['graph/cycle', '/spec/nodes/0'],
      ['graph/cycle', '/spec/nodes/2'],
    ])
    expect(isFlowSpecError(thrown) && thrown.message).toContain('a → b → a')
  })

  test.each<[string, Readonly<Record<string, readonly string[]>>, string]>([
    ['three nodes', { a: ['b'], b: ['c'], c: ['a'] }, 'a → c → b → a'],
    ['twelve', ring(12), `${names(12).join(' → ')} → n0`],
    ['thirteen, of which twelve are named', ring(13), `${names(12).join(' → ')} → … → n0`],
  ])('of a circle is told as the check tells it: %s', (_, after, shown) => {
    const spec = flow(after)
    const told = {
      message: `These wait for one another: ${shown}.`,
      hint: 'Read "a → b" as "b comes after a"; remove one of these dependencies.',
    }
    expect(checkSpec(spec).filter(({ rule }) => rule === 'graph/cycle')).toMatchObject([told])
    expect(() => order(spec)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining(told)] }))
  })
})

describe('cycles', () => {
  test.each<[string, object, readonly string[]]>([
    ['none in a chain', flow({ a: [], b: ['a'] }), []],
    ['two nodes', flow({ a: ['b'], b: ['a'], c: ['a'] }), ['a b']],
    ['a node after itself', flow({ a: ['a'] }), ['a']],
    ['each read in the direction of its edges', flow({ a: ['c'], b: ['a'], c: ['b'] }), ['a b c']],
    [
      'a loop that waits for what is inside of it',
      {
        spec: {
          nodes: [{ id: 'a', 'for-each': { nodes: [{ id: 'b', outputs: { nodeOutputs: [{ data: 'o' }] } }] } }],
          flow: [{ nodeId: 'a', depends: [{ output: 'o' }] }],
        },
      },
      ['a b'],
    ],
  ])('%s', (_, document, expected) => {
    const found = cycles(document).map((members) =>
      members.map((member) => ('key' in member ? member.key : '')).join(' '),
    )
    expect(found).toEqual(expected)
  })
})

describe('upstream and downstream', () => {
  test.each([
    ['last', 'each first each_start in1 in2 each_end', ''],
    ['each', 'first', 'last each_start in1 in2 each_end'],
    ['in2', 'each first each_start in1', 'last each_end'],
    ['first', '', 'last each each_start in1 in2 each_end'],
    ['alone', '', ''],
  ])('of %s', (name, upstream, downstream) => {
    expect(keys(upstreamOf(nested, name))).toBe(upstream)
    expect(keys(downstreamOf(nested, name))).toBe(downstream)
  })

  test('take a node of a graph, of the same document read again too', () => {
    const graph = graphOf(nested)
    const node = graph.nodes.find(({ name }) => name === 'in2')
    expect(node && keys(upstreamOf(graph, node))).toBe('each first each_start in1')
    expect(node && keys(upstreamOf(nested, node))).toBe('each first each_start in1')
  })

  test('of an unknown node is an error that offers a near name', () => {
    expect(() => upstreamOf(nested, 'frist')).toThrow(/no node 'frist'.*\n.*Did you mean "first"/)
    const [node] = graphOf(flow({ x: [] })).nodes
    expect(() => node && downstreamOf(nested, node)).toThrow(/no node 'x'/)
  })

  test('agree with the order and with each other', () => {
    const graphs = fc
      .array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), { minLength: 2, maxLength: 12 })
      .map((ups) =>
        flow(Object.fromEntries(ups.map((list, at) => [`k${at}`, list.filter((up) => up < at).map((up) => `k${up}`)]))),
      )
    fc.assert(
      fc.property(graphs, (document) => {
        const graph = graphOf(document)
        const sorted = order(graph)
        for (const [at, node] of sorted.entries()) {
          const before = upstreamOf(graph, node)
          expect(before.every((upstream) => sorted.indexOf(upstream) < at)).toBe(true)
          expect(
            sorted.filter((other) => downstreamOf(graph, other).includes(node)).sort((x, y) => x.place - y.place),
          ).toEqual(before)
        }
        expect(new Set(sorted)).toEqual(new Set(graph.nodes))
      }),
    )
  })
})

test('100,000 nodes in a chain are ordered and searched', () => {
  const nodes = Array.from({ length: 100_000 }, (_, at) => ({ id: `n${at}` }))
  const dependencies = nodes.slice(1).map(({ id }, at) => ({ nodeId: id, depends: [{ nodeId: `n${at}` }] }))
  const graph = graphOf({ spec: { workflows: [{ name: 'w', nodes: nodes.toReversed(), dependencies }] } })
  expect(order(graph).map(({ key }) => key)).toEqual(nodes.map(({ id }) => id))
  expect(upstreamOf(graph, 'n99999')).toHaveLength(99_999)
  expect(downstreamOf(graph, 'n0')).toHaveLength(99_999)
  expect(cycles(graph)).toEqual([])
})
