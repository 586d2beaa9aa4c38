import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { didYouMean, isMisspelling } from '../../src/diagnostics/did-you-mean.ts'

describe('finds', () => {
  test.each<[what: string, word: string, candidates: readonly string[], found: string | undefined]>([
    ['a letter that is missing', 'rerunTime', ['rerunTimes', 'timeout'], 'rerunTimes'],
    ['a letter too many', 'prioritty', ['priority'], 'priority'],
    ['a wrong letter', 'Brezk', ['Break', 'Continue'], 'Break'],
    ['two letters swapped', 'strat', ['start', 'stop'], 'start'],
    ['another case', 'HOURS', ['hours', 'HOUSE'], 'hours'],
    ['a swap of a word of two', 'ab', ['ba'], 'ba'],
    ['a letter of a word of one', 'a', ['b'], 'b'],
    ['the nearest of several', 'dwd_order', ['ods_order', 'dwd_orders', 'dwd_other'], 'dwd_orders'],
    ['the first of equals', 'bat', ['cat', 'hat'], 'cat'],
    ['at most a third of the word edited', 'abcdefghi', ['abcdefxyz'], 'abcdefxyz'],
    ['nothing beyond a third', 'abcdefghi', ['abcdewxyz'], undefined],
    ['nothing a third longer', 'abc', ['abcde'], undefined],
    ['nothing far away', 'colour', ['name', 'owner', 'trigger'], undefined],
    ['nothing among nothing', 'name', [], undefined],
    ['nothing but the word itself', 'name', ['name'], undefined],
    ['another word than itself', 'name', ['name', 'names'], 'names'],
    ['a word for the empty one, of one letter', '', ['ab', 'a'], 'a'],
    ['a word of another language', '订単', ['订单', '订阅'], '订单'],
    ['a word of 64 letters', 'x'.repeat(64), [`${'x'.repeat(63)}y`], `${'x'.repeat(63)}y`],
    ['nothing for a longer one', 'x'.repeat(65), [`${'x'.repeat(64)}y`], undefined],
    ['nothing among longer ones', 'x'.repeat(64), ['x'.repeat(65)], undefined],
  ])('%s', (_, word, candidates, found) => {
    expect(didYouMean(word, candidates)).toBe(found)
  })

  test('among candidates that come one by one', () => {
    expect(
      didYouMean(
        'gamma1',
        new Map([
          ['alpha', 1],
          ['gamma', 2],
        ]).keys(),
      ),
    ).toBe('gamma')
  })
})

/** The number of edits between two words, a swap of neighbours being one, straight from its definition. */
function distance(left: string, right: string): number {
  const known = new Map<string, number>()
  const from = (i: number, j: number): number => {
    if (i === 0 || j === 0) return i + j
    const key = `${i} ${j}`
    const before = known.get(key)
    if (before !== undefined) return before
    const ways = [from(i - 1, j) + 1, from(i, j - 1) + 1, from(i - 1, j - 1) + (left[i - 1] === right[j - 1] ? 0 : 1)]
    const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
    if (isSwap) ways.push(from(i - 2, j - 2) + 1)
    const least = Math.min(...ways)
    known.set(key, least)
    return least
  }
  return from(left.length, right.length)
}

const words = fc
  .oneof(
    fc.array(fc.constantFrom('a', 'b', 'A', 'B'), { maxLength: 9 }),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'E', 'f'), { maxLength: 14 }),
  )
  .map((letters) => letters.join(''))

test('agrees with the definition', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 6 }), (word, candidates) => {
      const limit = Math.max(1, Math.floor(word.length / 3))
      const others = candidates.filter((candidate) => candidate !== word)
      const distances = others.map((candidate) => distance(word.toLowerCase(), candidate.toLowerCase()))
      const least = Math.min(...distances)
      expect(didYouMean(word, candidates)).toBe(least > limit ? undefined : others[distances.indexOf(least)])
    }),
    { numRuns: 3000 },
  )
})

describe('a name is a known one misspelt', () => {
  test.each([
    ['a letter too many', 'ODPS_SQLL', 'ODPS_SQL'],
    ['a letter missing', 'DIDE_SHEL', 'DIDE_SHELL'],
    ['two letters swapped', 'VIRTAUL', 'VIRTUAL'],
    ['another case', 'odps_sql', 'ODPS_SQL'],
    ['the underscore missing', 'ODPSSQL', 'ODPS_SQL'],
    ['two faults in a long part', 'CONTROLER_BRANCH', 'CONTROLLER_BRANCH'],
  ])('with %s', (_, name, known) => {
    expect(isMisspelling(name, known)).toBe(true)
  })

  test.each([
    ['another part', 'DLF_SPARK', 'CDH_SPARK'],
    ['another number', 'PYODPS4', 'PYODPS3'],
    ['another version', 'DATAX3', 'DATAX2'],
    ['a part more', 'EMR_HIVE_SQL', 'EMR_HIVE'],
    ['a short name of its own', 'DTS', 'DT'],
    ['two parts that differ', 'EMS_SPARQ', 'EMR_SPARK'],
    ['two letters of three', 'HOLOGRES_DDL', 'HOLOGRES_SQL'],
  ])('not with %s', (_, name, known) => {
    expect(isMisspelling(name, known)).toBe(false)
  })
})
