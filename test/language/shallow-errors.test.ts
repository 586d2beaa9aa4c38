import { Ajv, type ValidateFunction } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityTable } from '../../src/language/generated/entity-table.ts'
import { type EntityShape, type ShallowError, shallowErrors } from '../../src/language/validate.ts'
import { entityIn, entityInList, fieldsOf, language, type SchemaPart } from './schema/support/language.ts'

type Fields = Readonly<Record<string, unknown>>

/** The schema of an entity that takes any object where another entity belongs. */
function shallow(part: SchemaPart): SchemaPart {
  const properties = fieldsOf(part).map(([field, schema]): [string, SchemaPart] => {
    if (entityIn(schema) !== undefined) return [field, { type: 'object' }]
    if (entityInList(schema) !== undefined) return [field, { type: 'array', items: { type: 'object' } }]
    return [field, schema]
  })
  return { ...part, properties: Object.fromEntries(properties) }
}

/** One value that is right for a field. */
function rightValue({ type, enum: words, pattern, minimum, maximum, items }: SchemaPart): fc.Arbitrary<unknown> {
  if (words !== undefined) return fc.constantFrom(...words)
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'))
  if (type === 'string') return fc.string({ maxLength: 5 })
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer') return fc.integer({ min: minimum ?? -5, max: maximum ?? 2 ** 31 - 1 })
  if (type === 'array') return fc.array(rightValue(items ?? {}), { maxLength: 3 })
  return fc.dictionary(fc.string({ maxLength: 3 }), fc.anything({ maxDepth: 1 }), { maxKeys: 2 })
}

const wrongTypes = fc.constantFrom<unknown>(null, undefined, true, 'x', '', '1.1', 0, -1, 1.5, -1.5, 1e9, {}, { a: 1 })
const numbers = fc.constantFrom<unknown>(Number.NaN, Infinity, -Infinity, -0, 2 ** 53, Number.MIN_VALUE, 5n)
const strange = fc.constantFrom<unknown>(Symbol.iterator, () => 1, new Date(0), new Map(), Object.create(null))
const lists = fc.constantFrom<unknown>([], [{}], [{}, { a: 1 }, 5], [null], [[]], ['x'], ['x', 1, 'y'], new Array(2))

/** Values near the edge of what is right for a field. */
function nearValue({ enum: words = [], minimum = 0, maximum = 0 }: SchemaPart): fc.Arbitrary<unknown> {
  const limits = [minimum, maximum].flatMap((limit) => [limit - 1, limit - 0.5, limit, limit + 0.5, limit + 1])
  const texts = words.flatMap((word) => [word, word.toLowerCase(), `${word} `, [word]])
  return fc.oneof(fc.constantFrom<unknown>(...limits, ...texts), wrongTypes, numbers, strange, lists)
}

/** Names that objects answer to although nobody gave them, and some that nothing answers to. */
const ownNames = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'a/b', 'a~b', '', '0'),
  fc.string({ maxLength: 3 }),
)

/** An object with own fields of any name, `__proto__` among them. */
function withOwn(known: object, own: readonly (readonly [string, unknown])[]): Fields {
  const copy = { ...known }
  for (const [name, value] of own) {
    Object.defineProperty(copy, name, { value, enumerable: true, configurable: true, writable: true })
  }
  return copy
}

/** Entities that are right, entities with some values that are not, and objects of any kind. */
function entities(part: SchemaPart): fc.Arbitrary<Fields> {
  const fields = fieldsOf(part)
  const right = fc.record(Object.fromEntries(fields.map(([field, schema]) => [field, rightValue(schema)])), {
    requiredKeys: [...(part.required ?? [])],
  })
  const near = fc.record(Object.fromEntries(fields.map(([field, schema]) => [field, nearValue(schema)])), {
    requiredKeys: [],
  })
  const some = fc.tuple(right, near, fc.subarray(fields.map(([field]) => field))).map(([base, others, replaced]) => ({
    ...base,
    ...Object.fromEntries(Object.entries(others).filter(([field]) => replaced.includes(field))),
  }))
  const own = fc.array(fc.tuple(ownNames, fc.constantFrom(1, null, undefined, {})), { maxLength: 2 })
  const more = fc.tuple(fc.oneof(right, near, some), own).map(([known, others]) => withOwn(known, others))
  return fc.oneof(right, more, fc.object({ key: fc.oneof(ownNames, fc.constantFrom(...fields.map(([name]) => name))) }))
}

const texts = (errors: readonly ShallowError[]): string[] =>
  errors.map(({ keyword, instancePath, params }) => `${keyword} ${instancePath} ${JSON.stringify(params)}`).sort()

function expectAlike(shape: EntityShape, validate: ValidateFunction, entity: Fields): void {
  const isValid = validate(entity)
  const errors = shallowErrors(shape, entity)
  expect(errors.length === 0).toBe(isValid)
  expect(texts(errors)).toEqual(texts(validate.errors ?? []))
}

describe.each(Object.entries(entityTable))('%s', (name, shape) => {
  const part = language[name] ?? {}
  const schema = shallow(part)
  const validate = new Ajv({ allErrors: true }).compile(schema)
  const fields = fieldsOf(schema)

  test('has the fields of the schema, in its order', () => {
    expect(shape.fields).toEqual(fieldsOf(part).map(([field]) => field))
  })

  test('has the children of the schema', () => {
    const expected = fieldsOf(part).flatMap(([field, schema]) => {
      const [one, many] = [entityIn(schema), entityInList(schema)]
      if (one !== undefined) return [[field, { entity: one, many: false }]]
      return many === undefined ? [] : [[field, { entity: many, many: true }]]
    })
    expect(Object.entries(shape.children)).toEqual(expected)
  })

  test('is validated as ajv does it', () => {
    fc.assert(fc.property(entities(schema), (entity) => expectAlike(shape, validate, entity)))
  })

  test('is validated as ajv does it with one field only', () => {
    const oneField = fc
      .constantFrom(...fields)
      .chain(([field, holds]) => fc.oneof(nearValue(holds), rightValue(holds)).map((value) => ({ [field]: value })))
    fc.assert(fc.property(oneField, (entity) => expectAlike(shape, validate, entity)))
  })
})

test('what an object inherits is not looked at', () => {
  const own = { name: { value: 'n', enumerable: true } }
  expect(shallowErrors(entityTable.Node, Object.create({ timeout: -1, mine: 1 }, own))).toEqual([])
})

test('every entity of the schema has a row', () => {
  expect(Object.keys(entityTable)).toEqual(Object.keys(language))
})
