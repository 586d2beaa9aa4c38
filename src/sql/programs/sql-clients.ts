import type { EngineLanguage } from '../dialect.ts'
import type { OptionNames, OptionWords } from '../shell/option-words.ts'
import { nameOfProgram } from '../shell/shell-call.ts'
import type { ShellWord } from '../shell/shell-word.ts'
import {
  databaseOfBeeline,
  databaseOfMysql,
  databaseOfOption,
  databaseOfTrino,
  type NamedDatabase,
  noDatabase,
} from './client-databases.ts'

/** A program that is given SQL. */
export interface SqlClient {
  /** Whose SQL it is, as its words say, and what is set for it; undefined for an engine whose SQL is not read. */
  readonly engine: (words: OptionWords, assigned: readonly ShellWord[]) => EngineLanguage | undefined
  readonly options: OptionNames
  /** Options that SQL follows. */
  readonly sql: ReadonlySet<string>
  /** Options whose SQL runs besides what else it is given. */
  readonly besides: ReadonlySet<string>
  /** Options that a file with SQL follows. */
  readonly file: ReadonlySet<string>
  /** Which it runs where it is given SQL more than once. */
  readonly runs: 'all' | 'first' | 'last'
  /** Whether it runs nothing where it is given SQL and a file. */
  readonly isEither: boolean
  /** In which project or database it looks for names without one, as its words say. */
  readonly database: NamedDatabase
}

const names = (text: string): ReadonlySet<string> => new Set(text === '' ? [] : text.split(' '))

interface Said {
  readonly engine: SqlClient['engine']
  readonly parting: OptionNames['parting']
  readonly sql: string
  readonly besides?: string
  readonly file?: string
  /** Other options with a value. */
  readonly values?: string
  /** Options without one. */
  readonly flags?: string
  readonly joinedOnly?: string
  readonly several?: string
  readonly alone?: (name: string) => boolean
  readonly runs?: SqlClient['runs']
  readonly isEither?: boolean
  readonly database?: NamedDatabase
}

function client(said: Said): SqlClient {
  const { engine, parting, sql, besides = '', file = '', values = '', flags = '', several = '' } = said
  const options: OptionNames = {
    parting,
    withValue: names([sql, besides, file, values].filter((text) => text !== '').join(' ')),
    without: names(flags),
    several: names(several),
    ...(said.joinedOnly !== undefined && { joinedOnly: said.joinedOnly }),
    ...(said.alone !== undefined && { alone: said.alone }),
  }
  const { runs = 'all', isEither = false, database = noDatabase } = said
  const sets = { sql: names(sql), besides: names(besides), file: names(file) }
  return { engine, options, ...sets, runs, isEither, database }
}

const always =
  (language: EngineLanguage | undefined): SqlClient['engine'] =>
  () =>
    language

/** Each letter as an option. */
const dashed = (letters: string): string => [...letters].map((letter) => `-${letter}`).join(' ')

/** Beeline speaks with any engine that has a driver: which one, its address says. */
function engineOfBeeline({ values }: OptionWords): EngineLanguage | undefined {
  const addresses = values.filter(([name]) => name === '-u').map(([, { text }]) => text)
  return addresses.every((text) => !text.startsWith('jdbc:') || text.startsWith('jdbc:hive2:')) ? 'hive' : undefined
}

/** Hologres has no client of its own: it is the host that tells it from PostgreSQL. Source: its page on psql. */
function engineOfPsql({ values, plain }: OptionWords, assigned: readonly ShellWord[]): EngineLanguage | undefined {
  const hosts = values.filter(([name]) => name === '-h' || name === '--host').map(([, { text }]) => text)
  const variables = assigned.filter(({ text }) => text.startsWith('PGHOST=')).map(({ text }) => text)
  const named = values.filter(([name]) => name === '-d' || name === '--dbname').map(([, { text }]) => text)
  const databases = [...named, ...plain.slice(0, 1).map(({ text }) => text)]
  const addresses = databases.filter((text) => /^postgres(?:ql)?:|(?:^|\s)host\s*=/.test(text))
  const all = [...hosts, ...variables, ...addresses]
  if (all.some((text) => text.includes('.hologres.aliyuncs.com'))) return 'hologres'
  return all.some((text) => text.includes('${')) ? undefined : 'postgresql'
}

/**
 * A letter and what is joined to it are parted, and so are long names and values by a sign of equality; it looks for `-e` before
 * `-f` and `-s`, and takes the first. Source: its manual, and `CommandParserUtils` of aliyun-odps-console.
 */
const odpscmd = client({
  engine: always('maxcompute'),
  parting: 'first letter',
  sql: '-e',
  file: '-f -s',
  values: '--project',
  runs: 'first',
  database: databaseOfOption('--project'),
})

