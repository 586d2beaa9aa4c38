import fc from 'fast-check'
import { FlowSpecError, readSpec, writeJson } from 'flowspec'
import { readYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from '../document/support/arbitrary-document.ts'

/** The faults of a text, each as `rule line:column`. */
function faultsOf(text: string): string[] {
  try {
    readYaml(text)
  } catch (error) {
    if (!(error instanceof FlowSpecError)) throw error
    return error.diagnostics.map(({ rule, source }) => `${rule} ${source?.line}:${source?.column}`)
  }
  return []
}

function messageOf(text: string): string {
  try {
    readYaml(text)
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return ''
}

describe('the values of a text', () => {
  test.each<[string, string, unknown]>([
    ['integers', '[0, -1, 0x1F, 0o17, 9007199254740991]', [0, -1, 31, 15, 9007199254740991]],
    ['integers beyond 2^53', '[7635763838174670470, -9007199254740993]', [7635763838174670470n, -9007199254740993n]],
    ['numbers', '[1.5, 1e3, 1.0]', [1.5, 1000, 1]],
    ['truth values and nothing', '[true, False, null, ~, ]', [true, false, null, null]],
    [
      'words YAML 1.1 takes for something else',
      '[yes, no, on, off, y, 1:30, 1_000]',
      ['yes', 'no', 'on', 'off', 'y', '1:30', '1_000'],
    ],
    ['dates', '[2026-01-01, 1970-01-01 00:00:00]', ['2026-01-01', '1970-01-01 00:00:00']],
    ['tags of plain values', '[!!str 123, !!int "7"]', ['123', 7]],
    ['references in quotes', '\n  - "{{a.b}}"\n  - ${bizdate}', ['{{a.b}}', '${bizdate}']],
    ['code', '|-\n  select 1\n\n    from t', 'select 1\n\n  from t'],
    ['a quoted "<<"', '{"<<": 1}', { '<<': 1 }],
    ['nothing', '', null],
  ])('%s', (_, text, value) => {
    expect(readYaml(`a: ${text}`)).toEqual({ a: value })
  })

  test('aliases are written out, each a value of its own', () => {
    const document = readYaml('a: &x {n: &y 1}\nb: *x\nc: &y 2\nd: *y\ne: *x\n')
    expect(document).toEqual({ a: { n: 1 }, b: { n: 1 }, c: 2, d: 2, e: { n: 1 } })
    expect(document['a']).not.toBe(document['b'])
  })

  test('a byte order mark, comments and a document marker say nothing', () => {
    expect(readYaml('\uFEFF# a\n--- # b\nkind: Node # c\n...\n')).toEqual({ kind: 'Node' })
  })

  test('the JSON of a document is YAML with the same values', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        const text = writeJson(document)
        expect(readYaml(text)).toEqual(readSpec(text))
      }),
      { numRuns: 60 },
    )
  })
})

