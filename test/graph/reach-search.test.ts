import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ReachSearch } from '../../src/graph/reach-search.ts'

type Edge = readonly [from: number, to: number]

const plenty = 1_000_000

const search = (edges: readonly Edge[], mostEdges = plenty): ReachSearch => {
  const from = Int32Array.from(edges, ([node]) => node)
  const to = Int32Array.from(edges, ([, node]) => node)
  return new ReachSearch({ from, to }, mostEdges)
}

const diamond: readonly Edge[] = [
  [0, 1],
  [0, 2],
  [1, 3],
  [2, 3],
]

describe('a path leads', () => {
  test.each<[string, readonly Edge[], number, readonly number[], boolean]>([
    ['nowhere without edges', [], 0, [1], false],
    ['along one edge', [[0, 1]], 0, [1], true],
    ['not against an edge', [[0, 1]], 1, [0], false],
    ['around a diamond', diamond, 0, [3], true],
    ['not between its sides', diamond, 1, [2], false],
    ['to one of several', diamond, 1, [2, 3], true],
    ['to none of no targets', diamond, 0, [], false],
    ['not from a node to itself', diamond, 0, [0], false],
    [
      'from a node of a cycle to itself',
      [
        [0, 1],
        [1, 0],
      ],
      0,
      [0],
      true,
    ],
  ])('%s', (_, edges, start, targets, expected) => {
    expect(search(edges).reaches(start, new Set(targets))).toBe(expected)
  })
})

const length = 100_000
const chain = Array.from({ length }, (_, node): Edge => [node, node + 1])

test('a chain of 100,000 nodes is no matter', () => {
  expect(search(chain).reaches(0, new Set([length]))).toBe(true)
})

describe('of a chain of which three edges may be looked at', () => {
  test.each<[string, number, number, boolean | undefined]>([
    ['what is one edge away is found', 0, 1, true],
    ['what is three edges away is found', 0, 3, true],
    ['nobody knows what is four edges away', 0, 4, undefined],
    ['nobody knows either what is not there', 0, -1, undefined],
    ['what no edge leads away from reaches nothing', length, 0, false],
  ])('%s', (_, start, target, expected) => {
    expect(search(chain, 3).reaches(start, new Set([target]))).toBe(expected)
  })

  test('the three are those of all questions', () => {
    const bounded = search(chain, 3)
    expect(bounded.reaches(0, new Set([2]))).toBe(true)
    expect(bounded.reaches(7, new Set([8]))).toBe(true)
    expect(bounded.reaches(7, new Set([8]))).toBeUndefined()
  })
})

/** All pairs with a path between them, by Warshall's algorithm. */
function closure(size: number, edges: readonly Edge[]): ReadonlySet<string> {
  const pairs = new Set(edges.map(String))
  const places = [...Array(size).keys()]
  const triples = places.flatMap((way) => places.flatMap((from) => places.map((to) => [way, from, to] as const)))
  for (const [way, from, to] of triples) {
    if (pairs.has(`${from},${way}`) && pairs.has(`${way},${to}`)) pairs.add(`${from},${to}`)
  }
  return pairs
}

test('agrees with the closure of the edges', () => {
  const size = 8
  const place = fc.nat({ max: size - 1 })
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { maxLength: 20 }), place, place, (edges, from, to) => {
      expect(search(edges).reaches(from, new Set([to]))).toBe(closure(size, edges).has(`${from},${to}`))
    }),
  )
})
