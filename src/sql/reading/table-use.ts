import type { Dialect, EngineLanguage } from '../dialect.ts'
import type { Token } from './token.ts'

/** What a statement does with a table. */
export type UseKind = 'reads' | 'writes' | 'creates' | 'drops'

/** A table in a statement, and where it stands in the code. */
export interface FoundUse {
  readonly kind: UseKind
  readonly name: string
  readonly at: number
  /** Which statement of the code it is, counted from 0. */
  readonly statement: number
  /** Whose SQL it is, where that stands in code of another language. */
  readonly language?: EngineLanguage
  /** The partition that is written, as `ds='1',hh`; undefined for the whole table. */
  readonly partition?: string
}

const placeholder = /(\$\{[^}\n]{0,100}\}|\$\[[^\]\n]{0,100}\]|@@\{[^}\n]{0,100}\}|\{\{[^}\n]{0,100}\}\})/

/** Lower case but for placeholders, whose names are the user's. */
function lower(text: string): string {
  return text
    .split(placeholder)
    .map((part, at) => (at % 2 === 0 ? part.toLowerCase() : part))
    .join('')
}

/** A part of a name as the engine knows it. */
export function foldName(part: Token, { folds }: Dialect): string {
  return folds === 'all' || (folds === 'unquoted' && part.kind !== 'quoted') ? lower(part.text) : part.text
}
