import { unescapeSegment } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/json/records.ts'
import { lookingSchemas, referred, type SchemaObject, schemasByName } from './in-place-schemas.ts'

const otherFields = ['additionalProperties', 'unevaluatedProperties'] as const
const itemFields = ['items', 'additionalItems', 'unevaluatedItems', 'contains'] as const

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    // The validator refuses the pattern; until then, it may mean any name.
    return true
  }
}

/** The schemas for a property of an object or an item of a list. */
function* schemasInside(schema: SchemaObject, segment: string): Generator<unknown, void, undefined> {
  for (const [name, each] of schemasByName(schema, 'properties')) if (name === segment) yield each
  for (const [pattern, each] of schemasByName(schema, 'patternProperties')) if (matches(pattern, segment)) yield each
  for (const field of otherFields) yield schema[field]
  for (const field of itemFields) {
    const items = schema[field]
    if (Array.isArray(items)) yield* items
    else yield items
  }
}

/** What a schema says of places among the parameters, whichever of its branches apply. */
export class SchemaPlaces {
  readonly #root: SchemaObject
  readonly #places = new Map<string, ReadonlySet<SchemaObject>>()
  readonly #secrets = new Map<string, boolean>()
  readonly #within = new Map<unknown, ReadonlySet<unknown>>()

  constructor(root: SchemaObject) {
    this.#root = root
  }

  /** Whether what stands at a JSON Pointer is only written: some branch says so, of it or of what it stands in. */
  isSecret(pointer: string): boolean {
    const known = this.#secrets.get(pointer)
    if (known !== undefined) return known
    let isSecret = false
    for (let end = 0; end >= 0 && !isSecret; end = nextEnd(pointer, end)) {
      isSecret = [...this.#schemasAt(pointer.slice(0, end))].some((schema) => schema['writeOnly'] === true)
    }
    this.#secrets.set(pointer, isSecret)
    return isSecret
  }

  /**
   * As much of a JSON Pointer as may be shown: inside of what is only written, the names that the schema itself has, and not
   * those that came with the parameters.
   */
  shown(pointer: string): string {
    for (let start = 0, end = nextEnd(pointer, 0); end >= 0; start = end, end = nextEnd(pointer, end)) {
      const place = pointer.slice(0, start)
      const segment = unescapeSegment(pointer.slice(start + 1, end))
      if (!/^\d{1,6}$/.test(segment) && this.isSecret(place) && !this.namesAt(place).has(segment)) return place
    }
    return pointer
  }

  /** The names of the properties that an object at a JSON Pointer may have, in some branch. */
  namesAt(pointer: string): ReadonlySet<string> {
    const schemas = [...this.#schemasAt(pointer)]
    return new Set(schemas.flatMap((schema) => schemasByName(schema, 'properties').map(([name]) => name)))
  }

  /** All schemas in the alternatives of a schema, and in what they refer to. */
  schemasWithin(alternatives: unknown): ReadonlySet<unknown> {
    const known = this.#within.get(alternatives)
    if (known !== undefined) return known
    const found = new Set<unknown>([alternatives])
    // What is added while the set is walked over is walked over, too.
    for (const each of found) {
      if (typeof each !== 'object' || each === null) continue
      for (const inner of Object.values(each)) if (typeof inner === 'object' && inner !== null) found.add(inner)
      if (isRecord(each)) found.add(referred(this.#root, each['$ref']))
    }
    this.#within.set(alternatives, found)
    return found
  }

  #schemasAt(pointer: string): ReadonlySet<SchemaObject> {
    let schemas = this.#places.get('') ?? lookingSchemas(this.#root, [this.#root])
    this.#places.set('', schemas)
    for (let start = 0, end = nextEnd(pointer, 0); end >= 0; start = end, end = nextEnd(pointer, end)) {
      const place = pointer.slice(0, end)
      const segment = unescapeSegment(pointer.slice(start + 1, end))
      const inside = [...schemas].flatMap((schema) => [...schemasInside(schema, segment)])
      schemas = this.#places.get(place) ?? lookingSchemas(this.#root, inside)
      this.#places.set(place, schemas)
    }
    return schemas
  }
}

/** Where the next segment of a JSON Pointer ends; -1 when there is none. */
function nextEnd(pointer: string, end: number): number {
  if (end >= pointer.length) return -1
  const next = pointer.indexOf('/', end + 1)
  return next < 0 ? pointer.length : next
}
