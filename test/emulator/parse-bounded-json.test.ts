import { describe, expect, test } from 'vitest'
import { parseBoundedJson } from '../../src/emulator/wire/json.ts'

const nested = (levels: number, open: string, close: string): string => open.repeat(levels) + close.repeat(levels)

describe('JSON of a stranger', () => {
  test.each([
    ['lists', '[', ']'],
    ['objects', '{"a":[', ']}'],
  ])('may be nested 256 levels of %s deep, and no deeper', (_, open, close) => {
    const deepest = 256 / open.replaceAll(/[^[{]/g, '').length
    expect(() => parseBoundedJson(nested(deepest, open, close))).not.toThrow()
    expect(() => parseBoundedJson(nested(deepest + 1, open, close))).toThrow(SyntaxError)
    expect(() => parseBoundedJson(nested(100_000, open, close))).toThrow('nested deeper than 256 levels')
  })

  test.each(['[', '{', '\\"[', '\\\\'])('may hold %s in strings as often as it likes', (text) => {
    const string = `"${text.repeat(1000)}"`
    expect(parseBoundedJson(`[${string}]`)).toEqual([JSON.parse(string)])
  })

  test('may hold siblings without end', () => {
    expect(parseBoundedJson(`[${'[],'.repeat(1000)}[]]`)).toHaveLength(1001)
  })
})
