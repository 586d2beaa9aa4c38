import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js'
import { sharedFile } from '../../../support/shared-folder.ts'

/** A document as the reference parser sees it: nulls left out, and integers of any size. */
function asParsed(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(asParsed)
  if (typeof value !== 'object' || value === null) return value
  const present = Object.entries(value).filter(([, held]) => held !== null && held !== undefined)
  return Object.fromEntries(present.map(([key, held]) => [key, asParsed(held)]))
}

/** What the official schema of version 2.0.0 says of documents. */
export function officialSchema(): (document: unknown) => readonly ErrorObject[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  for (const file of readdirSync(sharedFile('official-schema'))) {
    const schema: unknown = JSON.parse(readFileSync(sharedFile(`official-schema/${file}`), 'utf8'))
    if (typeof schema === 'object' && schema !== null) ajv.addSchema(schema, `classpath:spec/schema/${file}`)
  }
  const validate = ajv.getSchema('classpath:spec/schema/Specification.schema.json')
  if (validate === undefined) throw new Error('the official schema has no Specification.schema.json')
  return (document) => (validate(asParsed(document)) === true ? [] : (validate.errors ?? []))
}
