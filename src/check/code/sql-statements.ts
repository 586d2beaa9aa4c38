import { withoutComments } from './comments.ts'

/** A statement of SQL, without comments. */
export interface SqlStatement {
  readonly text: string
  /** Where it begins in the code. */
  readonly at: number
}

/** Texts, names in quotes, and what ends a statement. */
const pieces = /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|`[^`]*`?|(?<end>;)/gs

/** The statements of SQL code as semicolons divide it, those left out that are empty. */
export function sqlStatements(code: string): readonly SqlStatement[] {
  const bare = withoutComments(code, 'sql')
  const found: SqlStatement[] = []
  const add = (from: number, to: number): void => {
    const part = bare.slice(from, to)
    const text = part.trim()
    if (text !== '') found.push({ text, at: from + part.indexOf(text) })
  }
  let from = 0
  for (const piece of bare.matchAll(pieces)) {
    if (piece.groups?.['end'] === undefined) continue
    add(from, piece.index)
    from = piece.index + 1
  }
  add(from, bare.length)
  return found
}
