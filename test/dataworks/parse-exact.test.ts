import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExact } from '../../src/dataworks/operations/parse-exact.ts'

const id = '8763436097170422238'

describe('integers beyond 2^53 are read as text', () => {
  test.each<[string, unknown]>([
    [`{"a":${id}}`, { a: id }],
    [`{"a": ${id} , "b":[${id},-${id}]}`, { a: id, b: [id, `-${id}`] }],
    [`[\n${id}\n]`, [id]],
    [id, id],
    [`["",${id},""]`, ['', id, '']],
    [`"a:${id},"`, `a:${id},`],
    ['9007199254740991', 9007199254740991],
    ['-9007199254740991', -9007199254740991],
    ['9007199254740993', '9007199254740993'],
    [`{"text":"a:${id}","n":${id}}`, { text: `a:${id}`, n: id }],
    [`{"text":"quoted \\":${id}\\\\","n":${id}}`, { text: `quoted ":${id}\\`, n: id }],
    [`{"text":"\\\\","n":${id}}`, { text: '\\', n: id }],
    [`{"${id}":"${id}"}`, { [id]: id }],
  ])('%s', (text, value) => {
    expect(parseExact(text)).toEqual(value)
  })
})

describe('other numbers stay numbers', () => {
  test.each<[string, number]>([
    ['0.12345678901234567890', 0.12345678901234568],
    ['1234567890123456789.5', 1234567890123456800],
    ['1e10', 1e10],
    ['12345678901234567890e1', 123456789012345680000],
    ['-0', -0],
  ])('%s', (text, value) => {
    expect(parseExact(`[ ${text}]`)).toEqual([value])
  })
})

describe('what is no JSON', () => {
  test.each(['', 'x', '{', `{"a":${id}`, `{"a":${id}x}`, `00${id}`, `{"a":"${id}`, `{"a" ${id}}`, `"\\`])(
    '%j is not read',
    (text) => {
      expect(parseExact(text)).toBeUndefined()
    },
  )
})

test('a field named __proto__ is a field', () => {
  const parsed = parseExact('{"__proto__":{"polluted":true}}')
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype)
  expect(JSON.stringify(parsed)).toBe('{"__proto__":{"polluted":true}}')
})

test('any JSON value comes out as it went in', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(undefined, 1, '\t'), (json, indent) => {
      const text = JSON.stringify(JSON.parse(json), undefined, indent)
      // A long number beside it makes the text take the way of exact integers.
      expect(parseExact(`[${id},${text}]`)).toEqual([id, JSON.parse(text, (_, value) => exact(value))])
      expect(parseExact(text)).toEqual(JSON.parse(text, (_, value) => exact(value)))
    }),
  )
})

/** Integers that a number holds, but not exactly, are text; JSON.stringify writes them in digits up to 10^21. */
function exact(value: unknown): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || Number.isSafeInteger(value)) return value
  const digits = String(value)
  return /^-?\d+$/.test(digits) ? digits : value
}
