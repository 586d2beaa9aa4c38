import { ExpressionReader } from './expression-reader.ts'
import type { Source } from './use-reader.ts'
import { reserved } from './words.ts'

const sides: readonly string[] = ['NATURAL', 'LEFT', 'RIGHT', 'FULL', 'INNER', 'CROSS', 'OUTER', 'SEMI', 'ANTI', 'ASOF']

/** Reads what stands behind `from`: tables, queries, functions and how they are joined. */
export abstract class FromReader extends ExpressionReader {
  abstract setOperations(): void
  abstract clauses(from?: number): void
  abstract rows(): void

  /** Items with joins and commas between them. */
  fromList(): void {
    do this.#joined()
    while (this.acceptSymbol(','))
  }

  #joined(): void {
    this.fromItem()
    for (;;) {
      if (this.word === 'LATERAL' && this.peek(1).word === 'VIEW') this.lateralView()
      else if (this.word === 'ON' && !['DUPLICATE', 'CONFLICT'].includes(this.peek(1).word)) this.#condition()
      else if (this.word === 'USING' && this.peek(1).text === '(') {
        this.next()
        this.skipBrackets()
      } else if (!this.#join()) return
    }
  }

  #condition(): void {
    this.next()
    this.expression()
  }

  #join(): boolean {
    let length = 0
    while (sides.includes(this.peek(length).word)) length += 1
    const { word } = this.peek(length)
    if (word !== 'JOIN' && !(length === 0 && word === 'STRAIGHT_JOIN')) return false
    for (let left = length; left >= 0; left -= 1) this.next()
    this.fromItem()
    return true
  }

  /** One table, query or function, with the name given to it. */
  fromItem(): void {
    this.accept('LATERAL')
    if (this.isSymbol('(')) this.deeper(() => this.#brackets())
    else if (this.word === 'VALUES' && this.peek(1).text !== '.') this.rows()
    else if (this.word === 'TABLE' && this.peek(1).text === '(') this.#function()
    else if (this.token.kind === 'variable') this.next()
    else if (this.isPlain) {
      this.#named()
      return
    } else this.fail('where a table is due')
    this.#suffixes()
    this.alias()
  }

  /** A query in brackets, or joins of tables: what stands in several brackets may be either until they end. */
  #brackets(): void {
    this.expectSymbol('(')
    if (this.isQuery || this.word === 'FROM') this.uncollected(() => this.query())
    else {
      this.fromList()
      this.setOperations()
      this.clauses(8)
    }
    this.expectSymbol(')')
  }

  #function(): void {
    const { word } = this.next()
    this.group(word)
  }

  #named(): void {
    this.accept('ONLY')
    if (this.#isCall()) {
      while (!this.isSymbol('(')) this.next()
      this.group('')
      this.#suffixes()
      return void this.alias()
    }
    const source = this.readTable()
    this.#suffixes()
    const alias = this.alias()
    if (source !== undefined) this.#nameSource(source, alias)
    this.#suffixes()
  }

  #nameSource(source: Source, alias: string): void {
    source.alias = alias
  }

  /** Whether a function is called here: its name, which may have parts, and a bracket. */
  #isCall(): boolean {
    let distance = 1
    while (this.peek(distance).text === '.' && this.peek(distance).kind === 'symbol') distance += 2
    return this.peek(distance).text === '(' && this.peek(distance).kind === 'symbol'
  }

  /** What may be said of a table before it gets a name, and behind it. */
  #suffixes(): void {
    for (;;) {
      if (
        this.acceptAll('FOR', 'SYSTEM_TIME') ||
        this.acceptAll('FOR', 'VERSION') ||
        this.acceptAll('FOR', 'TIMESTAMP')
      )
        this.#asOf()
      else if (
        ['VERSION', 'TIMESTAMP', 'SYSTEM_TIME'].includes(this.word) &&
        this.peek(1).word === 'AS' &&
        this.peek(2).word === 'OF'
      ) {
        this.next()
        this.#asOf()
      } else if (this.acceptAll('WITH', 'ORDINALITY')) continue
      else if (this.#isSuffix()) this.#suffix()
      else return
    }
  }

  #asOf(): void {
    this.expect('AS')
    this.expect('OF')
    this.expression()
  }

  #isSuffix(): boolean {
    const { word } = this
    const second = this.peek(1)
    if (['PARTITION', 'PIVOT', 'UNPIVOT', 'MATCH_RECOGNIZE', 'TABLESAMPLE'].includes(word)) return true
    if (word === 'WITH') return second.text === '('
    return ['USE', 'FORCE', 'IGNORE'].includes(word) && ['INDEX', 'KEY'].includes(second.word)
  }

  #suffix(): void {
    const { word } = this.next()
    while (!this.isSymbol('(')) {
      // The way to sample, or which rows, stands before the brackets.
      if (this.token.kind !== 'word') this.fail()
      this.next()
    }
    this.skipBrackets()
    if (word === 'TABLESAMPLE' && this.accept('REPEATABLE', 'SEED')) this.skipBrackets()
  }

  /** The name given to something, which is no table; the empty text where there is none. */
  alias(): string {
    const isGiven = this.accept('AS')
    if (!isGiven && (!this.isName || reserved.has(this.word) || this.#isScript)) {
      if (this.isSymbol('(') && this.previous?.text === ')') this.skipBrackets()
      return ''
    }
    if (isGiven && this.isSymbol('(')) {
      this.skipBrackets()
      return ''
    }
    const name = this.part()
    if (this.isSymbol('(')) this.skipBrackets()
    return name
  }

  /** Whether `map` or `reduce` begins what a script does, and is no name of a table. */
  get #isScript(): boolean {
    const { kind, word } = this.peek(1)
    return ['MAP', 'REDUCE'].includes(this.word) && (kind === 'word' || kind === 'quoted') && !reserved.has(word)
  }

  /** `lateral view [outer] explode(…) t as a, b` */
  lateralView(): void {
    this.next()
    this.next()
    this.accept('OUTER')
    if (!this.#isCall()) this.fail('where a table function is due')
    while (!this.isSymbol('(')) this.next()
    this.group('')
    if (this.isName && !reserved.has(this.word)) this.part()
    if (!this.accept('AS') && (!this.isName || reserved.has(this.word))) return
    if (this.isSymbol('(')) {
      this.skipBrackets()
      return
    }
    do this.part()
    while (this.#isColumnNext() && this.acceptSymbol(','))
  }

  /** Whether behind a comma stands one more column, and no further table with a name of its own. */
  #isColumnNext(): boolean {
    const [column, after] = [this.peek(1), this.peek(2)]
    if (!this.isSymbol(',') || (column.kind !== 'word' && column.kind !== 'quoted')) return false
    return after.kind === 'symbol'
      ? after.text !== '.' && after.text !== '('
      : after.kind === 'end' || reserved.has(after.word)
  }
}
