import { append, emptyWord, type ShellWord } from './shell-word.ts'

/** `<<EOF` and what follows it from the next line on. */
export interface HereDocument {
  /** The line behind its last one. */
  readonly end: string
  /** Whether tabs at the beginning of lines are left out. */
  readonly isIndented: boolean
  /** Whether all signs in it stand for themselves. */
  readonly isPlain: boolean
}

const opening =
  /<<(?<dash>-?)[ \t]*(?:'(?<single>[^'\n]*)'|"(?<double>[^"\n]*)"|(?<bare>[^\s;&|<>()'"]+(?:'[^'\n]*')?))/y

/** What opens a here-document at a place of the code, and where that ends; undefined for anything else. */
export function hereDocumentAt(code: string, at: number): readonly [HereDocument, number] | undefined {
  opening.lastIndex = at
  const found = code.startsWith('<<<', at) ? null : opening.exec(code)
  if (found === null) return undefined
  const { dash, single, double, bare } = found.groups ?? {}
  const end = single ?? double ?? bare?.replaceAll(/['\\]/g, '') ?? ''
  const isPlain = bare === undefined || /['\\]/.test(bare)
  return [{ end, isIndented: dash === '-', isPlain }, opening.lastIndex]
}

/** Where a here-document that begins at a place ends, and where the code goes on: behind its last line, or nowhere. */
export function endOfDocument(
  code: string,
  from: number,
  { end, isIndented }: HereDocument,
): readonly [number, number] {
  let at = from
  while (at < code.length) {
    const found = code.indexOf('\n', at)
    const to = found < 0 ? code.length : found
    const line = code.slice(at, to).replace(/\r$/, '')
    if ((isIndented ? line.replace(/^\t+/, '') : line) === end) return [at, to + 1]
    at = to + 1
  }
  return [code.length, code.length]
}

/** A here-document whose signs stand for themselves. */
export function plainDocument(
  code: string,
  from: number,
  to: number,
  isIndented: boolean,
  placeOf: (at: number) => number,
): ShellWord {
  const word = emptyWord()
  for (let at = from; at < to; at += 1) {
    const isFirst = at === from || code.charAt(at - 1) === '\n'
    if (isIndented && isFirst) while (at < to && code.charAt(at) === '\t') at += 1
    if (at < to) append(word, code.charAt(at), placeOf(at))
  }
  return word
}
