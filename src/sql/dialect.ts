import { createDiagnostic } from '../diagnostics/diagnostic.ts'
import { didYouMean } from '../diagnostics/did-you-mean.ts'
import { FlowSpecError } from '../diagnostics/flow-spec-error.ts'
import { showValue } from '../diagnostics/show-value.ts'

/** The SQL of an engine, or a language whose literal SQL is read. */
export type SqlLanguage =
  | 'maxcompute'
  | 'hologres'
  | 'postgresql'
  | 'hive'
  | 'spark'
  | 'flink'
  | 'mysql'
  | 'trino'
  | 'pyodps'
  | 'shell'

/** The SQL of an engine, without the languages in whose texts it stands. */
export type EngineLanguage = Exclude<SqlLanguage, 'pyodps' | 'shell'>

/** How an engine writes texts, names and comments. What follows from its statements is one grammar for all. */
export interface Dialect {
  /** The quotation marks of names. */
  readonly names: string
  /** The quotation marks of texts. */
  readonly texts: string
  /** Whether a backslash escapes in texts. */
  readonly escapes: boolean
  /** Which names do not tell upper case from lower. */
  readonly folds: 'all' | 'unquoted' | 'none'
  /** Whether `#` begins a comment. */
  readonly hashes: boolean
  /** Whether block comments stand in one another. */
  readonly nests: boolean
  /** Whether `$$…$$` is a text. */
  readonly dollars: boolean
}

const hive: Dialect = {
  names: '`',
  texts: `'"`,
  escapes: true,
  folds: 'all',
  hashes: false,
  nests: false,
  dollars: false,
}
const postgresql: Dialect = {
  ...hive,
  names: '"',
  texts: "'",
  escapes: false,
  folds: 'unquoted',
  nests: true,
  dollars: true,
}

const dialects: Readonly<Record<EngineLanguage, Dialect>> = {
  maxcompute: hive,
  hive,
  spark: { ...hive, nests: true },
  hologres: postgresql,
  postgresql,
  flink: { ...hive, names: '`"', texts: "'", escapes: false, folds: 'none' },
  mysql: { ...hive, folds: 'none', hashes: true },
  trino: { ...hive, names: '"`', texts: "'", escapes: false },
}

/** Commands and languages of nodes, as far as their SQL is one of those that are read. */
const patterns: readonly (readonly [pattern: RegExp, language: SqlLanguage])[] = [
  [/^PY_?ODPS/i, 'pyodps'],
  [/^(?:DIDE_SHELL|SHELL|ODPS_SHELL|shell-script)$/i, 'shell'],
  [/HOLOGRES|^HOLO(?:-|_|$)/i, 'hologres'],
  [/SPARK|KYUUBI|DATABRICKS/i, 'spark'],
  [/FLINK|BLINK|STREAMING_SQL/i, 'flink'],
  [/TRINO|PRESTO/i, 'trino'],
  [/HIVE/i, 'hive'],
  [/POSTGRES|^PG|GREENPLUM|KINGBASE|Redshift/i, 'postgresql'],
  [/MYSQL|Maria|Doris|StarRocks|Selectdb|OceanBase|DRDS|POLARDB/i, 'mysql'],
  [/ODPS|MAXCOMPUTE|LIGHTNING_SQL/i, 'maxcompute'],
]

const languages: readonly string[] = [...Object.keys(dialects), 'pyodps', 'shell']

function isLanguage(language: string): language is SqlLanguage {
  return languages.includes(language)
}

/** The language that the command of a node, or the language of its script, stands for; undefined for another one. */
export function languageOf(command: string): SqlLanguage | undefined {
  const language = command.toLowerCase()
  if (isLanguage(language)) return language
  return patterns.find(([pattern]) => pattern.test(command))?.[1]
}

/** The language a user names. */
export function givenLanguage(call: string, language: unknown): SqlLanguage {
  const found = typeof language === 'string' ? languageOf(language) : undefined
  if (found !== undefined) return found
  const near = typeof language === 'string' ? didYouMean(language, languages) : undefined
  const hint = near === undefined ? `Give one of ${languages.join(', ')}.` : `Did you mean "${near}"?`
  const message = `${call}(): language is ${showValue(language)}, which is no SQL that is read.`
  throw new FlowSpecError([createDiagnostic({ rule: 'builder/argument', severity: 'error', message, hint, path: '' })])
}

/** How the SQL of a language is written; that in PyODPS and shell code is MaxCompute's, where nothing else is said. */
export function dialectOf(language: SqlLanguage): Dialect {
  return language === 'pyodps' || language === 'shell' ? dialects.maxcompute : dialects[language]
}
