import { type JsonObject, readField } from '../json/json-object.ts'

/** The fields of an object that have one of these names, without nulls. What the service does not know, it drops. */
export function pickFields(object: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.map((name) => [name, readField(object, name)]).filter(([, value]) => value !== undefined),
  )
}
