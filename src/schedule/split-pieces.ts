import type { CronPiece } from './cron-problems.ts'

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
