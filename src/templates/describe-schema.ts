import { isRecord } from '../document/is-record.ts'

const words: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  null: 'null',
}

/** The types of a schema in words; undefined when it does not say any. */
export function describeTypes(type: unknown): string | undefined {
  const types: readonly unknown[] = Array.isArray(type) ? type : [type]
  const found = types.map((name) => (typeof name === 'string' ? words[name] : undefined))
  return found.includes(undefined) ? undefined : found.join(' or ')
}

/** Values as a list of a sentence. */
export function listValues(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(', ') : ''
}

/** What values a schema takes, in a few words. */
export function describeSchema(schema: unknown): string {
  if (!isRecord(schema)) return 'a value'
  if (Array.isArray(schema['enum'])) return `one of ${listValues(schema['enum'])}`
  return describeTypes(schema['type']) ?? 'a value'
}
