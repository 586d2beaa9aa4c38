import { joinPointer } from '../diagnostics/json-pointer.ts'
import { addToGroup } from '../document/index/first-by-key.ts'
import { isRecord } from '../document/json/records.ts'
import { inPlaceSchemas, referred, type SchemaObject, schemasByName } from './in-place-schemas.ts'

/** Words of a schema whose schemas may name parameters that its `properties` do not: only `unevaluated…` sees those. */
const applicators = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else', '$ref', 'dependencies', 'dependentSchemas']
const sayings = ['additionalProperties', 'unevaluatedProperties']

/** The dialect that has `unevaluatedProperties`. */
const dialect = 'https://json-schema.org/draft/2019-09/schema'

const hasOwn = (schema: SchemaObject, names: readonly string[]): boolean =>
  names.some((name) => Object.hasOwn(schema, name))

/** Whether a schema takes objects with any fields, as a map is written. */
function isAnyObject(schema: SchemaObject): boolean {
  return schema['type'] === 'object' && !hasOwn(schema, ['properties', 'patternProperties', 'required', ...applicators])
}

/** A schema that says what some value is, as the only one, and all that look at the same value with it. */
interface Place {
  readonly schema: SchemaObject
  readonly inPlace: readonly SchemaObject[]
}

/** Whether unknown properties are a fault at a place: it names some, and leaves nothing open. */
function namesProperties({ inPlace }: Place): boolean {
  const isOpen = inPlace.some((schema) => isAnyObject(schema) || hasOwn(schema, sayings))
  return !isOpen && inPlace.some((schema) => hasOwn(schema, ['properties', 'patternProperties']))
}

/** The schemas of what stands inside of a value, in groups that may look at the same thing. */
function groupsInside({ inPlace }: Place): readonly (readonly unknown[])[] {
  const groups = new Map<string, unknown[]>()
  const patterns: unknown[] = []
  for (const schema of inPlace) {
    for (const [name, each] of schemasByName(schema, 'properties')) addToGroup(groups, `/${name}`, each)
    patterns.push(...schemasByName(schema, 'patternProperties').map(([, each]) => each))
    addToGroup(groups, 'rest', schema['additionalProperties'])
    const { items } = schema
    for (const [index, each] of Array.isArray(items) ? items.entries() : [['', items]]) {
      addToGroup(groups, `item ${index}`, each)
    }
  }
  // What a pattern finds may have a name as well.
  return patterns.some(isRecord) ? [[...groups.values(), patterns].flat()] : [...groups.values()]
}

/** What a schema that is nothing but a reference refers to: the schema that says what is there. */
function followed(root: SchemaObject, schema: SchemaObject): SchemaObject {
  const passed = new Set<SchemaObject>()
  let at = schema
  while (Object.keys(at).length === 1 && !passed.has(at)) {
    const target = referred(root, at['$ref'])
    if (!isRecord(target)) break
    passed.add(at)
    at = target
  }
  return at
}

/**
 * Finds the places of a schema where it alone says what is there. Where two schemas look at the same value from different
 * sides, neither knows the names of the other, so nothing is closed.
 */
function placesOf(root: SchemaObject): readonly Place[] {
  const schemas = new Set<SchemaObject>([root])
  const shared = new Set<SchemaObject>()
  const places: Place[] = []
  // What is added while the set is walked over is walked over, too.
  for (const schema of schemas) {
    const place = { schema, inPlace: [...inPlaceSchemas(root, [schema])] }
    places.push(place)
    for (const each of place.inPlace) if (each !== schema) shared.add(each)
    for (const group of groupsInside(place)) {
      const inside = group.filter(isRecord).map((each) => followed(root, each))
      for (const each of inside) {
        schemas.add(each)
        if (inside.length > 1) shared.add(each)
      }
    }
  }
  return places.filter(({ schema }) => !shared.has(schema))
}

/** Writes references to the short ids of draft 7, `$id: '#address'`, as pointers, for later drafts have no such ids. */
function pointToIds(root: object): void {
  const pointers = new Map<object, string>([[root, '#']])
  const byId = new Map<unknown, string>()
  // What is added while the map is walked over is walked over, too.
  for (const [each, pointer] of pointers) {
    for (const [key, inner] of Object.entries(each)) {
      if (typeof inner === 'object' && inner !== null) pointers.set(inner, joinPointer(pointer, key))
    }
    const id: unknown = Reflect.get(each, '$id')
    if (typeof id !== 'string' || !id.startsWith('#')) continue
    byId.set(id, pointer)
    Reflect.deleteProperty(each, '$id')
  }
  for (const each of pointers.keys()) {
    const pointer = byId.get(Reflect.get(each, '$ref'))
    if (pointer !== undefined) Reflect.set(each, '$ref', pointer)
  }
}

/**
 * A schema that refuses what it does not name, in nested objects as well, unless it says itself what becomes of the rest:
 * with `additionalProperties` where all names stand in `properties`, else with `unevaluatedProperties`.
 */
export function closeSchema(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const root: Record<string, unknown> = structuredClone(given)
  let needsDialect = false
  pointToIds(root)
  const closing = placesOf(root).filter((place) =>
    place.schema === root ? !hasOwn(root, sayings) : namesProperties(place),
  )
  for (const { schema } of closing) {
    const hasBranches = hasOwn(schema, applicators)
    Object.assign(schema, { [hasBranches ? 'unevaluatedProperties' : 'additionalProperties']: false })
    needsDialect ||= hasBranches
  }
  if (needsDialect && Object.hasOwn(root, '$schema')) root['$schema'] = dialect
  return root
}
