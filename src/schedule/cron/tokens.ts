import { showValue } from '../../diagnostics/show-value.ts'
import type { CronPiece, CronProblems } from './diagnostics.ts'

/** Splits text at a single character, keeping the place of every piece, empty ones too. */
export function splitPieces(piece: CronPiece, separator: string): readonly CronPiece[] {
  const pieces: CronPiece[] = []
  let start = 0
  for (;;) {
    const end = piece.text.indexOf(separator, start)
    const text = end === -1 ? piece.text.slice(start) : piece.text.slice(start, end)
    pieces.push({ text, column: piece.column + start })
    if (end === -1) return pieces
    start = end + 1
  }
}

const whitespace = /\s/

/**
 * Splits the text of a cron at white space. Only single spaces are certain to be understood by the service: several, or
 * some at the ends, are a warning; tabs, line breaks and other white space are an error.
 */
export function splitFields(text: string, problems: CronProblems): readonly CronPiece[] {
  const fields: CronPiece[] = []
  let surplus: CronPiece | undefined
  let foreign: CronPiece | undefined
  let position = 0
  while (position < text.length) {
    const start = position
    const isGap = whitespace.test(text.charAt(start))
    while (position < text.length && whitespace.test(text.charAt(position)) === isGap) position++
    const piece = { text: text.slice(start, position), column: start + 1 }
    if (!isGap) fields.push(piece)
    else if (/[^ ]/.test(piece.text)) foreign ??= piece
    else if (piece.text !== ' ' || start === 0 || position === text.length) surplus ??= piece
  }
  if (fields.length > 0) reportSpacing(fields, { surplus, foreign }, problems)
  return fields
}

interface Spacing {
  readonly surplus: CronPiece | undefined
  readonly foreign: CronPiece | undefined
}

function reportSpacing(fields: readonly CronPiece[], { surplus, foreign }: Spacing, problems: CronProblems): void {
  const spaced = fields.map((field) => field.text).join(' ')
  const hint = `Write ${showValue(spaced, spaced.length)}.`
  if (foreign !== undefined) {
    const message = `The cron has ${showValue(foreign.text)} beside its fields, where only a single space separates them.`
    problems.error({ piece: foreign, message, hint })
  } else if (surplus !== undefined) {
    const message = 'The cron has spaces beyond the single ones between its fields.'
    problems.warn('schedule/cron-spacing', { piece: surplus, message, hint })
  }
}
