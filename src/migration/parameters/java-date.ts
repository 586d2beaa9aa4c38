import { parseParameter } from '../../schedule/parameters/parse.ts'
import { inTable } from '../reading/lenient.ts'

/** Units of a date as Java writes them, and as DataWorks does. */
const units: Readonly<Record<string, string>> = {
  yyyy: 'yyyy',
  yy: 'yy',
  MM: 'mm',
  dd: 'dd',
  HH: 'hh24',
  hh: 'hh12',
  mm: 'mi',
  ss: 'ss',
}

/** A part of a format: units that stand together, or text between them. */
interface Piece {
  readonly text: string
  readonly isDate: boolean
  /** Whether it has units of the clock alone. */
  readonly isClock: boolean
}

const pieceOfFormat = /yyyy|yy|MM|dd|HH|hh|mm|ss|'([^']*)'|([A-Za-z0-9+*])|([^A-Za-z0-9'+*])/g

/** What stands at one place of a format. */
function pieceOf([part, quoted, , separator]: RegExpExecArray): Piece {
  const unit = inTable(units, part)
  if (unit === undefined) return { text: quoted ?? separator ?? '', isDate: false, isClock: false }
  return { text: unit, isDate: true, isClock: /^[Hhms]/.test(part) }
}

/** Two pieces as one, where an expression of DataWorks can hold both. */
function joined(before: Piece | undefined, next: Piece): Piece | undefined {
  if (before?.isDate !== true) return undefined
  if (next.isDate) return { text: before.text + next.text, isDate: true, isClock: before.isClock && next.isClock }
  return /^[-:]$/.test(next.text) ? { ...before, text: before.text + next.text } : undefined
}

/** The pieces of a format; undefined for one with letters that DataWorks has no unit for. */
function piecesOf(format: string): readonly Piece[] | undefined {
  const pieces: Piece[] = []
  let end = 0
  for (const match of format.matchAll(pieceOfFormat)) {
    // A letter that is no unit, a number that moves nothing, or a quote that never ends.
    if (match[2] !== undefined || match.index !== end) return undefined
    end = match.index + match[0].length
    const piece = pieceOf(match)
    const both = joined(pieces.at(-1), piece)
    if (both === undefined) pieces.push(piece)
    else pieces[pieces.length - 1] = both
  }
  return end === format.length ? pieces : undefined
}

/** A date that is moved: by days, weeks, hours or minutes, or by months. */
export interface JavaDate {
  /** As `SimpleDateFormat` takes it: `yyyy-MM-dd`. */
  readonly format: string
  /** As DataWorks takes it behind a format: `-1`, `+7*2`, `-1/24`; empty for none. */
  readonly offset?: string
  /** As DataWorks takes it in add_months: `-1`, `12*2`. */
  readonly months?: string
}

/** `-` or `:` at the end of a piece is text when nothing of the date follows. */
function withTail({ text, isDate }: Piece): readonly [date: string, tail: string] {
  if (!isDate) return ['', text]
  const date = text.replace(/[-:]+$/, '')
  return [date, text.slice(date.length)]
}

/**
 * A date of the schedule time in the words of DataWorks: `yyyy-MM-dd` is `$[yyyy-mm-dd]`. What stands between the units
 * and is none of `-` and `:` becomes text between several expressions.
 *
 * @returns undefined for a format or an offset that DataWorks does not have
 */
export function scheduleTime({ format, offset = '', months }: JavaDate): string | undefined {
  const pieces = piecesOf(format)
  if (pieces === undefined || !pieces.some(({ isDate }) => isDate)) return undefined
  const isOfDays = /^[+-](?:7\*)?\d+$/.test(offset)
  const value = valueOfPieces(pieces, (date, isClock) => {
    // Whole days and months do not move the clock.
    if (isClock && (isOfDays || months !== undefined)) return `$[${date}]`
    return `$[${months === undefined ? date : `add_months(${date},${months})`}${offset}]`
  })
  if (isWhatWasMeant(value, isOfDays && offset !== '')) return value
  return offset === '-1' && months === undefined ? dayBefore(pieces) : undefined
}

function valueOfPieces(pieces: readonly Piece[], write: (date: string, isClock: boolean) => string): string {
  const texts = pieces.map((piece) => {
    const [date, tail] = withTail(piece)
    return date === '' ? tail : `${write(date, piece.isClock)}${tail}`
  })
  return texts.join('')
}

/** The day before, which is the business date: of that, months and years can be written alone. */
function dayBefore(pieces: readonly Piece[]): string | undefined {
  const value = valueOfPieces(pieces, (date, isClock) => (isClock ? `$[${date}]` : `\${${date}}`))
  return isWhatWasMeant(value, false) ? value : undefined
}

/** Days may move only what has days: DataWorks reads `$[yyyymm-1]` otherwise than it looks. */
function isWhatWasMeant(value: string, isMovedByDays: boolean): boolean {
  const { ok, parts } = parseParameter(value)
  if (!ok) return false
  return (
    !isMovedByDays ||
    parts.every((part) => part.kind !== 'date' || part.offsets.length === 0 || part.format.includes('dd'))
  )
}
