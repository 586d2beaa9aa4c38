import { isRecord } from '../../document/is-record.ts'
import json from '../../document/lossless-json.cjs'
import { parseJson } from '../../document/parse-json.ts'
import type { EntityFields, EntityState } from './entity-state.ts'

/** The fields that a JSON text holds; undefined for any other text. */
function fieldsIn(text: unknown): EntityFields | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const value = parseJson(text)
    return isRecord(value) ? value : undefined
  } catch (error) {
    // A content that is no JSON is none that could say what the other fields say; it stays as it is.
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/**
 * What the script of a function holds as content: its other fields as JSON text, for there are readers of either. In a
 * content that was read, what was set is replaced.
 *
 * @param entity - the function without its script
 * @returns undefined when the content stays what it is
 */
export function functionContent({ base, fields }: EntityState, entity: EntityFields): string | undefined {
  if (base === undefined) return json.stringify(entity)
  const script = base['script']
  const before = isRecord(script) && Object.keys(fields).length > 0 ? fieldsIn(script['content']) : undefined
  return before && json.stringify({ ...before, ...fields })
}
