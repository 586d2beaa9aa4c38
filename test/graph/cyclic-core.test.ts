import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cyclicCore } from '../../src/graph/shortest-cycles.ts'

type Edge = readonly [from: number, to: number]

const core = (count: number, edges: readonly Edge[]): number[] | undefined => {
  const left = cyclicCore(count, {
    from: Int32Array.from(edges, ([from]) => from),
    to: Int32Array.from(edges, ([, to]) => to),
  })
  return left === undefined ? undefined : [...left.keys()].filter((node) => left[node] === 1)
}

describe('leaves', () => {
  test.each<[string, number, readonly Edge[], readonly number[] | undefined]>([
    ['nothing of nothing', 0, [], undefined],
    ['nothing of nodes without edges', 3, [], undefined],
    [
      'nothing of a chain',
      3,
      [
        [0, 1],
        [1, 2],
      ],
      undefined,
    ],
    [
      'nothing where two ways meet again',
      4,
      [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ],
      undefined,
    ],
    [
      'nothing of one edge twice',
      2,
      [
        [0, 1],
        [0, 1],
      ],
      undefined,
    ],
    [
      'a node that leads to itself',
      3,
      [
        [1, 1],
        [0, 2],
      ],
      [1],
    ],
    [
      'a cycle, and what leads to it',
      5,
      [
        [0, 1],
        [1, 2],
        [2, 1],
        [2, 3],
        [3, 4],
      ],
      [0, 1, 2],
    ],
    [
      'two cycles',
      4,
      [
        [0, 3],
        [3, 0],
        [1, 2],
        [2, 1],
      ],
      [0, 1, 2, 3],
    ],
  ])('%s', (_, count, edges, left) => {
    expect(core(count, edges)).toEqual(left)
  })
})

test('leaves what is left when nodes are taken away one at a time', () => {
  const graph = fc
    .integer({ min: 1, max: 8 })
    .chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 12 }),
      ),
    )
  fc.assert(
    fc.property(graph, ([count, edges]) => {
      const left = new Set(Array.from({ length: count }, (_, node) => node))
      const isEnd = (node: number): boolean => !edges.some(([from, to]) => from === node && left.has(to))
      for (let end = [...left].find(isEnd); end !== undefined; end = [...left].find(isEnd)) left.delete(end)
      expect(core(count, edges)).toEqual(left.size === 0 ? undefined : [...left])
    }),
    { numRuns: 2000 },
  )
})
