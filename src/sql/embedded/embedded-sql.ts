import { pythonSql } from './python-sql.ts'
import { shellSql } from './shell-sql.ts'

/** SQL that stands as a text in code of another language. */
export interface EmbeddedSql {
  readonly sql: string
  /** Where it begins in the code. */
  readonly at: number
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
}

/** The SQL that stands literally in Python or shell code, without what is put together when the code runs. */
export function embeddedSql(code: string, language: 'pyodps' | 'shell'): readonly EmbeddedSql[] {
  return language === 'pyodps' ? pythonSql(code) : shellSql(code)
}
