import { expect, test } from 'vitest'
import { entityNotation } from '../../scripts/generate/entity-table.ts'
import type { SchemaPart } from '../../scripts/generate/language.ts'
import { readEntityShape, shallowErrors } from '../../src/language/validate.ts'

const entity = (properties: Readonly<Record<string, SchemaPart>>, others: object = {}): SchemaPart => ({
  type: 'object',
  additionalProperties: false,
  properties,
  ...others,
})

const node = { $ref: '#/definitions/Node' }

test.each<[what: string, schema: SchemaPart, notation: string]>([
  ['text', { type: 'string', description: 'Some words = more.' }, 'x'],
  ['words', { type: 'string', enum: ['T+1', 'a?b#c'] }, 'x=T+1|a?b#c'],
  ['a form', { type: 'string', pattern: '^[a-z]=\\d+$' }, 'x~^[a-z]=\\d+$'],
  ['true or false', { type: 'boolean' }, 'x?'],
  ['a whole number', { type: 'integer' }, 'x#'],
  ['one that begins at 0', { type: 'integer', minimum: 0 }, 'x#0..'],
  ['one that ends below 0', { type: 'integer', maximum: -1 }, 'x#..-1'],
  ['a map', { type: 'object', additionalProperties: true }, 'x:'],
  ['an entity', { allOf: [node], description: 'A node.' }, 'x:Node'],
  ['a list of entities', { type: 'array', items: node }, 'x:Node[]'],
  ['a list of texts', { type: 'array', items: { type: 'string' } }, 'x[]'],
  ['a list of words', { type: 'array', items: { type: 'string', enum: ['a', 'b'] } }, 'x=a|b[]'],
  ['a list of numbers', { type: 'array', items: { type: 'integer', minimum: 1, maximum: 2 } }, 'x#1..2[]'],
])('%s is written in a few signs', (_, schema, notation) => {
  expect(entityNotation('Thing', entity({ x: schema }))).toEqual([notation])
})

test('what the signs say is what is looked at', () => {
  const shape = readEntityShape('id! kind!=a|b[] size#..-1 on? nodes:Node[] by-name: form~^\\d$')
  expect(shape.fields).toEqual(['id', 'kind', 'size', 'on', 'nodes', 'by-name', 'form'])
  expect(shape.required).toEqual(['id', 'kind'])
  expect({ ...shape.children }).toEqual({ nodes: { entity: 'Node', many: true } })
  expect(shape.children['constructor']).toBeUndefined()
  const wrong = { kind: ['b', 'c'], size: 0, on: 1, nodes: [{}, 1], 'by-name': [], form: 'x', more: 1 }
  const found = shallowErrors(shape, wrong).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`)
  expect(found).toEqual([
    'required ',
    'enum /kind/1',
    'maximum /size',
    'type /on',
    'type /nodes/1',
    'type /by-name',
    'pattern /form',
    'additionalProperties ',
  ])
})

// A keyword that is left out of the table would be a promise of the schema that nobody keeps.
test.each<[what: string, schema: object, message: string]>([
  ['of text', { type: 'string', minLength: 1 }, 'minLength of Thing.x'],
  ['of words', { type: 'string', enum: ['a'], pattern: '^a$' }, 'pattern of Thing.x'],
  ['of numbers', { type: 'integer', multipleOf: 2 }, 'multipleOf of Thing.x'],
  [
    'of lists',
    { type: 'array', items: { type: 'string' }, minItems: 1, uniqueItems: true },
    'minItems, uniqueItems of',
  ],
  ['of the items of lists', { type: 'array', items: { type: 'string', format: 'uri' } }, 'format of Thing.x'],
  ['of maps', { type: 'object', properties: {}, additionalProperties: true }, 'properties of Thing.x'],
  ['beside an entity', { allOf: [node], minProperties: 1 }, 'minProperties of Thing.x'],
  ['beside a list of entities', { type: 'array', items: node, maxItems: 1 }, 'maxItems of Thing.x'],
  ['of a map of texts', { type: 'object', additionalProperties: { type: 'string' } }, 'what Thing.x holds'],
  ['of an object without fields', { type: 'object', additionalProperties: false }, 'what Thing.x holds'],
  ['of another type', { type: 'number' }, 'what Thing.x holds'],
  ['of several types', { type: ['string', 'integer'] }, 'what Thing.x holds'],
  ['of no type', { anyOf: [{ type: 'string' }] }, 'anyOf of Thing.x'],
  ['of lists of lists', { type: 'array', items: { type: 'array', items: { type: 'string' } } }, 'what Thing.x holds'],
  ['of lists of anything', { type: 'array' }, 'what Thing.x holds'],
  ['a word with a space', { type: 'string', enum: ['a b'] }, '"a b" of Thing.x'],
  ['a word with a bar', { type: 'string', enum: ['a|b'] }, '"a|b" of Thing.x'],
  ['a form that ends like a list', { type: 'string', pattern: '[]' }, '"[]" of Thing.x'],
])('the generator refuses what the table cannot hold: %s', (_, schema, message) => {
  expect(() => entityNotation('Thing', entity({ x: schema as SchemaPart }))).toThrow(
    `the table of entities has no notation for ${message}`,
  )
})

test('and an entity of another kind', () => {
  expect(() => entityNotation('Thing', entity({}, { minProperties: 1 }))).toThrow('minProperties of Thing')
  expect(() => entityNotation('Thing', entity({}, { additionalProperties: true }))).toThrow('but those it names')
  expect(() => entityNotation('Thing', entity({ 'a b': { type: 'string' } }))).toThrow('"a b" of Thing.a b')
})
