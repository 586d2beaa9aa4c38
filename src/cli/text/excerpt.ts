import { printable } from '../../diagnostics/show-value.ts'
import { cutToWidth, textWidth } from '../../diagnostics/text-width.ts'
import type { Palette } from './palette.ts'

/** More columns of a line than these say nothing of a place in it. */
const longestLine = 110

/** How many characters of a long line stand before the place. */
const before = 40

/**
 * The line of a place, and a caret below it.
 *
 * @returns nothing where the text has no such line
 */
export function excerpt(text: string, line: number, column: number, palette: Palette): readonly string[] {
  const whole = text.split('\n', line)[line - 1]?.replace(/\r$/, '').replaceAll('\t', ' ')
  if (whole === undefined) return []
  const start = textWidth(whole) <= longestLine ? 0 : Math.max(0, column - 1 - before)
  const shown = printable(`${start > 0 ? '…' : ''}${cutToWidth(whole.slice(start), longestLine)}`)
  const ahead = printable(`${start > 0 ? '…' : ''}${whole.slice(start, column - 1)}`)
  const number = String(line).padStart(5)
  return [
    `${palette.faint(`${number} │`)} ${shown}`,
    `${palette.faint(`${' '.repeat(number.length)} │`)} ${' '.repeat(textWidth(ahead))}${palette.error('^')}`,
  ]
}
