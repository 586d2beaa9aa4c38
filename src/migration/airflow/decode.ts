import { isRecord } from '../../document/json/records.ts'
import type { NoteTaker } from '../note.ts'
import { type Fields, textOf } from '../reading/lenient.ts'
import { SourceFields } from '../reading/source-fields.ts'

/** A value without what Airflow wraps around it: `{ __var, __type }`. One level: what is inside is decoded when it is asked for. */
export function decoded(value: unknown): unknown {
  return isRecord(value) && Object.hasOwn(value, '__var') ? value['__var'] : value
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
