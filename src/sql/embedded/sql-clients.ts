import type { EngineLanguage } from '../dialect.ts'
import {
  databaseOfBeeline,
  databaseOfMysql,
  databaseOfOption,
  databaseOfTrino,
  type NamedDatabase,
  noDatabase,
} from './client-databases.ts'
import { nameOfProgram } from './shell-call.ts'
import type { ShellWord } from './shell-word.ts'

/** A program that is given SQL. */
export interface SqlClient {
  /** Whose SQL it is, as the words say that it is called with; undefined for an engine whose SQL is not read. */
  readonly engine: (words: readonly ShellWord[]) => EngineLanguage | undefined
  /** A word that the SQL follows. */
  readonly option: RegExp
  /** The beginning of a word that has the SQL in it. */
  readonly joined: RegExp
  /** Options that a file with SQL follows. */
  readonly file: RegExp
  /** In which project or database it looks for names without one, as its words say. */
  readonly database: NamedDatabase
}

interface Options {
  /** The letter of the option that the SQL follows. */
  readonly letter?: string
  /** Letters that may stand before it in one word, for options without values. */
  readonly flags?: string
  readonly long?: string
  readonly file?: RegExp
  readonly database?: NamedDatabase
}

const never = /(?!)/

function client(engine: SqlClient['engine'], given: Options): SqlClient {
  const { letter, flags, long, file = never, database = noDatabase } = given
  const short = letter === undefined ? [] : [flags === undefined ? `-${letter}` : `-[${flags}]*${letter}`]
  const spellings = [...short, ...(long === undefined ? [] : [`--${long}`])].join('|')
  return { engine, option: new RegExp(`^(?:${spellings})$`), joined: new RegExp(`^(?:${spellings})=?`), file, database }
}

const always =
  (language: EngineLanguage | undefined): SqlClient['engine'] =>
  () =>
    language

/** Beeline speaks with any engine that has a driver: which one, its address says. */
function engineOfBeeline(words: readonly ShellWord[]): EngineLanguage | undefined {
  return words.every(({ text }) => !text.startsWith('jdbc:') || text.startsWith('jdbc:hive2:')) ? 'hive' : undefined
}

/** What names the host of psql: an option, an address, or a variable of its surroundings. Source: its manual. */
const host = /^(?:-h.|--host=|PGHOST=|host=|postgres(?:ql)?:)/

/** Hologres has no client of its own: it is the host that tells it from PostgreSQL. Source: its page on psql. */
function engineOfPsql(words: readonly ShellWord[]): EngineLanguage | undefined {
  const hosts = words.filter(({ text }, at) => host.test(text) || /^(?:-h|--host)$/.test(words[at - 1]?.text ?? ''))
  if (hosts.some(({ text }) => text.includes('.hologres.aliyuncs.com'))) return 'hologres'
  return hosts.some(({ text }) => text.includes('${')) ? undefined : 'postgresql'
}

const hive: Options = { letter: 'e', file: /^-f$/, database: databaseOfOption('--database') }
const mysql: Options = { letter: 'e', flags: 'ABCEHLNXbfinqrstvw', long: 'execute', database: databaseOfMysql }
const trino: Options = { long: 'execute', file: /^(?:-f|--file)$/, database: databaseOfTrino }
const unknown: Options = { letter: '[ceqQ]', long: '(?:query|command|execute)', file: /^(?:-f|--file|--query_file)$/ }

/** Source: the manual of each client. */
const clients: ReadonlyMap<string, SqlClient> = new Map([
  ['odpscmd', client(always('maxcompute'), { ...hive, long: 'execute', database: databaseOfOption('--project') })],
  ['hive', client(always('hive'), hive)],
  ['beeline', client(engineOfBeeline, { ...hive, database: databaseOfBeeline })],
  ['spark-sql', client(always('spark'), hive)],
  ['presto', client(always('trino'), trino)],
  ['presto-cli', client(always('trino'), trino)],
  ['trino', client(always('trino'), trino)],
  ['trino-cli', client(always('trino'), trino)],
  ['mysql', client(always('mysql'), mysql)],
  ['mariadb', client(always('mysql'), mysql)],
  [
    'psql',
    client(engineOfPsql, { letter: 'c', flags: '01AEHSXabelnqstwWxz', long: 'command', file: /^(?:-f|--file)$/ }),
  ],
  ...['clickhouse-client', 'cqlsh', 'duckdb', 'gsql', 'impala-shell', 'snowsql', 'sqlcmd', 'sqlplus', 'vsql'].map(
    (name) => [name, client(always(undefined), unknown)] as const,
  ),
])

/** Letters and digits alone, as names of variables are written. */
const plain = (name: string): string => name.toLowerCase().replaceAll(/[-_]/g, '')

const byVariable: ReadonlyMap<string, SqlClient> = new Map([...clients].map(([name, one]) => [plain(name), one]))

/** The client that a program is, by its name or its path. */
export function clientNamed(program: string): SqlClient | undefined {
  return clients.get(nameOfProgram(program))
}

/** The client that a variable is called after, such as `ODPS_CMD` or `HIVE_BIN`. */
export function clientOfVariable(name: string): SqlClient | undefined {
  const written = plain(name)
  return byVariable.get(written) ?? byVariable.get(written.replace(/(?:cmd|bin|cli)$/, ''))
}

const names = new RegExp([...byVariable.keys()].map((name) => [...name].join('[-_]?')).join('|'), 'i')

/** Whether code names a client anywhere. */
export function namesClient(code: string): boolean {
  return names.test(code)
}
