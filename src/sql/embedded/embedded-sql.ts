import type { EmbeddedCode } from './embedded-code.ts'
import { pythonSql } from './python-sql.ts'
import { shellSql } from './shell-sql.ts'

/** The SQL that stands literally in Python or shell code, without what is put together when the code runs. */
export function embeddedSql(code: string, language: 'pyodps' | 'shell'): EmbeddedCode {
  return language === 'pyodps' ? { texts: pythonSql(code), faults: [] } : shellSql(code)
}
