import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCycles } from '../../src/graph/shortest-cycles.ts'

type Graph = readonly (readonly number[])[]

const size = 100_000
const each = <T>(length: number, item: (place: number) => T): T[] => Array.from({ length }, (_, place) => item(place))

describe('finds', () => {
  test.each<[string, Graph, readonly (readonly number[])[]]>([
    ['nothing in an empty graph', [], []],
    ['nothing where there are no edges', [[], [], []], []],
    ['nothing in a chain', [[1], [2], []], []],
    ['nothing where two ways meet again', [[1, 2], [3], [3], []], []],
    ['nothing in one edge twice', [[1, 1], []], []],
    ['a node that leads to itself', [[], [1]], [[1]]],
    ['two nodes that lead to one another', [[1], [0]], [[0, 1]]],
    ['a cycle behind a way to it', [[1], [2], [3], [1]], [[1, 2, 3]]],
    ['a cycle with a way out of it', [[1], [0, 2], []], [[0, 1]]],
    [
      'two cycles apart, in the order of their nodes',
      [[3], [2], [1], [0]],
      [
        [0, 3],
        [1, 2],
      ],
    ],
    [
      'two cycles joined by an edge',
      [[1], [0, 2], [3], [2]],
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['one of two cycles that share a node, the shorter', [[1, 3], [2], [0], [0]], [[0, 3]]],
    ['the way that is one node long', [[1, 0], [0]], [[0]]],
  ])('%s', (_, graph, cycles) => {
    expect(findCycles(graph)).toEqual(cycles)
  })
})

describe('does not overflow', () => {
  test.each<[string, Graph, readonly number[]]>([
    ['on a chain', each(size, (place) => (place + 1 < size ? [place + 1] : [])), []],
    ['on a chain the other way', each(size, (place) => (place > 0 ? [place - 1] : [])), []],
    ['on a ring', each(size, (place) => [(place + 1) % size]), [size]],
    ['on nodes that lead to themselves', each(size, (place) => [place]), each(size, () => 1)],
    ['on pairs', each(size, (place) => [place ^ 1]), each(size / 2, () => 2)],
    [
      'on a node that leads to all and back',
      each(size, (place) => (place === 0 ? each(size - 1, (at) => at + 1) : [0])),
      [2],
    ],
  ])('%s of 100,000 nodes', (_, graph, lengths) => {
    expect(findCycles(graph).map((cycle) => cycle.length)).toEqual(lengths)
  })
})

/** The same graph, counting how often one of its edges is looked at. */
function counted(graph: Graph): { readonly graph: Graph; reads(): number } {
  let reads = 0
  const watched = graph.map(
    (ahead) =>
      new Proxy(ahead, {
        get(list, key, receiver) {
          reads += 1
          return Reflect.get(list, key, receiver)
        },
      }),
  )
  return { graph: watched, reads: () => reads }
}

/** Node 0 leads to the second half of the nodes; the first half are pairs, of which each leads to node 0. */
function pairsBeforeHub(length: number): Graph {
  const half = length / 2
  return each(length, (place) => {
    if (place === 0) return each(half, (leaf) => half + leaf)
    if (place >= half) return []
    return place % 2 === 1 ? [0, place + 1] : [place - 1]
  })
}

test.each<[string, (length: number) => Graph]>([
  ['a ring', (length) => each(length, (place) => [(place + 1) % length])],
  ['a ring with short cuts', (length) => each(length, (place) => [(place + 1) % length, (place + 7) % length])],
  ['many rings', (length) => each(length, (place) => [place % 10 === 9 ? place - 9 : (place + 1) % length])],
  [
    'a ladder of two-way steps',
    (length) => each(length, (place) => [Math.max(0, place - 1), Math.min(length - 1, place + 1)]),
  ],
  ['pairs that all lead to one node with many ways on', pairsBeforeHub],
])('takes twice as many looks at twice as large a graph: %s', (_, make) => {
  const [small, large] = [1000, 2000].map((length) => {
    const { graph, reads } = counted(make(length))
    findCycles(graph)
    return reads()
  })
  expect(large).toBeLessThan((small ?? 0) * 2.2)
})

/** The fewest edges from every node to every other, by trying all; infinite where there is no way. */
function distances(graph: Graph): number[][] {
  const far = each(graph.length, () => each(graph.length, () => Number.POSITIVE_INFINITY))
  graph.forEach((ahead, from) => {
    for (const to of ahead) (far[from] ?? [])[to] = 1
  })
  for (let over = 0; over < graph.length; over++) {
    for (const row of far) {
      const first = row[over] ?? 0
      row.forEach((known, to) => {
        row[to] = Math.min(known, first + (far[over]?.[to] ?? 0))
      })
    }
  }
  return far
}

const graphs = fc
  .integer({ min: 1, max: 8 })
  .chain((length) =>
    fc.array(fc.array(fc.nat({ max: length - 1 }), { maxLength: 4 }), { minLength: length, maxLength: length }),
  )

test('agrees with a search that tries everything', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const far = distances(graph)
      const reaches = (from: number, to: number): boolean => Number.isFinite(far[from]?.[to])
      const places = each(graph.length, (place) => place)
      // The first node of every group of nodes that reach one another.
      const firsts = places.filter(
        (node) =>
          reaches(node, node) && !places.some((other) => other < node && reaches(node, other) && reaches(other, node)),
      )
      const cycles = findCycles(graph)
      expect(cycles.map(([first]) => first)).toEqual(firsts)
      for (const cycle of cycles) {
        const [first = 0] = cycle
        expect(cycle).toHaveLength(far[first]?.[first] ?? 0)
        expect(new Set(cycle).size).toBe(cycle.length)
        cycle.forEach((node, at) => {
          expect(graph[node]).toContain(cycle[at + 1] ?? first)
        })
      }
    }),
    { numRuns: 2000 },
  )
})
