/** Gives the text that stands for a parameter, by its name; the name as written when it has no value. */
type Fill = (written: string, name: string) => string

const parameter = /^\$(?:([1-9])|\{([1-9]\d{0,3})\})/

/**
 * Fills positional parameters into shell code where the shell would: not in single quotes, not in comments, and not
 * after a backslash.
 */
export function renderShell(code: string, fill: Fill): string {
  const rendered: string[] = []
  let isQuoted = false
  for (let position = 0; position < code.length; ) {
    const piece = pieceAt(code, position, isQuoted)
    if (piece === '"') isQuoted = !isQuoted
    const match = piece.startsWith('$') ? parameter.exec(piece) : null
    rendered.push(match === null ? piece : fill(piece, match[1] ?? match[2] ?? ''))
    position += piece.length
  }
  return rendered.join('')
}

/** What the shell reads as one from a position on: a parameter, a quoted text, a comment, or one character. */
function pieceAt(code: string, position: number, isQuoted: boolean): string {
  const character = code.charAt(position)
  if (character === '\\') return code.slice(position, position + 2)
  if (character === '$') return parameter.exec(code.slice(position, position + 8))?.[0] ?? character
  if (isQuoted) return character
  if (character === "'") return until(code, position, "'")
  const isComment = character === '#' && (position === 0 || /^\s$/.test(code.charAt(position - 1)))
  return isComment ? until(code, position, '\n') : character
}

/** The text up to an end, which belongs to it; to the end of the code when there is none. */
function until(code: string, position: number, end: string): string {
  const found = code.indexOf(end, position + 1)
  return code.slice(position, found === -1 ? code.length : found + 1)
}
