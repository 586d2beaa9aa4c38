import type { TextPlace } from '../../diagnostics/diagnostic.ts'

/** Languages by how their comments and texts are written. */
export type Syntax = 'sql' | 'python' | 'shell'

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

/** Where a place in code stands, as editors count. */
export function textPlace(code: string, at: number): TextPlace {
  const line = code.slice(0, at).split('\n').length
  return { line, column: at - (at === 0 ? -1 : code.lastIndexOf('\n', at - 1)) }
}

/** A place in code in words. */
export function placeIn(code: string, at: number): string {
  const { line, column } = textPlace(code, at)
  return `line ${line}, column ${column}`
}
