import { dialectOf, type EngineLanguage } from '../dialect.ts'
import { isSql } from '../embedded/said-sql.ts'
import { type OptionWords, optionWords } from '../shell/option-words.ts'
import type { ShellWord } from '../shell/shell-word.ts'
import type { SqlClient } from './sql-clients.ts'

/** Files that stand for what a command is given to read. */
const ownInput: ReadonlySet<string> = new Set(['-', '/dev/stdin'])

/** Words that ask a client about itself. */
const asking: ReadonlySet<string> = new Set(['--help', '--version'])

/** What the words of a client say. */
export interface ClientWords {
  /** Undefined for an engine that is not known, or whose SQL is not read. */
  readonly language: EngineLanguage | undefined
  readonly database: string | undefined
  /** The texts that it runs. */
  readonly texts: readonly ShellWord[]
  /** Texts that it is given, and does not run. */
  readonly left: readonly ShellWord[]
  /** Whether it runs what it is given to read. */
  readonly reads: boolean
  /** The files whose SQL it runs. */
  readonly files: readonly ShellWord[]
  /** Whether it is only asked about itself. */
  readonly isAsked: boolean
}

/** A name as the engine knows it; variables of the shell tell case. */
function foldedName(name: string | undefined, language: EngineLanguage): string | undefined {
  return name?.includes('${') === true || dialectOf(language).folds === 'none' ? name : name?.toLowerCase()
}

function taken({ runs, isEither }: SqlClient, texts: readonly ShellWord[], files: number): readonly ShellWord[] {
  if (isEither && files > 0) return []
  return runs === 'all' ? texts : runs === 'first' ? texts.slice(0, 1) : texts.slice(-1)
}

/** Texts in words that no option takes. */
function untaken({ plain }: OptionWords, given: readonly ShellWord[], texts: readonly ShellWord[]): ShellWord[] {
  const ends = new Set(texts.map(({ places }) => places.at(-1)))
  const words = [...plain, ...given.filter(({ text }) => text.startsWith('-'))]
  return words.filter(({ text, places }) => !ends.has(places.at(-1)) && isSql(text.replace(/^--?[\w-]+=?/, '')))
}

/** What a client is told by its words, and by variables that are set for it. */
export function clientWords(
  client: SqlClient,
  given: readonly ShellWord[],
  assigned: readonly ShellWord[],
): ClientWords {
  const words = optionWords(given, client.options)
  const language = client.engine(words, assigned)
  const valuesOf = (options: ReadonlySet<string>): ShellWord[] =>
    words.values.filter(([option]) => options.has(option)).map(([, value]) => value)
  const [texts, besides, files] = [valuesOf(client.sql), valuesOf(client.besides), valuesOf(client.file)]
  const runs = taken(client, texts, files.length)
  const isAlone = files.length === 0 && texts.length === 0
  return {
    language,
    database: language === undefined ? undefined : foldedName(client.database(words), language),
    texts: [...besides, ...runs],
    left: [
      ...untaken(words, given, [...texts, ...besides]),
      ...texts.filter((text) => !runs.includes(text) && runs.length > 0),
    ],
    reads: isAlone || (runs.length === texts.length && files.some(({ text }) => ownInput.has(text))),
    files: runs.length === texts.length ? files.filter(({ text }) => !ownInput.has(text)) : [],
    isAsked: given.length === 0 || given.some(({ text }) => asking.has(text)),
  }
}
