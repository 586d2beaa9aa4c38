import { type Diagnostic, template } from 'flowspec/templates'
import { type ExtendedSchema, type ObjectSchema, S } from 'fluent-json-schema'
import { describe, expect, test } from 'vitest'

type Schema = ObjectSchema | ExtendedSchema

function check(parameters: Schema, given: unknown): readonly Diagnostic[] {
  return template({ name: 't', parameters, build: () => 1 }).check(given)
}

/** A schema as JSON Schema writes it, for what fluent-json-schema has no words for. */
function raw(schema: object): Schema {
  const parameters: Schema = JSON.parse(JSON.stringify({ type: 'object', ...schema }))
  return parameters
}

const text = { type: 'string' }
const mode = S.object().prop('mode', S.string().enum(['once', 'daily']))
const isOnce = S.object().prop('mode', S.const('once')).required(['mode'])
const named = (name: string): ObjectSchema => S.object().prop(name, S.string()).required([name])

/** Each schema, parameters that it names and takes, and some with a misspelt name in place of `near`. */
const schemas: readonly (readonly [what: string, schema: Schema, good: object, bad: object, near: string])[] = [
  ['ifThen', mode.ifThen(isOnce, named('day')), { mode: 'once', day: '1' }, { mode: 'once', day: '1', dya: 1 }, 'day'],
  [
    'ifThenElse',
    mode.ifThenElse(isOnce, named('day'), named('hour')),
    { mode: 'daily', hour: '2' },
    { mode: 'daily', hour: '2', huor: 1 },
    'hour',
  ],
  [
    'anyOf',
    raw({ properties: { mode: text }, anyOf: [named('table'), named('query')].map((each) => each.valueOf()) }),
    { mode: 'x', table: 'a' },
    { table: 'a', tabel: 'b' },
    'table',
  ],
  [
    'both of anyOf',
    raw({ anyOf: [named('table'), named('query')].map((each) => each.valueOf()) }),
    { table: 'a', query: 'b' },
    { table: 'a', query: 'b', qurey: 'c' },
    'query',
  ],
  [
    'oneOf',
    raw({ oneOf: [named('table'), named('query')].map((each) => each.valueOf()) }),
    { query: 'a' },
    { query: 'a', qury: 'b' },
    'query',
  ],
  [
    'allOf',
    raw({ properties: { mode: text }, allOf: [{ properties: { owner: text } }, { properties: { team: text } }] }),
    { mode: 'x', owner: 'a', team: 'b' },
    { ownr: 'a' },
    'owner',
  ],
  [
    'allOf with $ref',
    raw({ definitions: { base: { properties: { owner: text } } }, allOf: [{ $ref: '#/definitions/base' }] }),
    { owner: 'a' },
    { onwer: 'a' },
    'owner',
  ],
  [
    'allOf with $ref of an $id',
    raw({ definitions: { base: { $id: '#base', properties: { owner: text } } }, allOf: [{ $ref: '#base' }] }),
    { owner: 'a' },
    { onwer: 'a' },
    'owner',
  ],
  [
    '$ref beside properties',
    raw({ $defs: { base: { properties: { owner: text } } }, $ref: '#/$defs/base', properties: { mode: text } }),
    { owner: 'a', mode: 'b' },
    { mode: 'b', onwer: 'a' },
    'owner',
  ],
  [
    'schema dependencies',
    raw({ properties: { card: text }, dependencies: { card: { properties: { address: text } } } }),
    { card: '1', address: 'a' },
    { card: '1', adress: 'a' },
    'address',
  ],
  [
    'dependent schemas',
    raw({ properties: { card: text }, dependentSchemas: { card: { properties: { address: text } } } }),
    { card: '1', address: 'a' },
    { card: '1', address: 'a', adress: 'a' },
    'address',
  ],
  [
    'alternatives in alternatives',
    raw({ anyOf: [{ oneOf: [{ allOf: [{ properties: { owner: text }, required: ['owner'] }] }] }] }),
    { owner: 'a' },
    { owner: 'a', ownner: 'b' },
    'owner',
  ],
  [
    'patterns beside alternatives',
    raw({ patternProperties: { '^x_': text }, anyOf: [{ properties: { owner: text } }] }),
    { x_1: 'a', owner: 'b' },
    { x_1: 'a', ownr: 'b' },
    'owner',
  ],
]

const within = (schema: Schema): Schema => {
  const { $schema: _, definitions, $defs, ...inner } = JSON.parse(JSON.stringify(schema.valueOf()))
  return raw({ definitions, $defs, properties: { deep: inner }, required: ['deep'] })
}
const inList = (schema: Schema): Schema => {
  const { $schema: _, definitions, $defs, ...inner } = JSON.parse(JSON.stringify(schema.valueOf()))
  return raw({ definitions, $defs, properties: { list: { type: 'array', items: inner } } })
}
const brief = (faults: readonly Diagnostic[]): unknown => faults.map(({ rule, path, hint }) => [rule, path, hint])

describe.each(schemas)('%s', (_, schema, good, bad, near) => {
  const unknown = Object.keys(bad).find((name) => !(name in good)) ?? ''
  const fault = (path: string): unknown => [['schema/unknown-field', `${path}/${unknown}`, `Did you mean "${near}"?`]]

  test('takes what it names, and tells what it does not', () => {
    expect(brief(check(schema, good))).toEqual([])
    expect(brief(check(schema, bad))).toEqual(fault(''))
  })

  test('does so in an object', () => {
    expect(brief(check(within(schema), { deep: good }))).toEqual([])
    expect(brief(check(within(schema), { deep: bad }))).toEqual(fault('/deep'))
  })

  test('does so in a list of objects', () => {
    expect(brief(check(inList(schema), { list: [good, good] }))).toEqual([])
    expect(brief(check(inList(schema), { list: [good, bad] }))).toEqual(fault('/list/1'))
  })
})

