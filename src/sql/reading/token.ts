/** What a piece of SQL is. `broken` is a text, name or comment that does not end. */
export type TokenKind = 'word' | 'quoted' | 'text' | 'number' | 'variable' | 'symbol' | 'broken' | 'end'

/** A piece of SQL. */
export interface Token {
  readonly kind: TokenKind
  /** As it is written; of a quoted name what stands inside. */
  readonly text: string
  /** An unquoted word in upper case; the empty text for all else, so that no name is taken for a keyword. */
  readonly word: string
  /** Where it begins in the code. */
  readonly at: number
  /** Where it ends. */
  readonly to: number
}
