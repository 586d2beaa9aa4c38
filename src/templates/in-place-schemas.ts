import { unescapeSegment } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/json/records.ts'

/** A schema that is an object; `true` and `false` are not looked at. */
export type SchemaObject = Readonly<Record<string, unknown>>

const lists = ['allOf', 'anyOf', 'oneOf'] as const
const singles = ['then', 'else'] as const
const conditions = ['if', 'not'] as const
const byProperty = ['dependencies', 'dependentSchemas'] as const

/** What `$ref` of a schema means, if it points into the same schema. */
export function referred(root: SchemaObject, reference: unknown): unknown {
  if (typeof reference !== 'string' || !/^#(?:\/|$)/.test(reference)) return undefined
  let found: unknown = root
  for (const segment of reference.split('/').slice(1)) {
    const key = unescapeSegment(segment)
    found =
      typeof found === 'object' && found !== null && Object.hasOwn(found, key) ? Reflect.get(found, key) : undefined
  }
  return found
}

/** The schemas in a schema that say of the same value what it may be, in whichever case. */
function* inPlace(root: SchemaObject, schema: SchemaObject): Generator<unknown, void, undefined> {
  for (const key of lists) {
    const list = schema[key]
    if (Array.isArray(list)) yield* list
  }
  for (const key of singles) yield schema[key]
  for (const key of byProperty) {
    const schemas = schema[key]
    if (isRecord(schemas)) yield* Object.values(schemas)
  }
  yield referred(root, schema['$ref'])
}

/** Schemas and all in them that say of the same values what they may be: branches, and what they refer to. */
export function inPlaceSchemas(root: SchemaObject, schemas: Iterable<unknown>): ReadonlySet<SchemaObject> {
  const found = new Set<SchemaObject>()
  for (const schema of schemas) if (isRecord(schema)) found.add(schema)
  // What is added while the set is walked over is walked over, too.
  for (const schema of found) for (const each of inPlace(root, schema)) if (isRecord(each)) found.add(each)
  return found
}

/** The same, and the schemas of conditions, which only look at the values. */
export function lookingSchemas(root: SchemaObject, schemas: Iterable<unknown>): ReadonlySet<SchemaObject> {
  const found = new Set(inPlaceSchemas(root, schemas))
  for (const schema of found) {
    const looking = conditions.map((key) => schema[key])
    for (const each of inPlaceSchemas(root, looking)) found.add(each)
  }
  return found
}

/** The entries of a field that holds schemas by name. */
export function schemasByName(schema: SchemaObject, field: 'properties' | 'patternProperties'): [string, unknown][] {
  const schemas = schema[field]
  return isRecord(schemas) ? Object.entries(schemas) : []
}
