import { showValue } from '../../diagnostics/show-value.ts'

/** What a condition is made of. A placeholder such as `${name}` is an operand like any other: its value is put in as text. */
export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'placeholder' | 'operator' | 'end'
  readonly text: string
  /** Where it begins, counted from 0. */
  readonly at: number
}

/** What keeps a condition from being Python. */
export interface ConditionFault {
  /** Where it is, counted from 0. */
  readonly at: number
  readonly message: string
  readonly hint?: string
}

/** Ends the reading of a condition; never leaves this folder. */
export class ConditionError extends Error {
  readonly fault: ConditionFault

  constructor(at: number, message: string, hint?: string) {
    super(message)
    this.name = 'ConditionError'
    this.fault = { at, message, ...(hint === undefined ? {} : { hint }) }
  }
}

/** The operators of Python, and those of other languages that people write instead; longer ones first. */
const operators: readonly string[] = [
  ...['===', '!==', '...', '**', '//', '<<', '>>', '<=', '>=', '==', '!=', '<>', ':=', '&&', '||', '=<', '=>', '=~'],
  ...'+-*/%@&|^~<>()[]{},:.=;!?`'.split(''),
]

/** Letters that look like those of Python and are not. */
const lookalikes: Readonly<Record<string, string>> = {
  '≠': '!=',
  '≤': '<=',
  '≥': '>=',
  '＝': '==',
  '＞': '>',
  '＜': '<',
  '（': '(',
  '）': ')',
  '，': ',',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '＂': '"',
  '＇': "'",
}

// Each of these looks at one place, and none can go back over what it took.
const space = /[ \t\f\r\n]+/y
const comment = /#[^\n]*/y
const word = /[\p{L}\p{Nl}\p{Mn}\p{Mc}\p{N}_]+/uy
const quote = /[rbuf]{0,2}('''|"""|'|")/iy
const number = /(?:0[xob][\da-f_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d[\d_]*)?)[lj]?/iy

/** Words that may touch a number before them. */
const operatorWords: ReadonlySet<string> = new Set(['and', 'or', 'in', 'is', 'if', 'else', 'not', 'for'])

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** The end of a placeholder; one may stand in the brackets of another: `${dag.input[${dag.offset}]}`. */
function placeholderEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++
    else if (text[at] === '}' && --depth === 0) return at + 1
  }
  throw new ConditionError(start, "'${' has no closing '}'.", "Write '${name}'.")
}

/** The length of a placeholder: `${name}`, and scheduling parameters such as `$bizdate` and `$[yyyymmdd-1]`; 0 for none. */
function placeholderLength(text: string, at: number): number {
  if (text[at] !== '$') return 0
  if (text[at + 1] === '{') return placeholderEnd(text, at) - at
  if (text[at + 1] === '[') {
    const end = text.indexOf(']', at)
    if (end < 0) throw new ConditionError(at, "'$[' has no closing ']'.")
    return end + 1 - at
  }
  const name = matchAt(word, text, at + 1)
  if (name === '') throw new ConditionError(at, "'$' stands alone.", "Write '${name}' for a parameter of the node.")
  return 1 + name.length
}

function stringEnd(text: string, at: number, opening: string): number {
  const mark = opening.endsWith("'''") || opening.endsWith('"""') ? opening.slice(-3) : opening.slice(-1)
  for (let next = at + opening.length; next < text.length; next++) {
    if (text[next] === '\\') next++
    else if (text.startsWith(mark, next)) return next + mark.length
    else if (text[next] === '\n' && mark.length === 1) break
  }
  throw new ConditionError(at, 'This text has no closing quote.', `Close it with ${mark}.`)
}

/** A word, a number or placeholders; what touches a placeholder becomes one operand with it, as in `t_${day}`. */
function operandAt(text: string, at: number): Token | undefined {
  let end = at
  let hasPlaceholder = false
  for (;;) {
    const length = placeholderLength(text, end)
    hasPlaceholder ||= length > 0
    const more = length || matchAt(word, text, end).length
    if (more === 0) break
    end += more
  }
  if (hasPlaceholder) return { kind: 'placeholder', text: text.slice(at, end), at }
  const digits = matchAt(number, text, at)
  const stuck = text.slice(at + digits.length, end)
  if (digits !== '' && (stuck === '' || operatorWords.has(stuck))) return { kind: 'number', text: digits, at }
  if (end === at) return undefined
  const found = text.slice(at, end)
  if (/^\p{N}/u.test(found)) throw new ConditionError(at, `${showValue(found)} is no number.`, 'Texts have quotes.')
  return { kind: 'name', text: found, at }
}

function tokenAt(text: string, at: number): Token {
  const opening = matchAt(quote, text, at)
  if (opening !== '') return { kind: 'string', text: text.slice(at, stringEnd(text, at, opening)), at }
  const operand = operandAt(text, at)
  if (operand !== undefined) return operand
  const operator = operators.find((one) => text.startsWith(one, at))
  if (operator !== undefined) return { kind: 'operator', text: operator, at }
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0)
  const instead = lookalikes[letter]
  throw new ConditionError(at, `${showValue(letter)} means nothing in Python.`, instead && `Write ${instead} instead.`)
}

/** Divides a condition into its parts, in linear time; the last is its end. Throws a {@link ConditionError}. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  for (;;) {
    const skipped = matchAt(space, text, at).length || matchAt(comment, text, at).length
    at += skipped
    if (skipped > 0) continue
    if (at >= text.length) return [...tokens, { kind: 'end', text: '', at }]
    const token = tokenAt(text, at)
    tokens.push(token)
    at += token.text.length
  }
}
