import { expect, test } from 'vitest'
import { countKind, fewestNeighbours, type Kind, kindFault } from './kind.ts'
import { kinds } from './kinds.ts'

const kind: Kind = { name: 'k', tests: [['a.test.ts', 'block'], ['b.test.ts']], reported: ['x', 'y'] }
const ran = (file: string, ...names: readonly string[]) => names.map((name) => ({ file, name }))
const near = Array.from({ length: fewestNeighbours }, (_, at) => `near ${at}`)

test('a kind is left out where some of its files did not run', () => {
  expect(countKind(kind, ran('a.test.ts', 'block > x'))).toBeUndefined()
})

test('tests of what was reported and others are counted apart, and those of other blocks not at all', () => {
  const tests = [...ran('a.test.ts', 'block > x', 'block > z', 'other > y'), ...ran('b.test.ts', 'y', ...near)]
  const count = countKind(kind, tests)
  expect(count).toMatchObject({ reported: 2, neighbours: 1 + near.length, missing: [] })
  expect(count && kindFault(count)).toBeUndefined()
})

test('what was reported and is named by no test is a fault, and so are too few neighbours', () => {
  const lacking = countKind(kind, [...ran('a.test.ts', 'block > x'), ...ran('b.test.ts', ...near)])
  expect(lacking && kindFault(lacking)).toBe('k: no test names "y"')
  const few = countKind(kind, [...ran('a.test.ts', 'block > x'), ...ran('b.test.ts', 'y', ...near.slice(1))])
  expect(few && kindFault(few)).toBe('k: only 4 neighbours of what was reported are tested')
})

test('kinds have names of their own', () => {
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length)
})
