import { type Diagnostic, isFlowSpecError, readSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'

/** The one diagnostic with which text is refused. */
function refusal(source: string | object): Diagnostic | undefined {
  try {
    readSpec(source)
  } catch (error) {
    if (!isFlowSpecError(error)) throw error
    expect(error.diagnostics).toHaveLength(1)
    return error.diagnostics[0]
  }
  return undefined
}

const brackets = (depth: number): string => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`

describe('reads', () => {
  test.each<[string, string, object]>([
    ['an object', '{"kind":"Node"}', { kind: 'Node' }],
    ['text with a byte order mark', '\uFEFF{"a":1}', { a: 1 }],
    ['white space around', ' \t\r\n{ "a" : 1 } \n', { a: 1 }],
    [
      'every kind of value',
      '{"a":[1,-2.5,1e3,true,false,null,"x",{}]}',
      { a: [1, -2.5, 1000, true, false, null, 'x', {}] },
    ],
    ['the largest exact number', '{"a":9007199254740991}', { a: 9007199254740991 }],
    ['the next one as a bigint', '{"a":9007199254740992}', { a: 9007199254740992n }],
    ['one that would be rounded', '{"a":9007199254740993}', { a: 9007199254740993n }],
    ['a 19-digit id', '{"a":[7635763838174670470]}', { a: [7635763838174670470n] }],
    ['a negative one', '{"a":-9223372036854775808}', { a: -9223372036854775808n }],
    ['the smallest exact number', '{"a":-9007199254740991}', { a: -9007199254740991 }],
    ['a large number that is no integer', '{"a":1e300}', { a: 1e300 }],
    ['escapes', String.raw`{"a":"\u4e2d\n\"\\\/\ud83d\ude00"}`, { a: '中\n"\\/😀' }],
    ['a key twice with one value', '{"a":[1,{"b":2}],"a":[1,{"b":2}]}', { a: [1, { b: 2 }] }],
    ['unknown fields', '{"kind":"Node","mine":{"deep":[1]}}', { kind: 'Node', mine: { deep: [1] } }],
    [
      'brackets inside text',
      `{"a":"${'['.repeat(2000)}\\"${'{'.repeat(2000)}"}`,
      { a: `${'['.repeat(2000)}"${'{'.repeat(2000)}` },
    ],
    ['many brackets side by side', `{"a":[${'[],'.repeat(5000)}[]]}`, { a: Array.from({ length: 5001 }, () => []) }],
    [
      'keys that every object has',
      '{"constructor":1,"toString":2,"hasOwnProperty":3}',
      { constructor: 1, toString: 2, hasOwnProperty: 3 },
    ],
    ['text that only speaks of a prototype', '{"a":"__proto__","b":"\\u005f"}', { a: '__proto__', b: '_' }],
  ])('%s', (_, text, value) => {
    expect(readSpec(text)).toEqual(value)
  })

  test('brackets 1,000 deep', () => {
    expect(readSpec(brackets(1000))).toHaveProperty('a')
  })

  test('an object, which it gives back as it is', () => {
    const document = Object.freeze({ kind: 'Node', own: 1n })
    expect(readSpec(document)).toBe(document)
  })
})

