import { quote } from '../quote.ts'
import type { ExpressionCursor } from './expression-cursor.ts'
import type { DateUnit } from './parameter-part.ts'

/** A unit or a separator of a date format. */
export type FormatPiece = DateUnit | '-' | ':'

/** Longer units before those they begin with. */
const units: readonly DateUnit[] = ['yyyy', 'yy', 'mm', 'dd', 'hh24', 'hh12', 'hh', 'mi', 'ss']

/** Units that stand for a year, a month or a day. */
const dateUnits: ReadonlySet<FormatPiece> = new Set<FormatPiece>(['yyyy', 'yy', 'mm', 'dd'])

/** Whether a piece of a format is a unit of the time of the day. */
export function isTimeUnit(piece: FormatPiece): boolean {
  return piece !== '-' && piece !== ':' && !dateUnits.has(piece)
}

/**
 * Reads a format: units, with `-` or `:` between them. A `-` that no unit follows is not part of it: it begins an offset.
 */
export function readFormat(cursor: ExpressionCursor): readonly FormatPiece[] | undefined {
  const pieces: FormatPiece[] = []
  for (;;) {
    const separator = pieces.length > 0 ? separatorAt(cursor) : undefined
    const unit = unitAt(cursor, separator === undefined ? 0 : 1)
    if (unit === undefined) return pieces.length > 0 ? pieces : noFormat(cursor)
    if (separator !== undefined) {
      cursor.take(separator)
      pieces.push(separator)
    }
    cursor.take(unit)
    pieces.push(unit)
  }
}

function separatorAt(cursor: ExpressionCursor): '-' | ':' | undefined {
  return cursor.next === '-' || cursor.next === ':' ? cursor.next : undefined
}

function unitAt(cursor: ExpressionCursor, ahead: number): DateUnit | undefined {
  return units.find((unit) => cursor.startsWith(unit, ahead))
}

function noFormat(cursor: ExpressionCursor): undefined {
  const near = unitInCapitals(cursor)
  return cursor.fail({
    message: `The expression ${quote(cursor.text)} does not begin with a date format.`,
    hint: near ?? 'A format is made of yyyy, yy, mm, dd, hh24, hh12, mi and ss, with - or : between them.',
  })
}

/** What to write instead of a unit in capital letters, as Java has them. */
export function unitInCapitals(cursor: ExpressionCursor): string | undefined {
  const lower = cursor.text.slice(cursor.position, cursor.position + 4).toLowerCase()
  const unit = units.find((one) => lower.startsWith(one))
  if (unit === undefined) return undefined
  return 'Units are written in small letters: mm is the month, mi the minute, hh24 the hour.'
}
