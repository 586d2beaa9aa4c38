import { checkArgument, checkSettings, type SettingKinds, text } from '../diagnostics/arguments.ts'
import { createDiagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { TextLines } from '../diagnostics/text-lines.ts'
import { deepFreeze } from '../document/json/json-copy.ts'
import { givenLanguage, type SqlLanguage } from './dialect.ts'
import { type ReadTables, readTables } from './read-tables.ts'
import type { FoundUse, UseKind } from './reading/table-use.ts'

/** A table that code names. */
export interface TableUse {
  /** As the engine knows it: `project.schema.table`, without quotes, in lower case where the engine does not tell case. */
  readonly name: string
  /** Where the name stands in the code for the first time, counted from 1. */
  readonly line: number
  readonly column: number
  /** Whose SQL it is, where that stands in shell code and is not MaxCompute's. */
  readonly language?: SqlLanguage
  /** `false` where the SQL is a text in Python or shell code, which may run it, or not, and other SQL besides. */
  readonly sure?: false
}

/** What could not be read, as an `info`, and where in the code. */
export interface SqlFault extends Diagnostic {
  /** Counted from 1. */
  readonly line: number
  readonly column: number
}

/** The tables of code, each once in each list, in the order of the code. */
export interface Tables {
  /** Whose rows, or columns, are read. */
  readonly reads: readonly TableUse[]
  /** Whose rows are changed: by `insert`, `update`, `merge`, `delete`, `truncate`, `create … as`, or by partitions that come and go. */
  readonly writes: readonly TableUse[]
  /** Tables, and views that outlive the code. */
  readonly creates: readonly TableUse[]
  readonly drops: readonly TableUse[]
  /** The statements that were not read; none of the lists has a table of theirs. */
  readonly faults: readonly SqlFault[]
}

/** Settings of {@link tablesOf}. */
export interface TablesOptions {
  /** Whose SQL it is; the command of a node such as `ODPS_SQL`, or the language of its script, does as well. */
  readonly language: SqlLanguage | (string & {})
  /** The project, or database, of names that are written without one. Default: such names stay as they are. */
  readonly project?: string
}

const kinds: SettingKinds = { language: text, project: text }

/** How many characters of code are remembered with what they say: some hundred scripts. */
const mostRemembered = 8_000_000

const remembered = new Map<string, ReadTables>()
let characters = 0

/** What code does with tables; code that was read before is not read again, and what was asked for longest ago is forgotten. */
export function rememberedTables(code: string, language: SqlLanguage, project: string): ReadTables {
  const key = `${language}\n${project}\n${code}`
  const known = remembered.get(key)
  if (known !== undefined) {
    remembered.delete(key)
    remembered.set(key, known)
    return known
  }
  const read = readTables(code, language, project)
  if (read.isLate) return read
  remembered.set(key, read)
  characters += key.length
  for (const oldest of remembered.keys()) {
    if (characters <= mostRemembered) break
    remembered.delete(oldest)
    characters -= oldest.length
  }
  return read
}

/**
 * Reads which tables SQL reads, writes, creates and drops. Queries with names, sub-queries, temporary tables and variables are
 * no tables; a view that the code makes is not read, but the tables that it shows are. Scheduling parameters may stand anywhere,
 * and stay in names as they are written: `orders_${bizdate}`.
 *
 * A statement is read as a whole or not at all: one that is not understood is a fault with its place, and nothing is guessed of
 * it. Takes time in proportion to the code; code that was read before is remembered.
 *
 * Of PyODPS and shell code only texts are read that are given to `execute_sql` and to clients such as `odpscmd -e`: what they
 * say is marked with `sure: false`, and tables of other engines than MaxCompute have their `language`.
 *
 * @param code - the SQL of a node, any number of statements
 * @returns the tables, frozen, for the next call with the same code gets them too
 * @throws FlowSpecError when there is no such language; never because of the code
 *
 * @example
 * ```ts
 * import { tablesOf } from 'flowspec/sql'
 *
 * const { reads, writes, faults } = tablesOf(
 *   "insert overwrite table dwd_orders partition (ds = '${bizdate}') select * from ods_orders o join dim_rates r on r.id = o.rate",
 *   { language: 'maxcompute' },
 * )
 * process.stdout.write(`${reads.map(({ name }) => name).join(', ')} → ${writes.map(({ name }) => name).join(', ')}\n`)
 * if (faults.length > 0) process.stdout.write(`${faults.length} statements were not read\n`)
 * ```
 */
export function tablesOf(code: string, options: TablesOptions): Tables {
  checkArgument('tablesOf', 'code', code, text)
  checkSettings('tablesOf', 'options', options, kinds)
  const language = givenLanguage('tablesOf', options.language)
  const read = rememberedTables(code, language, options.project?.toLowerCase() ?? '')
  const known = told.get(read) ?? deepFreeze(tellTables(code, read))
  told.set(read, known)
  return known
}

/** What was said of code that is remembered. */
const told = /* @__PURE__ */ new WeakMap<ReadTables, Tables>()

function tellTables(code: string, read: ReadTables): Tables {
  const lines = new TextLines(code)
  const used = (kind: UseKind): TableUse[] => {
    const first = new Map<string, FoundUse>()
    for (const use of read.uses) {
      const key = `${use.language ?? ''} ${use.name}`
      if (use.kind === kind && use.at < (first.get(key)?.at ?? Number.POSITIVE_INFINITY)) first.set(key, use)
    }
    const sorted = [...first.values()].sort((one, other) => one.at - other.at)
    return sorted.map(({ name, at, language = 'maxcompute' }) => {
      const engine = language === 'maxcompute' ? {} : { language }
      return { name, ...lines.placeOf(at), ...engine, ...(read.isPart && { sure: false }) }
    })
  }
  const faults = read.faults.map(({ message, at }) => unreadable(message, lines.placeOf(at)))
  return { reads: used('reads'), writes: used('writes'), creates: used('creates'), drops: used('drops'), faults }
}

function unreadable(what: string, { line, column }: { readonly line: number; readonly column: number }): SqlFault {
  const message = `A statement is not read: ${what}, line ${line}, column ${column}.`
  const hint = 'Say what the node reads and writes with .reads(…) and .writes(…).'
  return { ...createDiagnostic({ rule: 'code/unread-sql', severity: 'info', message, hint, path: '' }), line, column }
}
