import { type ArraySchema, type ObjectSchema, S } from 'fluent-json-schema'

/** A field that holds one entity of the language. The description sits beside the reference, where tools show it. */
export function reference(entity: string, description: string): S {
  return S.allOf([S.ref(`#/definitions/${entity}`)]).description(description)
}

/** A field that holds a list of entities of the language. */
export function listOf(entity: string, description: string): ArraySchema {
  return S.array()
    .items(S.ref(`#/definitions/${entity}`))
    .description(description)
}

/** A field that holds a map whose keys the language does not fix. */
export function freeMap(description: string): ObjectSchema {
  return S.object().additionalProperties(true).description(description)
}
