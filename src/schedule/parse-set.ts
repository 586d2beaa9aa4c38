import type { FieldReader } from './field-reader.ts'
import { parsePart } from './parse-part.ts'
import { sortedSet } from './sorted-set.ts'
import { splitPieces } from './split-pieces.ts'

/** The values of a field that holds only numbers and names: sorted, each once. */
export function parseSet(reader: FieldReader): readonly number[] {
  return sortedSet(splitPieces(reader.token, ',').flatMap((part) => parsePart(part, reader)))
}
