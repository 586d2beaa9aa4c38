import fc from 'fast-check'
import { readSpec, workflow, writeJson } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from './support/arbitrary-document.ts'
import { withShuffledKeys } from './support/shuffled-keys.ts'

const line = (document: object): string => writeJson(document, { indent: 0 })

class Described {
  readonly type = 'x'
  readonly name: string
  readonly metadata: object

  constructor(name: string, metadata: object) {
    this.name = name
    this.metadata = metadata
  }
}

describe('the text of a document', () => {
  test('has the fields of entities in the order of the schema, then all other keys sorted', () => {
    const document = {
      zebra: { b: 1, a: [{ d: 1, c: 2 }] },
      spec: { workflows: [{ nodes: [{ name: 'n', id: 'i', yak: 1, ant: 2 }], script: { path: 'w' }, name: 'w' }] },
      alpha: 1,
      metadata: { y: { n: 1, m: 2 }, x: 1 },
      version: '1.1.0',
      kind: 'CycleWorkflow',
    }
    expect(line(document)).toBe(
      '{"kind":"CycleWorkflow","version":"1.1.0","metadata":{"x":1,"y":{"m":2,"n":1}},' +
        '"spec":{"workflows":[{"script":{"path":"w"},"name":"w","nodes":[{"id":"i","name":"n","ant":2,"yak":1}]}]},' +
        '"alpha":1,"zebra":{"a":[{"c":2,"d":1}],"b":1}}',
    )
  })

  test('has two spaces a level unless told otherwise, and no line break at its end', () => {
    const document = { version: '1.1.0', kind: 'Node', big: 10n ** 20n, spec: {} }
    const plain = { version: '1.1.0', kind: 'Node', spec: {} }
    expect(writeJson(plain)).toBe('{\n  "kind": "Node",\n  "version": "1.1.0",\n  "spec": {}\n}')
    expect(writeJson(document)).toBe(
      '{\n  "kind": "Node",\n  "version": "1.1.0",\n  "spec": {},\n  "big": 100000000000000000000\n}',
    )
    expect(writeJson(plain, { indent: 4 })).toBe('{\n    "kind": "Node",\n    "version": "1.1.0",\n    "spec": {}\n}')
    expect(line(plain)).toBe('{"kind":"Node","version":"1.1.0","spec":{}}')
  })

  test.each<[string, object, string]>([
    ['nothing', {}, '{}'],
    ['a list', [{ b: 1 }], '[{"b":1}]'],
    ['bigints among numbers', { a: 7635763838174670470n, b: 1, c: -5n }, '{"a":7635763838174670470,"b":1,"c":-5}'],
    ['values JSON has not', { a: undefined, b: () => 1, c: Number.NaN, d: [undefined] }, '{"c":null,"d":[null]}'],
    [
      'the same beside a bigint',
      { a: undefined, b: () => 1, c: Number.NaN, d: [undefined, 1n] },
      '{"c":null,"d":[null,1]}',
    ],
    [
      'a list with a JSON of its own',
      { metadata: { at: Object.assign([1], { toJSON: () => 2 }) } },
      '{"metadata":{"at":[1]}}',
    ],
    ['keys of a schema behind others', { spec: { zebra: 1, id: 'i' } }, '{"spec":{"id":"i","zebra":1}}'],
    ['other keys that are not sorted', { spec: { id: 'i', b: 1, a: 2 } }, '{"spec":{"id":"i","a":2,"b":1}}'],
    ['a hole in a list', { a: Object.assign([1], { 2: 3 }) }, '{"a":[1,null,3]}'],
    ['a date', { metadata: { at: new Date(0) } }, '{"metadata":{"at":"1970-01-01T00:00:00.000Z"}}'],
    ['a number as an object', { metadata: { at: Object(5) } }, '{"metadata":{"at":5}}'],
    [
      'an object with a JSON of its own',
      { spec: { toJSON: () => ({ type: 'x', name: 'n' }) } },
      '{"spec":{"name":"n","type":"x"}}',
    ],
    [
      'keys of no prototype',
      Object.assign(Object.create(null), { spec: {}, kind: 'Node' }),
      '{"kind":"Node","spec":{}}',
    ],
    ['a list where an entity belongs', { spec: [{ type: 'x', name: 'n' }] }, '{"spec":[{"name":"n","type":"x"}]}'],
    [
      'an object of a class where an entity belongs, and elsewhere',
      { spec: new Described('n', { own: new Described('m', {}) }) },
      '{"spec":{"name":"n","type":"x","metadata":{"own":{"type":"x","name":"m","metadata":{}}}}}',
    ],
    ['text where a list belongs', { spec: { workflows: 'x', name: 'n' } }, '{"spec":{"name":"n","workflows":"x"}}'],
    ['keys that look like places', { 10: 1, 9: 2, b: 3, a: 4 }, '{"9":2,"10":1,"a":4,"b":3}'],
    ['the key __proto__', JSON.parse('{"a":1,"__proto__":{"b":1}}'), '{"__proto__":{"b":1},"a":1}'],
  ])('of %s', (_, document, text) => {
    expect(line(document)).toBe(text)
  })

  test('of a builder is that of what it builds', () => {
    const orders = workflow('orders').cron('00 02 00 * * ?')
    expect(writeJson(orders)).toBe(writeJson(orders.build()))
  })

  test('keeps one object that stands at several places', () => {
    const shared = { b: 1, a: 2 }
    expect(line({ x: shared, y: [shared, shared] })).toBe('{"x":{"a":2,"b":1},"y":[{"a":2,"b":1},{"a":2,"b":1}]}')
  })
})

