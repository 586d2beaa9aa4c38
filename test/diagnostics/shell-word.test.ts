import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { quoted, shellWord } from '../../src/diagnostics/shell-word.ts'

/** What a shell makes of a word. */
const taken = (word: string): string => execFileSync('sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })

describe('a word for a shell', () => {
  test.each(['orders', "it's", "''", '$HOME `id` "a" \\ !', '*', 'a b', 'ä;#', '-n'])(
    '%s comes out the same',
    (text) => {
      expect(taken(quoted(text))).toBe(text)
      expect(taken(shellWord(text))).toBe(text)
    },
  )

  test('is left alone where it means nothing else, and shows what steers a terminal', () => {
    expect(shellWord('./a-b_c.ts:1@x=y')).toBe('./a-b_c.ts:1@x=y')
    expect(shellWord('')).toBe("''")
    expect(shellWord('a\u001b[2J')).toBe("'a\\u001b[2J'")
  })
})
