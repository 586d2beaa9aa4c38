import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locatePointers } from '../../../src/check/report/pointer-locations.ts'
import { joinPointer } from '../../../src/diagnostics/json-pointer.ts'

/** The pointers of everything in a value, each with what stands there. */
function pointersIn(value: unknown, pointer = ''): [string, unknown][] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  return [[pointer, value], ...entries.flatMap(([key, item]) => pointersIn(item, joinPointer(pointer, key)))]
}

function textAt(text: string, { line, column }: { line: number; column: number }): string {
  return text
    .split('\n')
    .slice(line - 1)
    .join('\n')
    .slice(column - 1)
}

test('finds every value of any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const text = JSON.stringify(value, undefined, space)
      const all = pointersIn(JSON.parse(text))
      const found = locatePointers(
        text,
        all.map(([pointer]) => pointer),
      )
      for (const [pointer, expected] of all) {
        const place = found.get(pointer)
        if (place === undefined) throw new Error(`${pointer} was not found`)
        const indented = JSON.stringify(expected, undefined, space) ?? ''
        // Below the first line the text is indented more than the value by itself.
        expect(textAt(text, place).startsWith(indented.split('\n')[0] ?? '')).toBe(true)
      }
      expect(found.size).toBe(new Set(all.map(([pointer]) => pointer)).size)
    }),
  )
})

test.each<[string, string, string, object | undefined]>([
  ['a value that is not there, where it would stand', '{\n "a": {\n "b": 1}}', '/a/c/d', { line: 2, column: 7 }],
  ['the whole of the text', ' {}', '', { line: 1, column: 2 }],
  ['no byte order mark', '\uFEFF{"a":1}', '/a', { line: 1, column: 6 }],
  ['columns in UTF-16 units', '{"😀":1,"a":2}', '/a', { line: 1, column: 13 }],
  ['lines of Windows', '{\r\n"a": 1}', '/a', { line: 2, column: 6 }],
  ['keys with escapes', '{"a\\u0062": 1}', '/ab', { line: 1, column: 13 }],
  ['keys with slashes and tildes', '{"a/b": {"~": 1}}', '/a~1b/~0', { line: 1, column: 15 }],
  ['a key that reads like an escape', '{"~1": 1}', '/~01', { line: 1, column: 8 }],
  ['values behind strings with brackets', '{"a": "}{\\"", "b": [0, {"c": 1}]}', '/b/1/c', { line: 1, column: 30 }],
  ['the first of two keys that are the same', '{"a":1,"a":2}', '/a', { line: 1, column: 6 }],
  ['nothing in an empty text', '', '/a', undefined],
])('finds %s', (_, text, pointer, expected) => {
  expect(locatePointers(text, [pointer]).get(pointer)).toEqual(expected)
})

test('takes any text and any pointer', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', ' ', '\n', '/', '~')
  const texts = fc.array(pieces).map((list) => list.join(''))
  fc.assert(
    fc.property(texts, fc.array(texts), (text, pointers) => {
      expect(() => locatePointers(text, pointers)).not.toThrow()
    }),
  )
})

test('takes text that is nested deeper than the stack', () => {
  const depth = 200_000
  const text = '['.repeat(depth) + ']'.repeat(depth)
  expect(locatePointers(text, ['/0/0']).get('/0/0')).toEqual({ line: 1, column: 3 })
})
