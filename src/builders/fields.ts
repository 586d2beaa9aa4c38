import type { EntityName } from '../language/generated/entity-name.ts'
import { entityTable } from '../language/generated/entity-table.ts'

/** The fields of a readonly type while they are still being filled in. */
export type Mutable<Fields> = { -readonly [Key in keyof Fields]: Fields[Key] }

type MaybeKeys<Fields> = { [Key in keyof Fields]: undefined extends Fields[Key] ? Key : never }[keyof Fields]

/** The fields that may be undefined become optional ones. */
type Defined<Fields> = Omit<Fields, MaybeKeys<Fields>> & {
  [Key in MaybeKeys<Fields>]?: Exclude<Fields[Key], undefined>
}

/** The fields that have a value, in the order they are written. */
export function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  const result: Partial<Fields> = {}
  for (const key in fields) if (fields[key] !== undefined) result[key] = fields[key]
  // Only keys without a value were left out, which is what the type says.
  return result as Defined<Fields>
}

/** The fields of an entity in the order of the schema, unknown ones last, whatever the order they were given in. */
export function orderFields<Fields extends object>(entity: EntityName, fields: Fields): Fields {
  const order = entityTable[entity].fields
  const rank = (field: string): number => {
    const index = order.indexOf(field)
    return index < 0 ? order.length : index
  }
  const sorted = Object.entries(fields).sort(([left], [right]) => rank(left) - rank(right))
  // The same keys and values, so the same type.
  return Object.fromEntries(sorted) as Fields
}

/**
 * A value of a document as the type it should have. What was read is only carried to the new document, whose check finds
 * what it is not; code that looks at it asks for its type first.
 */
export function asShape<Shape>(value: Readonly<Record<string, unknown>>): Shape
export function asShape(value: unknown): unknown {
  return value
}

/**
 * Keeps the place of a field whose value is known later: a key without a value. What is laid over a node, or stands in a
 * document that was read, has a value or no key.
 */
// @__NO_SIDE_EFFECTS__
export function keptPlace<Field extends string>(field: Field): { readonly [Key in Field]?: never } {
  return Object.defineProperty({}, field, { enumerable: true })
}

/** Whether the place of a field is kept in an object that may be changed. */
export function isKeptPlace<Fields extends object>(holder: Fields, field: keyof Fields): boolean {
  return Object.hasOwn(holder, field) && holder[field] === undefined && !Object.isFrozen(holder)
}
