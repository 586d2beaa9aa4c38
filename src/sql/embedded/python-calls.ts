import type { ShellWord } from '../shell/shell-word.ts'
import { pythonPieces } from './python-pieces.ts'
import { pythonSql } from './python-sql.ts'
import { isSql, saysSql } from './said-sql.ts'
import type { ShellFindings } from './shell-findings.ts'

const names = /^(?:python|pypy)[\d.]*$/

/** Options of Python that the next word belongs to. Source: its manual, of the command line. */
const withValue: ReadonlySet<string> = new Set(['-W', '-X', '--check-hash-based-pycs'])

const ownInput: ReadonlySet<string> = new Set(['-', '/dev/stdin'])

/** Python that a program is given: code, a file of it, or what it reads. */
export type GivenPython = { readonly code: ShellWord } | { readonly file: ShellWord } | 'its input'

/** What Python is given to run; undefined for another program, and where it runs a module or is asked about itself. */
export function pythonOf(program: string, given: readonly ShellWord[]): GivenPython | undefined {
  if (!names.test(program)) return undefined
  const words = given.values()
  for (const word of words) {
    const { text } = word
    if (!text.startsWith('-') || text === '-') return ownInput.has(text) ? 'its input' : { file: word }
    if (/^-[a-zA-Z]*c$/.test(text)) return codeOf(words.next().value)
    if (/^(?:-m|-V|-h|--version|--help)/.test(text)) return undefined
    if (withValue.has(text)) words.next()
  }
  return 'its input'
}

const codeOf = (code: ShellWord | undefined): GivenPython | undefined => (code === undefined ? undefined : { code })

/** Finds the SQL in Python that shell code has: what PyODPS runs is read, and other SQL is told of. */
export function findPython(program: ShellWord, { text, places }: ShellWord, findings: ShellFindings): void {
  const read = new Set<number>()
  for (const { sql, language, at, places: inside } of pythonSql(text)) {
    const word = { text: sql, places: inside.map((place) => places[place] ?? places[at] ?? 0) }
    findings.text(word, { language, database: undefined })
    for (const place of inside) read.add(place)
  }
  const others = pythonPieces(text).filter((piece) => piece.kind === 'text' && !read.has(piece.places[0] ?? -1))
  if (others.some((piece) => isSql(piece.text) || saysSql(piece.text)))
    findings.fault(`SQL is given to '${program.text}', of which it is not known what it does with it`, program)
}
