import { showValue } from '../../diagnostics/show-value.ts'
import { copyJson } from '../../document/json/json-copy.ts'
import { readJson } from '../../document/read-spec.ts'
import { reading } from '../../document/reading.ts'
import { refuseSource } from './source-problems.ts'

/**
 * What somebody gave as a source, as plain data: JSON text, or what was read of it.
 *
 * @throws FlowSpecError for text that is not JSON, and what JSON cannot hold
 */
export function givenSource(call: string, given: unknown): unknown {
  if (typeof given === 'string') return readJson(given)
  return reading(call, given, () => {
    const { value, notJson } = copyJson(given)
    if (typeof given === 'object' && given !== null && notJson === undefined) return value
    const what = notJson === undefined ? showValue(given) : `an object with what JSON cannot hold, at "${notJson}"`
    return refuseSource(
      `${call}(): the source is ${what}.`,
      'Give the JSON text of the export, or what was read of it.',
    )
  })
}
