import { S } from 'fluent-json-schema'

/** A field that holds one entity of the language. The description sits beside the reference, where tools show it. */
export function reference(entity: string, description: string): S {
  return S.allOf([S.ref(`#/definitions/${entity}`)]).description(description)
}
