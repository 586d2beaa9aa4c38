import type { EngineLanguage } from '../dialect.ts'

/** SQL that stands as a text in code of another language. */
export interface EmbeddedSql {
  readonly sql: string
  readonly language: EngineLanguage
  /** In which project or database names without one are looked for, where the code says it. */
  readonly database?: string | undefined
  /** Where it begins in the code. */
  readonly at: number
  /** Where each of its characters stands in the code. */
  readonly places: readonly number[]
}

/** What is not read of code, and where. */
export interface UnreadCode {
  readonly message: string
  readonly at: number
}

/** The SQL in code of another language. */
export interface EmbeddedCode {
  readonly texts: readonly EmbeddedSql[]
  readonly faults: readonly UnreadCode[]
}
