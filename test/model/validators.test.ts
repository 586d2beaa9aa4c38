import { Ajv } from 'ajv'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityTable } from '../../src/model/generated/entity-table.ts'
import type { ShallowError } from '../../src/model/shallow-validator.ts'
import { entityIn, entityInList, fieldsOf, language, type SchemaPart } from '../schema/support/language.ts'

/** The schema of an entity that takes any object where another entity belongs. */
function shallow(part: SchemaPart): object {
  const properties = fieldsOf(part).map(([field, schema]): [string, object] => {
    if (entityIn(schema) !== undefined) return [field, { type: 'object' }]
    if (entityInList(schema) !== undefined) return [field, { type: 'array', items: { type: 'object' } }]
    return [field, schema]
  })
  // Unknown fields are found by the list of fields, not by the validator.
  return { ...part, additionalProperties: true, properties: Object.fromEntries(properties) }
}

/** Values of which a good part is right for a field. */
function valueFor(part: SchemaPart): fc.Arbitrary<unknown> {
  const limits = [part.minimum, part.maximum].filter((limit) => limit !== undefined)
  return fc.oneof(
    fc.constantFrom('x', '1.1.0', '1.1', ...(part.enum ?? [])),
    fc.constantFrom(...limits.flatMap((limit) => [limit - 1, limit, limit + 1]), 0, 1, -1, 1.5, Number.NaN),
    fc.constantFrom(true, false, null, undefined),
    fc.constantFrom({}, { a: 1 }, [], [{}], [{}, { a: 1 }], [null], [[]], ['x']),
  )
}

const keyword = ({ keyword: name, instancePath, params }: ShallowError): string =>
  `${name} ${instancePath} ${JSON.stringify(params)}`

describe.each(Object.entries(entityTable))('%s', (name, { validate, fields, children }) => {
  const part = language[name] ?? {}
  const reference = new Ajv({ allErrors: true }).compile(shallow(part))

  test('has the fields of the schema, in its order', () => {
    expect(fields).toEqual(fieldsOf(part).map(([field]) => field))
  })

  test('has the children of the schema', () => {
    const expected = fieldsOf(part).flatMap(([field, schema]) => {
      const [one, many] = [entityIn(schema), entityInList(schema)]
      if (one !== undefined) return [[field, { entity: one, many: false }]]
      return many === undefined ? [] : [[field, { entity: many, many: true }]]
    })
    expect(Object.entries(children)).toEqual(expected)
  })

  test('is validated as ajv does it', () => {
    const parts = Object.fromEntries(fieldsOf(part).map(([field, schema]) => [field, valueFor(schema)]))
    const own = fc.dictionary(fc.string({ maxLength: 3 }), fc.constantFrom(1, null), { maxKeys: 1 })
    const entity = fc
      .tuple(fc.record(parts, { requiredKeys: [] }), own)
      .map(([known, extra]) => ({ ...extra, ...known }))
    fc.assert(
      fc.property(fc.oneof({ weight: 9, arbitrary: entity }, { weight: 1, arbitrary: fc.anything() }), (value) => {
        expect(validate(value)).toBe(reference(value))
        const errors = reference.errors ?? []
        expect((validate.errors ?? []).map(keyword).sort()).toEqual(errors.map(keyword).sort())
      }),
      { numRuns: 200 },
    )
  })
})

test('every entity of the schema has a row', () => {
  expect(Object.keys(entityTable)).toEqual(Object.keys(language))
})
