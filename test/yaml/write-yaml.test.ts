import fc from 'fast-check'
import { odpsSql, readSpec, workflow, writeJson } from 'flowspec'
import { readYaml, writeYaml } from 'flowspec/yaml'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { arbitraryDocument } from '../document/support/arbitrary-document.ts'

/** The value as a reader of another version of YAML gives it. */
const readOld = (text: string): unknown => parse(text, { version: '1.1', intAsBigInt: true })

describe('the text of a document', () => {
  test('has the key order of JSON, code as it is, and texts in quotes where they could be something else', () => {
    const document = {
      version: '1.1.0',
      spec: {
        workflows: [
          {
            name: 'orders',
            nodes: [{ name: 'ods', script: { content: "select '${bizdate}'\n  from t -- # 1\n", path: 'a/订单' } }],
            trigger: { cron: '00 02 00 * * ?', type: 'Scheduler' },
            outputs: { nodeOutputs: [] },
            metadata: { list: [[1, 'yes'], {}], id: 7635763838174670470n, on: '1:30' },
          },
        ],
      },
      kind: 'CycleWorkflow',
    }
    expect(writeYaml(document)).toBe(`kind: CycleWorkflow
version: "1.1.0"
spec:
  workflows:
    - trigger:
        type: Scheduler
        cron: "00 02 00 * * ?"
      name: orders
      outputs:
        nodeOutputs: []
      nodes:
        - name: ods
          script:
            path: a/订单
            content: |
              select '\${bizdate}'
                from t -- # 1
      metadata:
        id: 7635763838174670470
        list:
          - - 1
            - "yes"
          - {}
        "on": "1:30"
`)
  })

  test('reads as what a built document is', () => {
    const long = `select ${Array.from({ length: 200 }, (_, n) => `column_${n}`).join(', ')} from t`
    const built = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code(long)).build()
    expect(readYaml(writeYaml(built))).toEqual(built)
    expect(
      writeYaml(built)
        .split('\n')
        .some((line) => line.includes(long)),
    ).toBe(true)
  })

  test.each([
    'yes',
    'No',
    'ON',
    'y',
    'null',
    '~',
    '',
    ' a',
    'a ',
    '1:30',
    '012',
    '0x1',
    '1_000',
    '.5',
    '1e3',
    '-',
    '- a',
    '? a',
    'a: b',
    'a #b',
    '{{x}}',
    '[a',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '=',
    '<<',
    '---',
    '2026-01-01',
    '.inf',
    'true',
    '|',
    "'",
    '"',
    'a\tb',
    '\u0085',
    'a\u2028b',
    '\uFEFFa',
    '\uD800',
    '\u0007',
    'a\r\nb',
  ])('%j is a text to readers of YAML 1.1 and 1.2, as a key too', (text) => {
    const written = writeYaml({ spec: { [text]: [text] } })
    expect(readYaml(written)).toEqual({ spec: { [text]: [text] } })
    expect(readOld(written)).toEqual({ spec: { [text]: [text] } })
  })

  test.each(['orders', 'dwd_orders', 'a/b', '订单', 'select 1 from t', 'Normal', '_x', 'a.b-c'])(
    '%s needs no quotes',
    (text) => {
      expect(writeYaml({ kind: text })).toBe(`kind: ${text}\n`)
    },
  )

  test.each([
    'a\nb',
    'a\nb\n',
    'a\nb\n\n',
    '  a\n b',
    '\n a\n',
    '\ta\nb',
    'a\n\n  \nb',
    'a\n  ',
    '# a\n--- b\n...\n',
    'a: 1\n- b',
  ])('%j is a block literal, whatever follows', (text) => {
    const document = { list: [text, [text], { a: text, b: 1 }], text, z: 1 }
    const written = writeYaml(document)
    expect(written.match(/\|/g)).toHaveLength(4)
    expect(readYaml(written)).toEqual(document)
    expect(readOld(written)).toEqual({ ...document, z: 1n, list: [text, [text], { a: text, b: 1n }] })
  })

  test.each([1e21, 1e-7, -2e300, 0.1, -0.5])('the number %d is one to readers of YAML 1.1 and 1.2', (number) => {
    const written = writeYaml({ metadata: { number } })
    expect(readYaml(written)).toEqual(readSpec(writeJson({ metadata: { number } })))
    expect(readOld(written)).toEqual({ metadata: { number } })
  })

  test('has no anchors for what stands in it twice', () => {
    const shared = { a: 1 }
    expect(writeYaml({ b: shared, c: shared })).toBe('b:\n  a: 1\nc:\n  a: 1\n')
  })

  test('is that of the nearest JSON where JSON has no such value', () => {
    expect(writeYaml({ a: undefined, b: Number.NaN, c: new Date(0) })).toBe('b: null\nc: "1970-01-01T00:00:00.000Z"\n')
  })

  test('nests two hundred levels', () => {
    const deep = (pairs: number, inner: string): object =>
      readSpec(`${'{"a":['.repeat(pairs)}${inner}${']}'.repeat(pairs)}`)
    for (const document of [deep(100, '1'), deep(99, '{"a":[]}'), deep(99, '{"a":1}')]) {
      expect(readYaml(writeYaml(document))).toEqual(document)
    }
    for (const inner of ['{}', '[]', '{"a":1}']) expect(() => writeYaml(deep(100, inner))).toThrow('200 levels')
  })

  test.each<[string, object, RegExp]>([
    ['a list', [1], /JSON object/],
    ['an unsafe key', JSON.parse('{"metadata":{"__proto__":1}}'), /__proto__/],
  ])('is not made of %s', (_, document, message) => {
    expect(() => writeYaml(document)).toThrow(message)
  })

  test('is not made of a document that contains itself', () => {
    const document: Record<string, unknown> = {}
    document['spec'] = document
    expect(() => writeYaml(document)).toThrow(TypeError)
  })
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', 'a', ':', '#', '-', '\r', '|', '"', "'", '{', '\u00A0', '\u3000'),
    maxLength: 14,
  }),
)

test('a document is read from its text as it was', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      const text = writeYaml(document)
      expect(readYaml(text)).toEqual(readSpec(writeJson(document)))
      expect(writeYaml(readYaml(text))).toBe(text)
    }),
    { numRuns: 100 },
  )
})

test.each([' a\n ', ' a\nb\n ', 'a\n ', ' a\n  ', ' a\n\t'])(
  '%j, which ends with a line of white space, is read as it was',
  (text) => {
    const document = { spec: { '': [text, { text }] } }
    expect(readYaml(writeYaml(document))).toEqual(document)
    expect(readOld(writeYaml(document))).toEqual(document)
  },
)

test('any text and key is read as it was, by readers of YAML 1.1 too', () => {
  fc.assert(
    fc.property(anyText, anyText, (key, text) => {
      fc.pre(key !== '__proto__')
      const document = { spec: { [key]: [text, { [key]: text }], a: { [key]: [[text]] } } }
      expect(readYaml(writeYaml(document))).toEqual(document)
      expect(readOld(writeYaml(document))).toEqual(document)
    }),
    { numRuns: 1500 },
  )
})
