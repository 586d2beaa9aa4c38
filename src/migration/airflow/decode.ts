import { isRecord } from '../../document/json/records.ts'
import type { NoteTaker } from '../note.ts'
import { type Fields, textOf } from '../reading/lenient.ts'
import { SourceFields } from '../reading/source-fields.ts'

/** Fields that hold moments; other numbers that are wrapped are durations. */
const moments: ReadonlySet<string> = new Set(['start_date', 'end_date'])

/**
 * A value without what Airflow wraps around it: `{ __var, __type }`. One level: what is inside is decoded when it is asked for.
 * A number of another kind than its field holds stays as it is, and is no number to those who ask for one.
 *
 * @param name - the field that holds it
 */
export function decoded(value: unknown, name?: string): unknown {
  if (!isRecord(value) || !Object.hasOwn(value, '__var')) return value
  const inner = value['__var']
  const kind = kindOf(value)
  const isNumber = name !== undefined && textOf(inner) !== undefined && typeof inner !== 'string'
  const expected = name !== undefined && moments.has(name) ? 'datetime' : 'timedelta'
  return isNumber && kind !== undefined && kind !== expected ? value : inner
}

/** The kind of a wrapped value, such as `timedelta`: the last word of its name. */
export function kindOf(value: unknown): string | undefined {
  const kind = isRecord(value) ? textOf(value['__type']) : undefined
  return kind?.split('.').at(-1)
}

/** The fields of an object of Airflow, whose values it wraps. */
export function airflowFields(fields: Fields, note: NoteTaker): SourceFields {
  return new SourceFields(fields, note, decoded)
}
