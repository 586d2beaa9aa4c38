import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { entities, schemaBundle } from 'flowspec/schema'
import { describe, expect, test } from 'vitest'
import { schemaFaults } from '../../check/faults/schema-faults.ts'
import { baseDocument } from '../../check/support/base-document.ts'
import { edited } from '../../check/support/edit.ts'
import { entityIn, entityInList, fieldsOf, language, type SchemaPart } from './support/language.ts'

const validate = new Ajv({ strict: true, allErrors: true }).compile(schemaBundle())

describe('the schema', () => {
  test('is a JSON Schema itself', () => {
    expect(new Ajv().validateSchema(schemaBundle())).toBe(true)
    expect(schemaBundle().$schema).toBe('http://json-schema.org/draft-07/schema#')
  })

  test('has a definition for every entity, and refers to no other', () => {
    expect(Object.keys(language)).toEqual(Object.keys(entities))
    for (const part of Object.values(language)) {
      for (const [, field] of fieldsOf(part)) {
        const held = entityIn(field) ?? entityInList(field)
        if (held !== undefined) expect(language).toHaveProperty(held)
      }
    }
  })

  test('says of every entity and field what it is, and lets no unknown field pass', () => {
    for (const [name, part] of Object.entries(language)) {
      expect(part.additionalProperties, name).toBe(false)
      expect(part.description, name).toMatch(/[.;]$/)
      for (const [field, schema] of fieldsOf(part)) expect(schema.description, `${name}.${field}`).toMatch(/\.$/)
    }
  })

  test('has a type for every field, so that null is never right by accident', () => {
    const hasType = (part: SchemaPart): boolean => part.type !== undefined || entityIn(part) !== undefined
    for (const [name, part] of Object.entries(language)) {
      for (const [field, schema] of fieldsOf(part)) expect(hasType(schema), `${name}.${field}`).toBe(true)
    }
  })

  test('is the file for editors', () => {
    const file = readFileSync(new URL('../../../src/language/generated/schema.json', import.meta.url), 'utf8')
    expect(file).toBe(`${JSON.stringify(schemaBundle(), undefined, 2)}\n`)
  })

  test('lets a correct document pass', () => {
    expect(validate(baseDocument), JSON.stringify(validate.errors)).toBe(true)
  })

  // What this library reads more kindly than JSON Schema can say, or what JSON cannot hold.
  const faults = schemaFaults.filter(([what, , rule]) => !what.includes('NaN') && rule !== 'schema/empty-text')
  test.each(faults)('finds %s', (_, edit) => {
    expect(validate(edited(baseDocument, edit))).toBe(false)
  })
})
