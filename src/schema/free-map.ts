import { type ObjectSchema, S } from 'fluent-json-schema'

/** A field that holds a map whose keys the language does not fix. */
export function freeMap(description: string): ObjectSchema {
  return S.object().additionalProperties(true).description(description)
}
