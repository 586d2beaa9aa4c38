import { joinPointer } from '../../diagnostics/json-pointer.ts'
import { isEmpty, isRecord } from '../../document/json/records.ts'

/** Something of a document that files of the old Data Studio have no place for. */
export interface NotCarriedPart {
  /** JSON Pointer of it. */
  readonly path: string
  readonly message: string
}

/** Which fields are carried, or mean nothing there: true for all that a field holds, else which fields of it. */
export interface CarriedFields {
  readonly [field: string]: CarriedFields | true
}

/** The fields of a value that are not carried, each by its pointer; what holds nothing needs no place. */
export function leftFields(value: unknown, path: string, carried: CarriedFields | true): readonly string[] {
  if (carried === true || isEmpty(value)) return []
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, at) => {
      const place = joinPointer(path, at)
      if (isRecord(item)) return leftFields(item, place, carried)
      return isEmpty(item) ? [] : [place]
    })
  }
  if (!isRecord(value)) return [path]
  return Object.entries(value).flatMap(([field, held]) => {
    const inner = Object.hasOwn(carried, field) ? carried[field] : undefined
    const place = joinPointer(path, field)
    if (inner !== undefined) return leftFields(held, place, inner)
    return isEmpty(held) ? [] : [place]
  })
}
