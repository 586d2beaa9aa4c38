import type { CronField } from './cron-field.ts'
import type { CronPiece, CronProblems } from './cron-problems.ts'
import { quote } from './quote.ts'

/** The full-width forms of the printable ASCII characters, which lie this far above them. */
const wideCharacter = /[\uFF01-\uFF5E]/g
const distance = 0xfee0

/**
 * Reports a field that holds full-width characters, as an input method for Chinese types them (`？` for `?`), and gives
 * it as it was meant, so that its other faults are found as well.
 */
export function narrowField(piece: CronPiece, field: CronField, problems: CronProblems): CronPiece {
  const text = piece.text.replace(wideCharacter, (wide) => String.fromCharCode(wide.charCodeAt(0) - distance))
  if (text === piece.text) return piece
  problems.error({
    field,
    place: piece,
    message: `The ${field.replaceAll('-', ' ')} ${quote(piece.text)} has full-width characters.`,
    hint: `Write ${quote(text)}.`,
  })
  return { text, column: piece.column }
}
