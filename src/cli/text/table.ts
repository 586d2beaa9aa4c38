import { printable } from '../../diagnostics/show-value.ts'
import { textWidth } from '../../diagnostics/text-width.ts'
import type { Palette } from './palette.ts'

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)))
}

/** Rows below a head, in columns that are as wide as what stands in them; each line is ended. */
export function table(head: readonly string[], rows: readonly (readonly string[])[], palette: Palette): string {
  const cells = rows.map((row) => row.map(printable))
  const widths = head.map(textWidth)
  for (const row of cells) {
    for (const [at, width] of widths.entries()) widths[at] = Math.max(width, textWidth(row[at] ?? ''))
  }
  const line = (row: readonly string[]): string =>
    row
      .map((cell, at) => padded(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd()
  return [palette.faint(line(head)), ...cells.map(line)].map((text) => `${text}\n`).join('')
}
