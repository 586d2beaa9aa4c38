import { showValue } from '../../diagnostics/show-value.ts'
import { twoDigits } from '../clock-text.ts'
import type { ExpressionCursor } from './cursor.ts'
import type { DateUnit } from './part.ts'

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
    message: `The expression ${showValue(cursor.text)} does not begin with a date format.`,
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

const writers: Readonly<Record<DateUnit | '-' | ':', (date: Date) => string>> = {
  yyyy: (date) => String(date.getUTCFullYear()).padStart(4, '0'),
  yy: (date) => twoDigits(date.getUTCFullYear() % 100),
  mm: (date) => twoDigits(date.getUTCMonth() + 1),
  dd: (date) => twoDigits(date.getUTCDate()),
  hh24: (date) => twoDigits(date.getUTCHours()),
  hh12: (date) => twoDigits(date.getUTCHours() % 12 || 12),
  hh: (date) => twoDigits(date.getUTCHours() % 12 || 12),
  mi: (date) => twoDigits(date.getUTCMinutes()),
  ss: (date) => twoDigits(date.getUTCSeconds()),
  '-': () => '-',
  ':': () => ':',
}

/** Writes a wall clock, given as the milliseconds of a clock on UTC, in a format of a scheduling parameter. */
export function formatDate(wall: number, format: readonly (DateUnit | '-' | ':')[]): string {
  const date = new Date(wall)
  return format.map((piece) => writers[piece](date)).join('')
}