describe('says where text is not JSON', () => {
  test.each<[text: string, line: number, column: number, message: RegExp]>([
    ['', 1, 1, /JSON value expected but reached end of input/],
    ['  ', 1, 3, /JSON value expected/],
    ['{', 1, 2, /object key/],
    ['{"a"}', 1, 5, /Colon/],
    ['{"a" 1}', 1, 6, /Colon ':' expected .* got '1'/],
    ['{"a":}', 1, 6, /Object value expected/],
    ['{"a":1', 1, 7, /end of object/],
    ['{"a":1,}', 1, 8, /object key expected but got '}'/],
    ['{"a":1 "b":2}', 1, 8, /Comma/],
    ['[1,]', 1, 4, /Array item expected/],
    ['[1', 1, 3, /end of array/],
    ['{"a":tru}', 1, 6, /value expected/],
    ['{"a":01}', 1, 7, /Comma/],
    ['{"a":1.}', 1, 8, /Invalid number '1\.', expecting a digit/],
    ['{"a":+1}', 1, 6, /value expected/],
    ['{"a":NaN}', 1, 6, /value expected/],
    ["{'a':1}", 1, 2, /Quoted object key expected/],
    ['{a:1}', 1, 2, /Quoted object key expected/],
    ['{"a":"b', 1, 8, /End of string/],
    ['{"a":"\\q"}', 1, 7, /Invalid escape character/],
    ['{"a":"\\u12"}', 1, 7, /Invalid unicode character/],
    ['{"a":"x\ny"}', 1, 8, /Invalid character/],
    ['{} x', 1, 4, /Expected end of input but got 'x'/],
    ['{"a":1}{"b":2}', 1, 8, /Expected end of input/],
    ['// {}', 1, 1, /value expected/],
    ['\uFEFF{"a":}', 1, 6, /Object value expected/],
    ['{\n  "a": 1,\n  "b": nul\n}', 3, 8, /value expected/],
    ['{\r\n\t"a": 1,\r\n\t"b" 2}', 3, 6, /Colon/],
    ['{"中文":😀}', 1, 7, /value expected/],
    ['{"a":1,"a":2}', 1, 9, /Duplicate key 'a'/],
    ['{\n"a":{"b":1,\n"b":null}}', 3, 2, /Duplicate key 'b'/],
    ['{"a at position 1":1,\n "a at position 1":2}', 2, 3, /Duplicate key 'a at position 1'/],
    ['{"x position 3":1,"y":}', 1, 23, /Object value expected/],
  ])('%j', (text, line, column, message) => {
    const found = refusal(text)
    expect(found).toMatchObject({ rule: 'document/syntax', severity: 'error', path: '', source: { line, column } })
    expect(found?.message).toMatch(message)
    expect(found?.message).toMatch(/^The text is not JSON: .+[^.]\.$/s)
    expect(found?.message).not.toMatch(/ at position \d+\.$/)
  })
})

describe('refuses', () => {
  test.each(['[]', '1', '"text"', 'null', 'true', '7635763838174670470'])('JSON that is no object: %s', (text) => {
    expect(refusal(text)).toMatchObject({
      rule: 'document/not-json',
      severity: 'error',
      path: '',
      message: 'A FlowSpec document is a JSON object; this is another JSON value.',
    })
  })

  test('a list that was read already', () => {
    expect(refusal([])?.rule).toBe('document/not-json')
  })

  test.each([
    ['brackets', brackets(1001), 1, 1005],
    ['braces', '\n{"a":'.repeat(1001), 1002, 1],
    ['brackets that never close', '['.repeat(100_000), 1, 1001],
  ])('%s more than 1,000 deep, without looking further', (_, text, line, column) => {
    expect(refusal(text)).toMatchObject({ rule: 'document/too-deep', severity: 'error', source: { line, column } })
  })

  test.each([
    '{"__proto__":{"kind":"Node"}}',
    '{"__proto__":null}',
    '{"spec":{"workflows":[{"nodes":[{"__proto__":1}]}]}}',
    String.raw`{"\u005f_proto__":{}}`,
    String.raw`{"__proto\u005F_":{}}`,
    String.raw`{"__pr\u006fto__":{}}`,
    String.raw`{"__\u0070roto__":{}}`,
    String.raw`{"__p\u0072oto__":{}}`,
    String.raw`{"__pro\u0074o__":{}}`,
    String.raw`{"\u005f\u005f\u0070\u0072\u006F\u0074\u006f\u005f\u005f":{}}`,
  ])('the key __proto__, however it is written: %s', (text) => {
    expect(refusal(text)).toMatchObject({
      rule: 'document/unsafe-key',
      severity: 'error',
      message: 'The document has a key "__proto__", which no field has.',
    })
    expect(Object.hasOwn(Object.prototype, 'kind')).toBe(false)
  })
})
