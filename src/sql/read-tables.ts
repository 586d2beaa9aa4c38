import { type Dialect, dialectOf, type SqlLanguage } from './dialect.ts'
import { embeddedSql } from './embedded/embedded-sql.ts'
import type { FoundUse } from './reading/table-use.ts'
import { Unreadable } from './reading/unreadable.ts'
import { StatementReader } from './statements/statement-reader.ts'

/** How much code is read: what takes far less than two seconds. */
const longest = 500_000

/** How many statements may be wrong before the rest is left: what has more of them is no SQL. */
const mostFaults = 100
const manyFaults = `after ${mostFaults} others the rest is left`

/** What could not be read, and where in the code. */
export interface ReadFault {
  readonly message: string
  readonly at: number
}

/** All that code does with tables, in its order. */
export interface ReadTables {
  readonly uses: readonly FoundUse[]
  readonly faults: readonly ReadFault[]
  /** Whether the SQL stands in another language, which may do other things besides. */
  readonly isPart: boolean
  /** Whether reading took too long on this machine, so that another time may give more. */
  readonly isLate: boolean
}

function readSql(code: string, dialect: Dialect, project: string): Omit<ReadTables, 'isPart'> {
  const faults: ReadFault[] = []
  const reader = new StatementReader(code, dialect, project)
  while (reader.token.kind !== 'end') {
    try {
      reader.statement()
      reader.endStatement(true)
    } catch (error) {
      // What else goes wrong in a reader is its own fault, and must be seen.
      if (!(error instanceof Unreadable)) throw error
      faults.push({ message: error.message, at: error.at })
      reader.recover()
      reader.endStatement(false)
      if (reader.isLate) return { uses: reader.found, faults, isLate: true }
      if (faults.length < mostFaults) continue
      faults.push({ message: manyFaults, at: reader.token.at })
      break
    }
  }
  return { uses: reader.found, faults, isLate: false }
}

function readEmbedded(code: string, language: 'pyodps' | 'shell', project: string): ReadTables {
  const embedded = embeddedSql(code, language)
  const uses: FoundUse[] = []
  const faults: ReadFault[] = [...embedded.faults]
  let before = 0
  let isLate = false
  for (const { sql, language: engine, database, at, places } of embedded.texts) {
    // A project is one of MaxCompute: other engines have databases of their own.
    const read = readSql(sql, dialectOf(engine), database ?? (engine === 'maxcompute' ? project : ''))
    const placeOf = (inside: number): number => places[inside] ?? at
    for (const use of read.uses)
      uses.push({ ...use, language: engine, at: placeOf(use.at), statement: before + use.statement })
    for (const fault of read.faults) faults.push({ ...fault, at: placeOf(fault.at) })
    before += read.uses.length + 1
    isLate ||= read.isLate
    if (isLate || faults.length > mostFaults) break
  }
  faults.sort((one, other) => one.at - other.at)
  const [left] = faults.slice(mostFaults)
  if (left !== undefined) faults.splice(mostFaults, faults.length, { ...left, message: manyFaults })
  return { uses, faults, isPart: true, isLate }
}

/**
 * Reads what code does with tables. A statement is read as a whole or not at all: what is not understood gives a fault in its
 * place, and no tables. Linear in the code.
 */
export function readTables(code: string, language: SqlLanguage, project: string): ReadTables {
  if (code.length > longest) {
    const message = `the code has ${code.length} characters, of which at most ${longest} are read`
    return { uses: [], faults: [{ message, at: 0 }], isPart: false, isLate: false }
  }
  if (language === 'pyodps' || language === 'shell') return readEmbedded(code, language, project)
  return { ...readSql(code, dialectOf(language), project), isPart: false }
}
