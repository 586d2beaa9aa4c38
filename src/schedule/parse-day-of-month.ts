import type { FieldReader } from './field-reader.ts'
import { isWildcard } from './is-wildcard.ts'
import { parsePart } from './parse-part.ts'
import { sortedSet } from './sorted-set.ts'
import { splitPieces } from './split-pieces.ts'
import { wholeNumbers } from './whole-numbers.ts'

/** What a day of month says: numbered days, and whether the last day of the month is one too. */
export interface DayOfMonth {
  readonly days: readonly number[]
  readonly last: boolean
}

/** Reads a day of month: `*`, `?`, or a list in which `L` may stand. */
export function parseDayOfMonth(reader: FieldReader): DayOfMonth {
  const { token, spec } = reader
  if (isWildcard(token.text)) return { days: wholeNumbers(spec.min, spec.max), last: false }
  const days: number[] = []
  let last = false
  for (const part of splitPieces(token, ',')) {
    if (part.text === 'L') last = true
    else if (/^L[-+]/i.test(part.text)) {
      const fault = `${reader.describe(part, 'item')} counts back from the last day, which DataWorks cannot`
      reader.error(part, fault, 'L stands alone or in a list, as in 1,L.')
    } else days.push(...parsePart(part, reader))
  }
  return { days: sortedSet(days), last }
}
