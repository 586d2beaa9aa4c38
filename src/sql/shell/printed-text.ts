import { append, appendWord, emptyWord, partOf, type ShellWord } from './shell-word.ts'

/** How much a command may show: more is no SQL that anyone wrote. */
const longest = 500_000

const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\\', '\\'],
  ['"', '"'],
])

/** A text with the signs that its backslashes stand for. */
function escaped(word: ShellWord): ShellWord {
  const text = emptyWord()
  for (let at = 0; at < word.text.length; at += 1) {
    const sign = word.text.charAt(at) === '\\' ? escapes.get(word.text.charAt(at + 1)) : undefined
    append(text, sign ?? word.text.charAt(at), word.places[at] ?? 0)
    if (sign !== undefined) at += 1
  }
  return text
}

/** What `echo` shows. */
export function echoed(given: readonly ShellWord[]): ShellWord {
  const first = given.findIndex(({ text }) => !/^-[neE]+$/.test(text))
  const texts = first < 0 ? [] : given.slice(first)
  const hasEscapes = given.slice(0, Math.max(0, first)).some(({ text }) => text.includes('e'))
  const shown = emptyWord()
  for (const [at, word] of texts.entries()) {
    if (at > 0) append(shown, ' ', word.places[0] ?? shown.places.at(-1) ?? 0)
    appendWord(shown, hasEscapes ? escaped(word) : word)
  }
  const isWithoutEnd = given.slice(0, Math.max(0, first)).some(({ text }) => text.includes('n'))
  if (!isWithoutEnd) append(shown, '\n', shown.places.at(-1) ?? 0)
  return shown
}

/** How often `printf` uses a format: as long as there are values. */
function roundsOf(pieces: readonly string[], values: number): number {
  const count = pieces.filter((piece) => piece === '%s').length
  return count === 0 ? 1 : Math.max(1, Math.ceil(values / count))
}

/** What `printf` makes of its format; undefined where the format says more than `%s`. */
export function formatted(given: readonly ShellWord[]): ShellWord | undefined {
  const [format, ...values] = given[0]?.text === '--' ? given.slice(1) : given
  if (format === undefined || format.text.startsWith('-')) return undefined
  const text = escaped(format)
  const pieces = [...text.text.matchAll(/%[%s]?|[^%]+/g)]
  const signs = pieces.map(([piece]) => piece)
  const rounds = roundsOf(signs, values.length)
  if (signs.includes('%') || text.text.length * rounds > longest) return undefined
  const shown = emptyWord()
  const left = values.values()
  const pieceOf = (piece: string, at: number): ShellWord =>
    piece === '%s' ? (left.next().value ?? emptyWord()) : partOf(text, at, at + (piece === '%%' ? 1 : piece.length))
  for (let round = 0; round < rounds; round += 1)
    for (const { 0: piece, index } of pieces) appendWord(shown, pieceOf(piece, index))
  return shown
}
