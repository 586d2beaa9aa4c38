import { nodeTypes } from './generated/node-types.ts'
import { loopEndCommand, structures } from './structures.ts'

/**
 * What the code of a node is to the service, which fills parameters in by it: SQL by `${name}`, a shell by place, PyODPS by
 * `args['name']`, the JSON text of a synchronisation task by `${name}`.
 */
export type CodeKind = 'sql' | 'shell' | 'pyodps' | 'python' | 'integration'

/** Engines of databases, whose commands do not say that they take SQL. */
const databases: ReadonlySet<string> = new Set([
  'ADB_for_MySQL',
  'ADB_for_PostgreSQL',
  'DB2',
  'DRDS',
  'Doris',
  'EMR_KYUUBI',
  'EMR_TRINO',
  'HOLOGRES_DEVELOP',
  'Mariadb',
  'OceanBase',
  'Oracle',
  'Redshift',
  'SERVERLESS_KYUUBI',
  'SERVERLESS_STARROCKS',
  'Saphana',
  'Selectdb',
  'StarRocks',
  'Vertica',
])

/** Commands with SQL in their names whose content is another thing: settings of a job, or a component. */
const otherwise = /^(?:BLINK|FLINK)_|COMPONENT/
const shells: ReadonlySet<string> = new Set(['DIDE_SHELL', 'SHELL', 'ODPS_SHELL'])
const integrations: ReadonlySet<string> = new Set(['DI', 'DI2', 'DATAX', 'DATAX2'])

function judge(command: string): CodeKind | undefined {
  if (shells.has(command)) return 'shell'
  if (integrations.has(command)) return 'integration'
  if (/^PY_?ODPS/.test(command)) return 'pyodps'
  const type = nodeTypes.get(command)
  if (type === undefined || otherwise.test(command) || command === 'ODPS_PERL') return undefined
  const { language = '' } = type
  if (/-sql$|^odps-script$/.test(language) || /SQL(?:_SCRIPT)?$/.test(command) || databases.has(command)) return 'sql'
  return command === 'PYTHON' || /^python/.test(language) ? 'python' : undefined
}

/** Of the commands that are known, of which there are some two hundred; rules ask for every node. */
const judged = new Map<string, CodeKind | undefined>()

const chosen: ReadonlySet<string> = new Set([structures.assignment.command, loopEndCommand('doWhile', 'END')])

/** Whether nodes of a command run code of a language that each says itself: assignments, and ends of do-while loops. */
export function hasChosenLanguage(command: string): boolean {
  return chosen.has(command)
}

/** The kind of code that is in a language, by the names that requests and exports have for it. */
export function codeKindOfLanguage(language: string): CodeKind | undefined {
  if (/^odps$|sql$/i.test(language)) return 'sql'
  if (/^shell/i.test(language)) return 'shell'
  return /^python/i.test(language) ? 'python' : undefined
}

/**
 * The kind of the code that nodes of a command run, of which some say the language themselves; undefined where the command is not known, or its content is no code.
 * Other shells than those of DataWorks itself, as of EMR, are not told: theirs have `${name}` besides the shell's own.
 */
export function codeKindOf(command: string, language?: string): CodeKind | undefined {
  if (hasChosenLanguage(command)) return codeKindOfLanguage(language ?? '')
  if (judged.has(command)) return judged.get(command)
  const kind = judge(command)
  if (nodeTypes.has(command)) judged.set(command, kind)
  return kind
}
