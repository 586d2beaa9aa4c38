import { namesClient } from '../programs/sql-clients.ts'

const names = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/**
 * Programs and words of the shell that show, keep or compare what they are given, and read nothing. Source: the Bash manual, and
 * those of the GNU coreutils.
 */
const unreading: ReadonlySet<string> = names(
  '[ [[ : alias basename break case cd chmod chown command continue cp date declare dirname echo exit export expr false for function getopts hash ' +
    'install kill let ln local logger ls mkdir mktemp mv popd printf pushd pwd readonly return rm rmdir select seq set shift shopt sleep ' +
    'source . test touch true type typeset ulimit umask unalias unset wait which',
)

/** Those that read what they are given, but run nothing of it. */
const reading: ReadonlySet<string> = names(
  'awk cat cmp comm cut diff egrep expand fgrep fold gawk grep head join md5sum nl od paste rev sed sha256sum shuf sort split tac ' +
    'tail tee tr uniq wc xxd',
)

/** Those that put what they read into variables. */
const keeping: ReadonlySet<string> = names('mapfile read readarray')

/** What a program does with what it is given to read. */
export type Reading = 'nothing' | 'shows' | 'keeps' | 'unknown'

export function readingOf(program: string): Reading {
  const name = program.slice(program.lastIndexOf('/') + 1)
  if (unreading.has(name)) return 'nothing'
  if (reading.has(name)) return 'shows'
  return keeping.has(name) ? 'keeps' : 'unknown'
}

/** Whether a program may run what its words say. */
export function mayRun(program: string): boolean {
  return readingOf(program) === 'unknown' && !program.startsWith('-')
}

const comments = String.raw`(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*`
const settings = String.raw`(?:set\s+[\w.]+\s*=[^;]*;${comments})*`
const name = String.raw`[^\s(]+`
const statements = [
  String.raw`insert\s+(?:into|overwrite)\s+(?:table\s+)?${name}\s*(?:\(|partition\b|select\b|values\b|with\b|from\b)`,
  String.raw`(?:select|from)\b[^;]*\b(?:from|select|insert)\s`,
  String.raw`with\s+${name}\s+as\s*\(`,
  String.raw`create\s+(?:or\s+replace\s+)?(?:(?:external|temporary|materialized)\s+)*(?:table|view)\s`,
  String.raw`(?:alter|drop|truncate)\s+(?:table|view)\s`,
  String.raw`merge\s+into\s+${name}`,
  String.raw`delete\s+from\s+${name}`,
  String.raw`update\s+${name}\s+set\s`,
  String.raw`(?:load|use)\s+${name}\s*;`,
]
const beginning = new RegExp(`^${comments}${settings}(?:${statements.join('|')})`, 'i')
const anywhere = new RegExp(String.raw`(?:^|[^\w.])(?:${statements.slice(0, 2).join('|')})`, 'i')

const quoted = new RegExp(`["'\`]\\s*(?:${statements.join('|')})`, 'i')

/** How much of a text is looked at: from its beginning, and in all of it. */
const mostLooked = [4000, 1000] as const

/** Whether a text is SQL by its first words. */
export function isSql(text: string): boolean {
  return beginning.test(text.slice(0, mostLooked[0]))
}

/** Whether a text is SQL, or has a text in quotation marks that is, or a call of a client with some. */
export function holdsSql(text: string): boolean {
  return saysSql(text) || quoted.test(text.slice(0, mostLooked[1]))
}

/** Whether a text that another program may run is SQL, or a call of a client with it. */
export function saysSql(text: string): boolean {
  const looked = text.slice(0, mostLooked[1])
  return isSql(text) || (namesClient(looked) && anywhere.test(looked))
}