describe('what is refused', () => {
  test.each<[string, string, string[]]>([
    ['what is no YAML', 'a: [1\n', ['document/syntax 2:1']],
    ['every fault at once', 'a: "\\q"\nb: @x\nc: !x 1\n', ['1:5', '2:4', '3:4'].map((at) => `document/syntax ${at}`)],
    ['a tag that no value in JSON has', 'a: !!binary aGk=\n', ['document/syntax 1:4']],
    [
      'other tags that are no JSON',
      'a: !!set {b}\nb: !!omap [a: 1]\nc: !!timestamp 2026-01-01\n',
      [1, 2, 3].map((line) => `document/syntax ${line}:4`),
    ],
    ['a key that stands twice', 'a: 1\nb: {c: 1, c: 1}\na: 2\n', ['document/syntax 2:11', 'document/syntax 3:1']],
    ['an unsafe key', 'a:\n  __proto__: 1\n', ['document/unsafe-key 2:3']],
    ['a merge key', 'a: &x {b: 1}\nc:\n  <<: *x\n', ['document/syntax 3:3']],
    [
      'keys that are no texts',
      '1: a\ntrue: b\n? [c]\n: d\n: e\n',
      [1, 2, 3, 5].map((n) => `document/syntax ${n}:${n === 3 ? 3 : 1}`),
    ],
    ['a reference without quotes', 'a: {{b}}\n', ['document/syntax 1:5']],
    ['an alias of nothing', 'a: *b\nb: &b 1\n', ['document/syntax 1:4']],
    ['numbers JSON has not', 'a: .inf\nb: -.INF\nc: .nan\n', [1, 2, 3].map((n) => `document/syntax ${n}:4`)],
    ['several documents', 'a: 1\n---\nb: 1\n---\nc: 1\n', ['document/syntax 3:1']],
    ['another version of YAML', '%YAML 1.1\n---\na: yes\n', ['document/syntax 2:1']],
    ['a list', '# list\n- a\n', ['document/not-json 2:1']],
    ['a text', 'hello', ['document/not-json 1:1']],
    ['no document', '# nothing\n', ['document/not-json 1:1']],
    ['an empty text', '', ['document/not-json 1:1']],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults)
  })

  test('the way out of a reference without quotes is named', () => {
    expect(messageOf('a: {{b}}\n')).toContain('quotes')
  })

  test.each([
    ['lists', (depth: number) => `a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}`],
    ['lists of lists in lines', (depth: number) => `a:\n  ${'- '.repeat(depth - 1)}x`],
    ['mappings', (depth: number) => `${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`],
  ])('%s more than two hundred deep', (_, textOf) => {
    expect(faultsOf(textOf(200))).toEqual([])
    expect(faultsOf(textOf(201))).toEqual([expect.stringMatching(/^document\/too-deep 1|2:/)])
    expect(faultsOf(textOf(20_000))).toEqual([expect.stringMatching(/^document\/too-deep 1|2:/)])
  })

  test('aliases that stand for more than could be held, or for themselves', () => {
    const rows = Array.from({ length: 12 }, (_, n) => `a${n}: &a${n} [${`*a${n - 1}, `.repeat(n === 0 ? 0 : 9)}1]`)
    expect(messageOf(rows.join('\n'))).toContain('more than 100000 values')
    const long = `a: &a "${'x'.repeat(100_000)}"\nb:\n`
    expect(messageOf(`${long}${'  - *a\n'.repeat(201)}`)).toContain('more than 20000000 characters')
    expect(faultsOf(`${long}${'  - *a\n'.repeat(199)}`)).toEqual([])
    expect(faultsOf('a: &a\n  b: *a\n')).toEqual(['document/too-deep 2:3'])
    expect(faultsOf('a: &a\n  - *a\n  - *a\n')).toHaveLength(1)
  })

  test('a text that is nearly nothing but marks is refused before it takes the memory of a machine', () => {
    const numbers = (count: number) => `{ "spec": { "nodes": [${'1,'.repeat(count)}1] } }`
    expect(messageOf(numbers(800_000))).toContain('Give the document as JSON')
    expect(faultsOf(`a:\n${'- 1\n'.repeat(400_000)}`)).toEqual(['document/too-large 1:1'])
    expect(faultsOf(numbers(100_000))).toEqual([])
  })

  test('long pieces of the text are not repeated whole', () => {
    expect(messageOf(`a: !${'x'.repeat(5000)} 1\nb: *${'y'.repeat(5000)}`).length).toBeLessThan(1000)
  })
})

test('any text is read, or refused with places that are in it', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '&x ',
    '*x',
    '"',
    "'",
    '|',
    '>',
    '!!',
    '#',
    '%',
    '\t',
    '1',
    ',',
    '? ',
    '---\n',
    '<<',
    '\r\n',
    '@',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('')
      for (const fault of faultsOf(text)) {
        const [, line, column] = /^document\/[a-z-]+ (\d+):(\d+)$/.exec(fault) ?? []
        expect(Number(line)).toBeLessThanOrEqual(text.split('\n').length)
        expect(Number(column)).toBeGreaterThan(0)
      }
    }),
    { numRuns: 2000 },
  )
})
