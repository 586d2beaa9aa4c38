import type { PageLanguage } from '../page-data.ts'

/** What a piece of code is; plain pieces have no colour. */
export type PieceKind = 'plain' | 'comment' | 'text' | 'number' | 'word' | 'parameter'

export interface Piece {
  readonly kind: PieceKind
  readonly text: string
}

const sqlWords =
  'add all alter and any array as asc begin between bigint binary boolean both by case cast cluster column comment commit constraint create cross cube current date datetime dbproperties decimal declare default delete desc describe distinct distribute double drop else end exists explain external false fetch float for from full function grant group grouping having if in index inner insert int into intersect interval is join lateral left lifecycle like limit map mapjoin merge natural not null nulls of offset on or order outer over overwrite partition partitioned primary range recursive replace returning revoke right rlike rollup row rows schema select semi set sets smallint sort stored string struct table tables tblproperties then timestamp tinyint to transform true truncate union unique update use using values varchar view when where window with'
const pythonWords =
  'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield'
const shellWords =
  'case do done elif else esac exit export fi for function if in local return select set shift then time trap unset until while'

interface Scanner {
  readonly pieces: RegExp
  readonly words: ReadonlySet<string>
  readonly foldsCase: boolean
}

const parameter = String.raw`(?<parameter>\$\{[^}\n]{0,100}\}|\$\[[^\]\n]{0,100}\]|@@\{[^}\n]{0,100}\})`
const number = String.raw`(?<number>\b\d[\w.]*)`
const word = String.raw`(?<word>[\p{L}_][\p{L}\p{N}_]*)`
/** A text that nobody closes goes on to the end of the code. */
const quoted = (quote: string): string => String.raw`${quote}(?:[^${quote}\\]|\\[\s\S])*${quote}?`

function scanner(comment: string, text: string, words: string, foldsCase = false): Scanner {
  const pieces = new RegExp([`(?<comment>${comment})`, parameter, `(?<text>${text})`, number, word].join('|'), 'gu')
  return { pieces, words: new Set(words.split(' ')), foldsCase }
}

const scanners: Readonly<Record<PageLanguage, Scanner | undefined>> = {
  sql: scanner(String.raw`--[^\n]*|/\*[\s\S]*?(?:\*/|$)`, [`'`, '"', '`'].map(quoted).join('|'), sqlWords, true),
  python: scanner(
    '#[^\\n]*',
    String.raw`"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|${quoted('"')}|${quoted("'")}`,
    pythonWords,
  ),
  shell: scanner(String.raw`(?<![^\s;])#[^\n]*`, String.raw`${quoted('"')}|'[^']*'?|\$[1-9@#*]`, shellWords),
  json: scanner('(?!)', quoted('"'), 'true false null'),
  text: undefined,
}

function kindOf(groups: Readonly<Record<string, string | undefined>>, { words, foldsCase }: Scanner): PieceKind {
  if (groups['comment'] !== undefined) return 'comment'
  if (groups['parameter'] !== undefined) return 'parameter'
  if (groups['text'] !== undefined) return 'text'
  if (groups['number'] !== undefined) return 'number'
  const found = groups['word'] ?? ''
  return words.has(foldsCase ? found.toLowerCase() : found) ? 'word' : 'plain'
}

/** Cuts code into pieces with a kind; together they are the code. What does not end ends with the code. */
export function highlight(code: string, language: PageLanguage): readonly Piece[] {
  const known = scanners[language]
  if (known === undefined) return [{ kind: 'plain', text: code }]
  const pieces: Piece[] = []
  let at = 0
  for (const { 0: text, index, groups = {} } of code.matchAll(known.pieces)) {
    if (index > at) pieces.push({ kind: 'plain', text: code.slice(at, index) })
    pieces.push({ kind: kindOf(groups, known), text })
    at = index + text.length
  }
  if (at < code.length) pieces.push({ kind: 'plain', text: code.slice(at) })
  return pieces
}
