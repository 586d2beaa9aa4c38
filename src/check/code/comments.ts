import type { TextPlace } from '../../diagnostics/diagnostic.ts'
import type { CodeKind } from '../../language/code-kind.ts'

/** Languages by how their comments and texts are written. */
export type Syntax = 'sql' | 'python' | 'shell'

const syntaxes: Readonly<Partial<Record<CodeKind, Syntax>>> = {
  sql: 'sql',
  pyodps: 'python',
  python: 'python',
  shell: 'shell',
}

/** How comments are written in code of a kind; undefined where it has none. */
export function syntaxOf(kind: CodeKind): Syntax | undefined {
  return syntaxes[kind]
}

/**
 * Texts and comments, whichever comes first: what stands in a text is no comment. No part can match in two ways. In a
 * shell a comment begins where a word could: `a#b`, `'a'#b` and `$#` have none.
 */
const patterns: Readonly<Record<Syntax, RegExp>> = {
  sql: /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|`[^`]*`?|(?<comment>--[^\n]*|\/\*.*?(?:\*\/|$))/gs,
  python: /'{3}.*?(?:'{3}|$)|"{3}.*?(?:"{3}|$)|'(?:[^'\\\n]|\\.)*'?|"(?:[^"\\\n]|\\.)*"?|(?<comment>#[^\n]*)/gs,
  shell: /'[^']*'?|"(?:[^"\\]|\\.)*"?|\\.#*|\$\{[^}]*\}?|(?<![^\s;&|()])(?<comment>#[^\n]*)/gs,
}

/** A comment in code, and where it begins. */
export interface Comment {
  readonly text: string
  readonly at: number
}

/** The comments of code, in their order. */
export function* commentsIn(code: string, syntax: Syntax, from = 0): Generator<Comment> {
  const pattern = new RegExp(patterns[syntax])
  pattern.lastIndex = from
  for (let found = pattern.exec(code); found !== null; found = pattern.exec(code)) {
    const text = found.groups?.['comment']
    if (text !== undefined) yield { text, at: found.index }
  }
}

/** Code with its comments blanked out, so that places stay what they are. */
export function withoutComments(code: string, syntax: Syntax): string {
  let rest = ''
  let end = 0
  for (const { text, at } of commentsIn(code, syntax)) {
    rest += code.slice(end, at) + text.replaceAll(/[^\n]/g, ' ')
    end = at + text.length
  }
  return end === 0 ? code : rest + code.slice(end)
}

/** Whether code has comments and nothing else but space and, in SQL, ends of statements. */
export function isOnlyComments(code: string, syntax: Syntax): boolean {
  const begins = /^\s*(?:#|--|\/\*)/.test(code)
  return begins && !(syntax === 'sql' ? /[^\s;]/ : /\S/).test(withoutComments(code, syntax))
}

/** A place in code in words. */
export function placeInWords({ line, column }: TextPlace): string {
  return `line ${line}, column ${column}`
}