describe('a document that cannot be written', () => {
  const variable: Record<string, unknown> = { name: 'v' }
  variable['referenceVariable'] = variable
  const map: Record<string, unknown> = { id: 10n ** 20n }
  map['again'] = [map, map]

  test.each<[string, object]>([
    ['contains itself where entities stand', { spec: { variables: [variable] } }],
    ['contains itself in a free map, beside a bigint', { metadata: map }],
    ['is what it contains', Object.assign([], { 0: map })],
  ])('%s', (_, document) => {
    expect(() => writeJson(document)).toThrow(TypeError)
    expect(() => writeJson(document)).toThrow('contains itself')
  })

  test('is nested deeper than the platform can write', () => {
    let deep: unknown = 1
    for (let level = 0; level < 200_000; level++) deep = { deep }
    expect(() => writeJson({ metadata: { deep } })).toThrow('document/too-deep')
  })
})

describe('reading what was written', () => {
  test('gives the document back, unknown fields and bigints included', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.constantFrom(0, 2), (document, indent) => {
        expect(readSpec(writeJson(document, { indent }))).toEqual(document)
      }),
      { numRuns: 500 },
    )
  })

  test('gives the same text again, whatever the order of the keys', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.infiniteStream(fc.nat()), (document, random) => {
        const shuffled = withShuffledKeys(document, random)
        expect(shuffled).toEqual(document)
        expect(writeJson(shuffled)).toBe(writeJson(document))
      }),
      { numRuns: 500 },
    )
  })

  test('works at the deepest nesting that is read', () => {
    const text = `{"a":${'[{"z":1,"a":'.repeat(499)}9007199254740993${'}]'.repeat(499)}}`
    const document = readSpec(text)
    const written = line(document)
    expect(readSpec(written)).toEqual(document)
    expect(written).toBe(`{"a":${'[{"a":'.repeat(499)}9007199254740993${',"z":1}]'.repeat(499)}}`)
  })

  test('does not change what is written', () => {
    const frozen = Object.freeze({ version: '1.1.0', kind: 'Node', spec: Object.freeze({ nodes: Object.freeze([]) }) })
    expect(line(frozen)).toBe('{"kind":"Node","version":"1.1.0","spec":{"nodes":[]}}')
    expect(Object.keys(frozen)).toEqual(['version', 'kind', 'spec'])
  })
})
