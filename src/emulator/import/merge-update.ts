import { type JsonObject, readObject } from '../wire/json.ts'
import { pickFields } from './fill-fields.ts'

/** Fields whose own fields are updated one by one. */
const mergedFields = ['script', 'trigger', 'strategy', 'datasource', 'runtimeResource'] as const

/** What is submitted, over what there is: fields that are absent or null stay as they are. */
export function mergeUpdate(before: JsonObject, submitted: JsonObject): JsonObject {
  const given = pickFields(submitted, Object.keys(submitted))
  const merged = mergedFields.flatMap((field) => {
    const object = readObject(given, field)
    return object === undefined ? [] : [[field, { ...readObject(before, field), ...object }] as const]
  })
  return { ...before, ...given, ...Object.fromEntries(merged) }
}