/** Source: `OptionsProcessor` of Hive, which spark-sql takes too; the manual of Spark SQL CLI. */
const hive = (engine: EngineLanguage): SqlClient =>
  client({
    engine: always(engine),
    parting: 'java',
    sql: '-e',
    file: '-f',
    values: '--database -i --hiveconf -h -p -d --define --hivevar',
    flags: '-S --silent -v --verbose -H --help',
    runs: 'first',
    isEither: true,
    database: databaseOfOption('--database'),
  })

/** What begins with two dashes is a setting, but for these. Source: `BeeLine` of Hive. */
const beelineLong: ReadonlySet<string> = names('--hivevar --hiveconf --property-file --help --getUrlsFromBeelineSite')

const beeline = client({
  engine: engineOfBeeline,
  parting: 'java',
  sql: '-e',
  file: '-f',
  values: '-d -u -c -n -w -a -i --hivevar --hiveconf --property-file',
  flags: '-r -h -p',
  several: '-e -i',
  alone: (name) => !beelineLong.has(name),
  isEither: true,
  database: databaseOfBeeline,
})

/** Source: `ClientOptions` of trino-cli and presto-cli. */
const trinoValues =
  '--server --krb5-service-principal-pattern --krb5-remote-service-name --krb5-config-path --krb5-keytab-path ' +
  '--krb5-credential-cache-path --krb5-principal --keystore-path --keystore-password --keystore-type --truststore-path ' +
  '--truststore-password --truststore-type --access-token --user --external-authentication-redirect-handler --source ' +
  '--client-info --client-tags --trace-token --catalog --schema --history-file --network-logging --output-format ' +
  '--output-format-interactive --pager --resource-estimate --session --session-user --extra-credential --socks-proxy ' +
  '--http-proxy --client-request-timeout --timezone --editing-mode --log-levels-file'

const trino = client({
  engine: always('trino'),
  parting: 'first letter',
  sql: '--execute',
  file: '-f --file',
  values: trinoValues,
  runs: 'last',
  database: databaseOfTrino,
})

/** Source: `my_long_options` of mysql.cc, and the options for encrypted connections in MySQL's manual. */
const mysql = client({
  engine: always('mysql'),
  parting: 'getopt',
  sql: '-e --execute',
  besides: '--init-command',
  values:
    '-D --database -h --host -P --port -S --socket -u --user --bind-address --character-sets-dir --default-character-set ' +
    '--delimiter --prompt --protocol --tee --connect_timeout --connect-timeout --max_allowed_packet --max-allowed-packet ' +
    '--net_buffer_length --net-buffer-length --select_limit --select-limit --max_join_size --max-join-size --server-arg ' +
    '--plugin_dir --plugin-dir --default_auth --default-auth --shared-memory-base-name --ssl-mode --ssl-ca --ssl-capath ' +
    '--ssl-cert --ssl-cipher --ssl-crl --ssl-crlpath --ssl-key --tls-version --tls-ciphersuites --server-public-key-path',
  flags: `${dashed('?IABcCTEfGibHXLnNoqrstUvVwWp#')} --password --pager --debug --force --silent --skip-column-names --vertical`,
  joinedOnly: 'p#',
  database: databaseOfMysql,
})

/** Source: `parse_psql_options` of psql, startup.c. */
const psql = client({
  engine: engineOfPsql,
  parting: 'getopt',
  sql: '-c --command',
  file: '-f --file',
  values:
    '-d --dbname -F --field-separator -h --host -L --log-file -o --output -p --port -P --pset -R --record-separator ' +
    '-T --table-attr -U --username -v --set --variable',
  flags: `${dashed('aAbeEHlnqsStVwWxXz?01')} --echo-all --no-align --echo-queries --echo-errors --echo-hidden
    --field-separator-zero --html --list --no-readline --single-transaction --quiet --record-separator-zero --single-step
    --single-line --tuples-only --version --no-password --password --expanded --no-psqlrc --help --csv`.replaceAll(
    /\s+/g,
    ' ',
  ),
})

/** Of an engine that is not read it only counts whether it is given anything. */
const unknown = client({ engine: always(undefined), parting: 'first letter', sql: '' })

const clients: ReadonlyMap<string, SqlClient> = new Map([
  ['odpscmd', odpscmd],
  ['hive', hive('hive')],
  ['beeline', beeline],
  ['spark-sql', hive('spark')],
  ['presto', trino],
  ['presto-cli', trino],
  ['trino', trino],
  ['trino-cli', trino],
  ['mysql', mysql],
  ['mariadb', mysql],
  ['psql', psql],
  ...['clickhouse-client', 'clickhouse-local', 'clickhouse', 'cqlsh', 'duckdb', 'gsql', 'impala-shell', 'snowsql'].map(
    (name) => [name, unknown] as const,
  ),
  ...['sqlcmd', 'sqlplus', 'vsql'].map((name) => [name, unknown] as const),
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

const anyName = new RegExp([...byVariable.keys()].map((name) => [...name].join('[-_]?')).join('|'), 'i')

/** Whether code names a client anywhere. */
export function namesClient(code: string): boolean {
  return anyName.test(code)
}
