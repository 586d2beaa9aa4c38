/** A piece of Python code: space and comments are none. */
export interface PythonPiece {
  readonly kind: 'text' | 'name' | 'sign'
  /** Of a text what it stands for, else as it is written. */
  readonly text: string
  /** Where it begins in the code; of a text, where its first character stands. */
  readonly at: number
  /** Of a text, where each of its characters stands in the code. */
  readonly places: readonly number[]
  /** Whether a text is known before the code runs: one with a letter such as `f` is put together then. */
  readonly isLiteral: boolean
}

const pattern =
  /(?<skipped>\s+|#[^\n]*|\\\r?\n)|(?<prefix>[rRuUbBfFtT]{0,2})(?<mark>'''|"""|'|")|(?<name>[\p{L}_][\p{L}\p{N}_]*)|./gsu

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['\n', ''],
])

function unescaped(character: string): string {
  return escapes.get(character) ?? (/['"\\]/.test(character) ? character : `\\${character}`)
}

interface ReadText {
  readonly text: string
  readonly places: readonly number[]
  readonly end: number
  readonly isClosed: boolean
}

/** The text behind its opening mark. One that does not end goes on to the end of its line, or of the code. */
function readText(code: string, start: number, mark: string, isRaw: boolean): ReadText {
  let text = ''
  const places: number[] = []
  for (let at = start; at < code.length; at += 1) {
    if (code.startsWith(mark, at)) return { text, places, end: at + mark.length, isClosed: true }
    const character = code.charAt(at)
    if (mark.length === 1 && character === '\n') return { text, places, end: at, isClosed: false }
    // In a raw text a backslash stays, and so does the mark behind it.
    const next = code.charAt(at + 1)
    const written = character !== '\\' ? character : isRaw ? character + next : unescaped(next)
    for (let left = written.length; left > 0; left -= 1) places.push(at)
    text += written
    if (character === '\\') at += 1
  }
  return { text, places, end: code.length, isClosed: false }
}

/** Cuts Python code into pieces; linear in it. */
export function pythonPieces(code: string): readonly PythonPiece[] {
  const pieces: PythonPiece[] = []
  const search = new RegExp(pattern)
  for (let found = search.exec(code); found !== null; found = search.exec(code)) {
    const { skipped, prefix = '', mark, name } = found.groups ?? {}
    if (skipped !== undefined) continue
    if (mark === undefined) {
      const kind = name === undefined ? 'sign' : 'name'
      pieces.push({ kind, text: found[0], at: found.index, places: [], isLiteral: false })
      continue
    }
    const start = found.index + found[0].length
    const { text, places, end, isClosed } = readText(code, start, mark, /r/i.test(prefix))
    pieces.push({ kind: 'text', text, at: start, places, isLiteral: isClosed && !/[bft]/i.test(prefix) })
    search.lastIndex = end
  }
  return pieces
}