describe('what is said beside it', () => {
  const either = raw({ anyOf: [named('table'), named('query')].map((each) => each.valueOf()) })

  test.each<[string, Schema, object, unknown]>([
    [
      'one fault for alternatives of which none fits, and the name that no one knows',
      either,
      { qury: 'a' },
      [
        [
          'schema/value',
          '',
          'The parameters cannot be taken, but it takes an object with table or an object with query: it must match a schema in anyOf.',
        ],
        ['schema/unknown-field', '/qury', "There is no parameter 'qury'."],
      ],
    ],
    [
      'the value of a parameter in a condition, and not that it is unknown',
      mode.ifThen(isOnce, named('day')),
      { mode: 'once', day: 5 },
      [['schema/type', '/day', "Parameter 'day' is 5, but it takes text."]],
    ],
    [
      'a parameter of a condition that does not apply',
      mode.ifThen(isOnce, named('day')),
      { mode: 'daily', day: 'x' },
      [['schema/unknown-field', '/day', "Parameter 'day' is not taken together with the others."]],
    ],
    [
      'alternatives that refer to definitions, once',
      raw({
        definitions: { a: { required: ['a'], properties: { a: text } } },
        anyOf: [{ $ref: '#/definitions/a' }, { required: ['b'], properties: { b: text } }],
      }),
      { a: 5 },
      [
        [
          'schema/value',
          '',
          'The parameters cannot be taken, but it takes a value or an object with b: it must match a schema in anyOf.',
        ],
      ],
    ],
    ['nothing of a nested map', raw({ properties: { tags: { type: 'object' } } }), { tags: { any: 'x' } }, []],
    [
      'nothing of a nested object that says so',
      raw({ properties: { tags: { type: 'object', properties: { a: text }, additionalProperties: true } } }),
      { tags: { b: 'x' } },
      [],
    ],
    [
      'a nested parameter',
      raw({ properties: { target: { type: 'object', properties: { table: text } } } }),
      { target: { tabel: 'x' } },
      [['schema/unknown-field', '/target/tabel', "There is no parameter 'target/tabel'."]],
    ],
    [
      'nothing of an object that two schemas speak of',
      raw({
        properties: { target: { type: 'object', properties: { table: text } } },
        allOf: [{ properties: { target: { properties: { schema: text } } } }],
      }),
      { target: { table: 'a', schema: 'b' } },
      [],
    ],
    [
      'an object that holds itself',
      raw({
        definitions: {
          node: {
            type: 'object',
            properties: { name: text, inner: { type: 'array', items: { $ref: '#/definitions/node' } } },
          },
        },
        properties: { tree: { $ref: '#/definitions/node' } },
      }),
      { tree: { name: 'a', inner: [{ name: 'b', inner: [{ nmae: 'c' }] }] } },
      [['schema/unknown-field', '/tree/inner/0/inner/0/nmae', "There is no parameter 'tree/inner/0/inner/0/nmae'."]],
    ],
  ])('%s', (_, schema, given, expected) => {
    expect(check(schema, given).map(({ rule, path, message }) => [rule, path, message])).toEqual(expected)
  })

  test.each<[string, object, object, unknown]>([
    [
      'a pattern',
      { propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: text },
      { ABC: 'x', ok: 'y' },
      [['/ABC', "'ABC' cannot be a name, but it takes text that matches ^[a-z]+$."]],
    ],
    [
      'a length',
      { propertyNames: { maxLength: 3 }, additionalProperties: text },
      { long: 'x' },
      [['/long', "'long' cannot be a name, but it takes at most 3 characters."]],
    ],
    [
      'a list, in an object',
      {
        properties: {
          deep: { type: 'object', propertyNames: { enum: ['daily', 'hourly'] }, additionalProperties: text },
        },
      },
      { deep: { dialy: 'x' } },
      [['/deep/dialy', `'deep/dialy' cannot be a name, but it takes one of "daily", "hourly".`]],
    ],
    [
      'two patterns',
      { propertyNames: { anyOf: [{ pattern: '^a' }, { pattern: '^b' }] }, additionalProperties: text },
      { c: 'x' },
      [['/c', "'c' cannot be a name, but it takes a value: it must match a schema in anyOf."]],
    ],
    [
      'a slash in it',
      { propertyNames: { pattern: '^[a-z]+$' }, additionalProperties: text },
      { 'a/b': 'x' },
      [['/a~1b', "'a/b' cannot be a name, but it takes text that matches ^[a-z]+$."]],
    ],
  ])('a name that breaks %s is named', (_, schema, given, expected) => {
    expect(check(raw(schema), given).map(({ path, message }) => [path, message])).toEqual(expected)
  })

  test('the schema that is shown has the same words, in the dialect that knows them', () => {
    const shown = template({ name: 't', parameters: mode.ifThen(isOnce, named('day')), build: () => 1 }).parameters
    expect(shown).toMatchObject({
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      unevaluatedProperties: false,
    })
    expect(shown).not.toHaveProperty('additionalProperties')
  })

  test('a schema is compiled once, however often it is used', () => {
    let compiled = 0
    const formats = {
      get date(): (value: string) => boolean {
        compiled++
        return () => true
      },
    }
    const used = template({
      name: 't',
      parameters: mode.prop('day', S.string().format('date')),
      formats,
      build: () => 1,
    })
    expect(compiled).toBe(0)
    for (let count = 0; count < 100; count++) used.check({ mode: 'once', day: '1', other: count })
    expect(compiled).toBe(1)
  })
})
