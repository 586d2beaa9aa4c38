import { template } from 'flowspec/templates'
import type { ObjectSchema } from 'fluent-json-schema'
import { describe, expect, test } from 'vitest'

function check(schema: object, given: unknown): readonly object[] {
  const parameters: ObjectSchema = JSON.parse(JSON.stringify({ type: 'object', ...schema }))
  return template({ name: 't', parameters, build: () => 1 }).check(given)
}

const text = { type: 'string' }
const when = (condition: object, then: object): object =>
  Object.fromEntries([
    ['if', condition],
    ['then', then],
  ])

describe('a secret', () => {
  const secret = { type: 'string', writeOnly: true, minLength: 50 }
  const value = 'hunter2-secret'

  test.each<[string, object, unknown]>([
    ['text', { properties: { p: secret } }, { p: value }],
    ['of a list of words', { properties: { p: { ...secret, enum: [`${value}x`, 'other'] } } }, { p: value }],
    [
      'in an object',
      { properties: { p: { type: 'object', writeOnly: true, properties: { a: { type: 'integer' } } } } },
      { p: { a: value } },
    ],
    [
      'deep in an object',
      { properties: { p: { writeOnly: true, properties: { a: { properties: { b: { type: 'integer' } } } } } } },
      { p: { a: { b: value } } },
    ],
    [
      'in a list',
      { properties: { p: { type: 'array', writeOnly: true, items: { type: 'integer' } } } },
      { p: [value] },
    ],
    ['of a list of secrets', { properties: { p: { type: 'array', items: secret } } }, { p: [value] }],
    [
      'of a tuple',
      {
        properties: { p: { type: 'array', minItems: 2, additionalItems: false, items: [{ type: 'integer' }, secret] } },
      },
      { p: [1, value] },
    ],
    ['in anyOf', { properties: { p: { anyOf: [secret, { type: 'integer' }] } } }, { p: value }],
    ['in oneOf', { properties: { p: { oneOf: [secret, { type: 'integer' }] } } }, { p: value }],
    [
      'in allOf',
      { properties: { p: { allOf: [{ writeOnly: true }, { type: 'string', maxLength: 2 }] } } },
      { p: value },
    ],
    ['by reference', { definitions: { s: secret }, properties: { p: { $ref: '#/definitions/s' } } }, { p: value }],
    [
      'said by a branch',
      { properties: { p: { type: 'integer' } }, anyOf: [{ properties: { p: { writeOnly: true } } }, {}] },
      { p: value },
    ],
    [
      'said by a then',
      {
        properties: { m: text, p: { type: 'integer' } },
        ...when({ properties: { m: { const: 'x' } } }, { properties: { p: { writeOnly: true } } }),
      },
      { m: 'y', p: value },
    ],
    [
      'said by an if',
      { properties: { p: { type: 'integer' } }, ...when({ properties: { p: { writeOnly: true, const: 1 } } }, {}) },
      { p: value },
    ],
    ['in a map', { properties: { m: { type: 'object', additionalProperties: secret } } }, { m: { any: value } }],
    ['of a pattern', { patternProperties: { '^pass': secret } }, { password: value }],
    [
      'of a dependency',
      {
        properties: { p: { type: 'integer' }, q: text },
        dependencies: { q: { properties: { p: { writeOnly: true } } } },
      },
      { q: '', p: value },
    ],
    [
      'that is a key',
      { properties: { p: { type: 'object', writeOnly: true, properties: { a: text } } } },
      { p: { [value]: 1 } },
    ],
    [
      'that is a wrong key',
      { properties: { p: { type: 'object', writeOnly: true, propertyNames: { maxLength: 2 } } } },
      { p: { [value]: 1 } },
    ],
    ['of a constant', { properties: { p: { writeOnly: true, const: 'x' } } }, { p: value }],
    [
      'with a key of a map',
      { properties: { p: { type: 'object', writeOnly: true, additionalProperties: { type: 'integer' } } } },
      { p: { [value]: 'x' } },
    ],
    [
      'with a key of a map in a map',
      { properties: { p: { writeOnly: true, additionalProperties: { properties: { a: { type: 'integer' } } } } } },
      { p: { [value]: { a: 'x' } } },
    ],
    [
      'with a key of a map whose value lacks a field',
      { properties: { p: { writeOnly: true, additionalProperties: { type: 'object', required: ['a'] } } } },
      { p: { [value]: {} } },
    ],
    [
      'with a key of a map of what JSON cannot hold',
      { properties: { p: { type: 'object', writeOnly: true } } },
      { p: { [value]: new Date(0) } },
    ],
    ['that is multiplied', { properties: { p: { type: 'number', writeOnly: true, multipleOf: 7 } } }, { p: 424_243 }],
  ])('%s is in no fault', (_, schema, given) => {
    const faults = check(schema, given)
    expect(faults.length).toBeGreaterThan(0)
    expect(JSON.stringify(faults)).not.toMatch(/hunter2|424243/)
  })

  test('leaves its neighbours readable', () => {
    const schema = { properties: { p: secret, q: { type: 'integer' } } }
    expect(JSON.stringify(check(schema, { p: value, q: 'seen' }))).toContain('seen')
  })
})
