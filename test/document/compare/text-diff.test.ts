import { describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../../src/document/compare/text-diff.ts'

const names = { before: 'a', after: 'b' }

/** The lines of a hunk with their line breaks; one that has none is followed by a line that says so. */
function linesOf(hunk: string): readonly string[] {
  const lines = hunk.split(/(?<=\n)/)
  const hasNone = (at: number): boolean => lines[at + 1]?.startsWith('\\') === true
  return lines.map((line, at) => (hasNone(at) ? line.slice(0, -1) : line)).filter((line) => !line.startsWith('\\'))
}

/** What `patch` makes of a text: the format is that of GNU diff, "Detailed Description of Unified Format". */
function patched(text: string, diff: string): string {
  const lines = text.split(/(?<=\n)/)
  const made: string[] = []
  let at = 0
  for (const hunk of diff.split(/^(?=@@ )/m).slice(1)) {
    const [head = '', ...rest] = linesOf(hunk)
    const [, first = '', count = '1'] = /^@@ -(\d+)(?:,(\d+))? /.exec(head) ?? []
    const start = Number(first) - (Number(count) === 0 ? 0 : 1)
    made.push(...lines.slice(at, start))
    const before = rest.filter((line) => !line.startsWith('+')).map((line) => line.slice(1))
    expect(lines.slice(start, start + before.length)).toEqual(before)
    made.push(...rest.filter((line) => !line.startsWith('-')).map((line) => line.slice(1)))
    at = start + before.length
  }
  return [...made, ...lines.slice(at)].join('')
}

describe('a unified diff', () => {
  test.each([
    ['', 'a\n', '--- a\n+++ b\n@@ -0,0 +1 @@\n+a\n'],
    ['a\n', '', '--- a\n+++ b\n@@ -1 +0,0 @@\n-a\n'],
    ['a', 'a\n', '--- a\n+++ b\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n'],
    [
      '1\n2\n3\n4\n5\n6\n7\n8\n9\n',
      '1\n2\n3\n4\nx\n6\n7\n8\n9\n',
      '--- a\n+++ b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+x\n 6\n 7\n 8\n',
    ],
  ])('of %j and %j', (before, after, expected) => {
    expect(unifiedDiff(before, after, names)).toBe(expected)
  })

  test('of equal texts is empty', () => {
    expect(unifiedDiff('a\nb', 'a\nb', names)).toBe('')
  })

  test('keeps changes that are far apart in hunks of their own', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `line ${at}`)
    const after = lines.with(2, 'x').with(25, 'y')
    expect(unifiedDiff(lines.join('\n'), after.join('\n'), names).match(/^@@/gm)).toHaveLength(2)
  })

  test('makes the one text of the other, whatever they are', () => {
    let seed = 7
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    for (let round = 0; round < 500; round++) {
      const text = (): string =>
        Array.from({ length: next(12) }, () => 'abc'.charAt(next(3))).join('\n') + (next(2) === 0 ? '\n' : '')
      const [before, after] = [text(), text()]
      expect(patched(before, unifiedDiff(before, after, names))).toBe(after)
    }
  })

  test('of texts that have nothing in common takes time in proportion', () => {
    const lines = (word: string): string => Array.from({ length: 50_000 }, (_, at) => `${word} ${at}`).join('\n')
    const [before, after] = [lines('a'), lines('b')]
    expect(patched(before, unifiedDiff(before, after, names))).toBe(after)
  })
})

test('texts that differ in more lines than a call takes arguments are compared', () => {
  const lines = (word: string) => Array.from({ length: 150_000 }, (_, at) => `${word} ${at}\n`).join('')
  const diff = unifiedDiff(lines('old'), lines('new'), { before: 'a', after: 'b' })
  expect(diff.split('\n')).toHaveLength(3 + 2 * 150_000 + 1)
})
