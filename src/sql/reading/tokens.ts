import type { Dialect } from '../dialect.ts'
import type { Token, TokenKind } from './token.ts'

/** A scheduling parameter or a parameter of a component: the service puts text in its place before the code runs. */
const placeholder = String.raw`\$\{[^}\n]{0,100}\}|\$\[[^\]\n]{0,100}\]|@@\{[^}\n]{0,100}\}|\{\{[^}\n]{0,100}\}\}`

const patterns = {
  space: /[\s\uFEFF]+/y,
  number: /(?:\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)(?:BD|[LSYDF])?(?![\p{L}\p{N}_$])/iuy,
  word: new RegExp(String.raw`(?:[\p{L}\p{M}\p{N}_]|${placeholder})(?:${placeholder}|[\p{L}\p{M}\p{N}_$])*`, 'uy'),
  variable: /@[\p{L}_][\p{L}\p{N}_]*/uy,
  operator: /[=<>!|&^%/+\-~#?:*]/y,
  dollar: /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy,
} as const

/** Cuts SQL into pieces, without comments; linear in the code. */
class Tokenizer {
  readonly tokens: Token[] = []
  #at = 0
  readonly #code: string
  readonly #dialect: Dialect

  constructor(code: string, dialect: Dialect) {
    this.#code = code
    this.#dialect = dialect
  }

  run(): readonly Token[] {
    const { length } = this.#code
    while (this.#at < length && this.#step()) {}
    this.tokens.push({ kind: 'end', text: '', word: '', at: length, to: length })
    return this.tokens
  }

  /** Reads one piece; false when the rest is none, since a text does not end. */
  #step(): boolean {
    const at = this.#at
    // Most signs are one piece each, which needs no search.
    if (/[(),;]/.test(this.#code.charAt(at))) {
      this.#at += 1
      return this.#add('symbol', 1)
    }
    if (this.#match(patterns.space) > 0) return true
    const comment = this.#comment()
    if (comment !== undefined) return comment
    const quote = this.#code.charAt(at)
    if (this.#dialect.texts.includes(quote)) return this.#quoted('text', quote, this.#dialect.escapes)
    if (this.#dialect.names.includes(quote)) return this.#quoted('quoted', quote, false)
    if (this.#dialect.dollars && this.#dollarText()) return this.tokens.at(-1)?.kind !== 'broken'
    if (!this.#follows() && this.#add('number', this.#match(patterns.number))) return true
    if (this.#add('word', this.#match(patterns.word))) return this.#prefixedText(at)
    if (this.#add('variable', this.#match(patterns.variable))) return true
    if (this.#add('symbol', this.#operator())) return true
    this.#at += 1
    return this.#add('symbol', 1)
  }

  /** How long what a pattern finds here is; the place moves behind it. */
  #match(pattern: RegExp): number {
    pattern.lastIndex = this.#at
    const length = pattern.test(this.#code) ? pattern.lastIndex - this.#at : 0
    this.#at += length
    return length
  }

  #add(kind: TokenKind, length: number): boolean {
    if (length === 0) return false
    const [from, to] = [this.#at - length, this.#at]
    const text = this.#code.slice(from, to)
    this.tokens.push({ kind, text, word: kind === 'word' ? text.toUpperCase() : '', at: from, to })
    return true
  }

  /** Whether a dot here joins the parts of a name, and begins no number. */
  #follows(): boolean {
    if (this.#code.charAt(this.#at) !== '.') return false
    const last = this.tokens.at(-1)
    return last !== undefined && last.to === this.#at && (last.kind === 'word' || last.kind === 'quoted')
  }

  #isComment(at: number): boolean {
    const [first, second] = [this.#code.charAt(at), this.#code.charAt(at + 1)]
    if (first === '#') return this.#dialect.hashes
    return (first === '-' && second === '-') || (first === '/' && second === '*')
  }

  /** Signs that are written together, up to a comment. */
  #operator(): number {
    const from = this.#at
    while (!this.#isComment(this.#at) && this.#match(patterns.operator) > 0) {}
    return this.#at - from
  }

  /** Passes a comment: whether it ends, or undefined where there is none. */
  #comment(): boolean | undefined {
    if (!this.#isComment(this.#at)) return undefined
    if (this.#code.charAt(this.#at) === '/') return this.#block()
    const end = this.#code.indexOf('\n', this.#at)
    this.#at = end < 0 ? this.#code.length : end
    return true
  }

  #block(): boolean {
    const from = this.#at
    const edge = /\/\*|\*\//g
    edge.lastIndex = from + 2
    let depth = 1
    for (let found = edge.exec(this.#code); found !== null; found = edge.exec(this.#code)) {
      if (found[0] === '*/') depth -= 1
      else if (this.#dialect.nests) depth += 1
      else edge.lastIndex -= 1
      this.#at = edge.lastIndex
      if (depth === 0) return true
    }
    return this.#broken(from, 'a comment')
  }

  /** A text with a letter before it: where one says so, a backslash does, or does not, escape. */
  #prefixedText(from: number): boolean {
    const last = this.tokens.at(-1)
    const quote = this.#code.charAt(this.#at)
    if (last === undefined || last.at !== from || last.text.length !== 1 || !this.#dialect.texts.includes(quote))
      return true
    if (!/^[ER]$/.test(last.word) || quote === '') return true
    if (last.word === 'R' && this.#dialect.dollars) return true
    this.tokens.pop()
    return this.#quoted('text', quote, last.word === 'E')
  }

  #quoted(kind: 'text' | 'quoted', quote: string, escapes: boolean): boolean {
    const code = this.#code
    const from = this.#at
    let at = from + 1
    let inside = ''
    let start = at
    for (; at < code.length; at += 1) {
      const character = code.charAt(at)
      if (escapes && character === '\\') at += 1
      else if (character === quote) {
        if (code.charAt(at + 1) !== quote) break
        // A doubled mark stands for itself.
        inside += code.slice(start, at + 1)
        start = at + 2
        at += 1
      }
    }
    if (at >= code.length) return this.#broken(from, kind === 'text' ? 'a text' : 'a name')
    this.#at = at + 1
    this.tokens.push({ kind, text: inside + code.slice(start, at), word: '', at: from, to: this.#at })
    return true
  }

  #dollarText(): boolean {
    const from = this.#at
    const length = this.#match(patterns.dollar)
    if (length === 0) return false
    const mark = this.#code.slice(from, from + length)
    const end = this.#code.indexOf(mark, this.#at)
    if (end < 0) this.#broken(from, 'a text')
    else {
      this.tokens.push({ kind: 'text', text: this.#code.slice(this.#at, end), word: '', at: from, to: end + length })
      this.#at = end + length
    }
    return true
  }

  #broken(at: number, text: string): false {
    this.#at = this.#code.length
    this.tokens.push({ kind: 'broken', text, word: '', at, to: this.#at })
    return false
  }
}

/** The pieces of SQL code, without comments and hints; the last one is its end. */
export function tokensOf(code: string, dialect: Dialect): readonly Token[] {
  return new Tokenizer(code, dialect).run()
}
