import type { Token } from './token.ts'
import { Unreadable } from './unreadable.ts'

/** How deep queries may stand in one another: deeper ones are not read, so that no code can exhaust the stack. */
const deepest = 200

/** Words that begin statements, and nothing else that begins a line. */
const beginnings: ReadonlySet<string> = new Set(['INSERT', 'SELECT', 'CREATE', 'MERGE'])

/** How long code is read, in milliseconds. */
const longest = 1500

/** Walks over the pieces of SQL code. */
export class TokenReader {
  readonly #code: string
  readonly #tokens: readonly Token[]
  readonly #last: Token
  #at = 0
  #depth = 0
  readonly #end: number = performance.now() + longest

  constructor(code: string, tokens: readonly Token[]) {
    this.#code = code
    this.#tokens = tokens
    this.#last = tokens.at(-1) ?? { kind: 'end', text: '', word: '', at: 0, to: 0 }
  }

  /** The piece that comes next. */
  get token(): Token {
    return this.#tokens[this.#at] ?? this.#last
  }

  /** The next piece as a keyword; the empty text where it is none. */
  get word(): string {
    return this.token.word
  }

  get previous(): Token | undefined {
    return this.#tokens[this.#at - 1]
  }

  peek(distance: number): Token {
    return this.#tokens[this.#at + distance] ?? this.#last
  }

  /** Whether reading takes too long; no code that was tried does. */
  get isLate(): boolean {
    return performance.now() > this.#end
  }

  /** Whether the next piece is the first of its line. */
  get isLineStart(): boolean {
    return this.#code.slice(this.previous?.to ?? 0, this.token.at).includes('\n')
  }

  next(): Token {
    const { token } = this
    if (this.#at % 1024 === 1023 && this.isLate) throw new Unreadable(`reading takes more than ${longest} ms`, token.at)
    if (token.kind === 'broken') throw new Unreadable(`${token.text} begins here and does not end`, token.at)
    if (this.#at < this.#tokens.length - 1) this.#at += 1
    return token
  }

  isSymbol(text: string): boolean {
    return this.token.kind === 'symbol' && this.token.text === text
  }

  /** Whether the code, or the statement, ends here. */
  get isEnd(): boolean {
    return this.token.kind === 'end' || this.isSymbol(';')
  }

  /** Takes the next piece when it is one of these keywords. */
  accept(...words: readonly string[]): boolean {
    const isOne = this.word !== '' && words.includes(this.word)
    if (isOne) this.next()
    return isOne
  }

  /** Takes several keywords that follow each other, or none of them. */
  acceptAll(...words: readonly string[]): boolean {
    const isHere = words.every((word, distance) => this.peek(distance).word === word)
    if (isHere) for (const _ of words) this.next()
    return isHere
  }

  acceptSymbol(text: string): boolean {
    const isHere = this.isSymbol(text)
    if (isHere) this.next()
    return isHere
  }

  expect(word: string): void {
    if (!this.accept(word)) this.fail(`where ${word.toLowerCase()} is due`)
  }

  expectSymbol(text: string): void {
    if (!this.acceptSymbol(text)) this.fail(`where "${text}" is due`)
  }

  /** Ends the statement: the next piece cannot stand where it does. */
  fail(why = 'unexpected'): never {
    const { kind, text, at } = this.token
    if (kind === 'broken') throw new Unreadable(`${text} begins here and does not end`, at)
    const what = kind === 'end' ? 'the code ends' : `"${text.slice(0, 40)}" stands here`
    throw new Unreadable(why === 'unexpected' ? `${what}, which is not understood` : `${what} ${why}`, at)
  }

  failAt(message: string, at: number): never {
    throw new Unreadable(message, at)
  }

  /** Runs what reads something that can stand in itself. */
  deeper(read: () => void): void {
    if (this.#depth >= deepest) this.fail(`more than ${deepest} brackets and queries deep`)
    this.#depth += 1
    read()
    this.#depth -= 1
  }

  /** Passes one piece of something that is not looked at. What begins a line like a statement is one: a semicolon is missing. */
  pass(): void {
    if (beginnings.has(this.word) && this.isLineStart) this.fail('without a semicolon before it')
    this.next()
  }

  /** Passes all up to the end of the statement. */
  skipStatement(): void {
    while (!this.isEnd) this.pass()
  }

  /** Passes what stands in brackets, whatever it is, and gives its pieces. */
  skipBrackets(): readonly Token[] {
    const from = this.#at
    this.expectSymbol('(')
    for (let depth = 1; depth > 0; ) {
      if (this.isEnd) this.fail('in brackets that are not closed')
      if (this.isSymbol('(')) depth += 1
      if (this.isSymbol(')')) depth -= 1
      this.next()
    }
    return this.#tokens.slice(from + 1, this.#at - 1)
  }

  /** After an error: goes on behind the statement, as semicolons divide the code. */
  recover(): void {
    this.#depth = 0
    while (!this.isEnd) this.#at += 1
  }
}
