import { type ArraySchema, S } from 'fluent-json-schema'

/** A field that holds a list of entities of the language. */
export function listOf(entity: string, description: string): ArraySchema {
  return S.array()
    .items(S.ref(`#/definitions/${entity}`))
    .description(description)
}
