import { UseReader } from './use-reader.ts'
import { callable, fromCalls, operators, reserved, setOperators, tableCalls } from './words.ts'

/** Words that may stand before a value. */
const prefixes: ReadonlySet<string> = new Set(['NOT', 'BINARY', 'PRIOR', 'SYMMETRIC', 'ASYMMETRIC'])
/** Several words between two values. */
const between: readonly (readonly string[])[] = [
  ['SIMILAR', 'TO'],
  ['NOT', 'SIMILAR', 'TO'],
  ['AT', 'TIME', 'ZONE'],
  ['MEMBER', 'OF'],
  ['SOUNDS', 'LIKE'],
]
/** Words of statements, which are never inside of brackets. */
const strange: ReadonlySet<string> = new Set(['JOIN', 'INTO', 'GROUP', 'HAVING'])
/** Words behind which such a word is meant otherwise. */
const before: ReadonlySet<string> = new Set(['WITHIN', 'AS'])
const units = /^(?:MICRO|MILLI|NANO)?(?:SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)S?(?:_[A-Z]+)?$/

/**
 * Passes over expressions, of which only the queries inside matter. It ends before the first piece that cannot go on with the
 * expression, so that a misspelt word is found and no table after it missed.
 */
export abstract class ExpressionReader extends UseReader {
  abstract query(): void

  /** Whether a query begins here. */
  get isQuery(): boolean {
    const { word } = this
    if (word === 'SELECT') return true
    return (
      word === 'WITH' && (this.peek(2).word === 'AS' || this.peek(1).word === 'RECURSIVE' || this.peek(2).text === '(')
    )
  }

  /** Whether the next word can stand for a column, a function or a name given to one. */
  get isPlain(): boolean {
    if (this.token.kind !== 'word') return this.token.kind === 'quoted'
    return !reserved.has(this.word) || (callable.has(this.word) && this.peek(1).text === '(')
  }

  expression(): void {
    const cases = { open: 0 }
    this.#value(cases)
    while (this.#continues(cases)) {}
    if (cases.open > 0) this.fail('inside of case … end')
  }

  /** Reads several, with commas between them. */
  expressions(after: () => void = () => undefined): void {
    do {
      this.expression()
      after()
    } while (this.acceptSymbol(','))
  }

  /** A value: all before it, and it. */
  #value(cases: { open: number }): void {
    for (;;) {
      const { kind, text, word } = this.token
      if (kind === 'word' && word === 'CASE' && this.peek(1).text !== '.') {
        this.next()
        cases.open += 1
        if (this.accept('WHEN')) continue
      } else if (prefixes.has(word) && this.peek(1).text !== '.') this.next()
      else if (kind === 'symbol' && !/^[(),;.[\]{}*?]/.test(text)) this.next()
      else break
    }
    this.#operand()
  }

  #operand(): void {
    const { kind, text, word } = this.token
    if (this.isSymbol('(')) {
      this.group('')
      return
    }
    if (this.isSymbol('[')) {
      this.#index()
      return
    }
    if (kind === 'symbol' && text.startsWith('?')) return void this.next()
    if (kind === 'symbol' && text.startsWith('*')) {
      this.#star()
      return
    }
    if (kind === 'text' || kind === 'number' || kind === 'variable') return void this.next()
    if (word === 'INTERVAL' && this.peek(1).text !== '.') {
      this.#interval()
      return
    }
    if (kind === 'word' && !this.isPlain && word !== 'ALL' && word !== 'ON') this.fail('where a value is due')
    if (!this.isName) this.fail('where a value is due')
    this.next()
    // A word before a text says what the text is, as in date '2024-01-01'.
    if (kind === 'word' && this.token.kind === 'text') this.next()
  }

  /** `*`, and the columns that it leaves out or changes. */
  #star(): void {
    this.next()
    while (this.peek(1).text === '(' && this.accept('EXCEPT', 'EXCLUDE', 'REPLACE', 'RENAME')) this.group('')
  }

  #interval(): void {
    this.next()
    const { kind, text } = this.token
    const isLength = ['text', 'number', 'variable'].includes(kind) || /^[(+-]$/.test(text) || /^[$@{]/.test(text)
    if (!isLength && !units.test(this.peek(1).word)) return
    this.#value({ open: 0 })
    while (this.isSymbol('.') || (this.token.kind === 'word' && units.test(this.word))) {
      this.next()
      if (this.acceptAll('TO')) continue
      if (this.isSymbol('(')) this.group('')
    }
  }

  /** Reads what goes on with an expression behind a value; false when nothing does. */
  #continues(cases: { open: number }): boolean {
    const { kind, text, word } = this.token
    if (kind === 'symbol') return this.#symbol(text, cases)
    if (kind === 'text') return this.previous?.kind === 'text' && this.next() !== undefined
    if (kind !== 'word') return false
    if (cases.open > 0 && this.#ofCase(cases)) return true
    if (word === 'NOT' && operators.has(this.peek(1).word)) return this.next() !== undefined
    if (operators.has(word)) {
      this.next()
      this.#value(cases)
      return true
    }
    return this.#postfix(cases)
  }

  #ofCase(cases: { open: number }): boolean {
    if (this.accept('END')) {
      cases.open -= 1
      // The statement END CASE has no place in queries.
      return true
    }
    if (!this.accept('WHEN', 'THEN', 'ELSE')) return false
    this.#value(cases)
    return true
  }

  #symbol(text: string, cases: { open: number }): boolean {
    if (text === '(') {
      this.group(this.previous?.word ?? '')
      return true
    }
    if (text === '[') {
      this.#index()
      return true
    }
    if (text === '.') {
      this.next()
      if (this.token.kind === 'symbol' && this.token.text.startsWith('*')) this.#star()
      else if (this.token.kind === 'number') this.next()
      else this.part()
      return true
    }
    if (text === '::') {
      this.next()
      this.#type()
      return true
    }
    if (/^[),;\]{}]/.test(text)) return false
    this.next()
    this.#value(cases)
    return true
  }

  /** A type behind `::`. */
  #type(): void {
    this.name()
    this.accept('PRECISION', 'VARYING')
    if (this.isSymbol('(')) this.group('')
    if (this.acceptAll('WITH', 'TIME', 'ZONE') || this.acceptAll('WITHOUT', 'TIME', 'ZONE')) return
    while (this.isSymbol('[')) this.#index()
  }

  #postfix(cases: { open: number }): boolean {
    if (this.accept('IS')) return this.#is(cases)
    if (between.some((words) => this.acceptAll(...words))) {
      this.#value(cases)
      return true
    }
    if (this.acceptAll('IGNORE', 'NULLS') || this.acceptAll('RESPECT', 'NULLS')) return true
    if (this.accept('ISNULL', 'NOTNULL')) return true
    return this.#ofCall()
  }

  /** What is said of the call of a function, behind its brackets. */
  #ofCall(): boolean {
    if (this.previous?.text !== ')' && this.previous?.word !== 'NULLS') return false
    if (this.accept('OVER')) return this.#over()
    if (this.word === 'WITHIN' && this.peek(1).word === 'GROUP') this.next()
    else if (this.word !== 'FILTER') return false
    return this.peek(1).text === '(' && this.#call()
  }

  #is(cases: { open: number }): boolean {
    this.accept('NOT')
    if (this.acceptAll('DISTINCT', 'FROM')) this.#value(cases)
    else if (!this.accept('JSON')) this.part()
    else this.accept('VALUE', 'ARRAY', 'OBJECT', 'SCALAR')
    return true
  }

  #over(): boolean {
    if (this.isSymbol('(')) this.group('OVER')
    else this.part()
    return true
  }

  #call(): boolean {
    const { word } = this.next()
    this.group(word)
    return true
  }

  #index(): void {
    this.expectSymbol('[')
    for (let depth = 1; depth > 0; ) {
      if (this.isEnd) this.fail('in brackets that are not closed')
      if (this.isSymbol('(')) {
        this.group(this.previous?.word ?? '')
        continue
      }
      if (this.isSymbol('[')) depth += 1
      if (this.isSymbol(']')) depth -= 1
      this.next()
    }
  }

  /** Reads brackets with all in them, and the queries among it. */
  group(caller: string): void {
    this.uncollected(() => this.#group(caller))
  }

  #group(caller: string): void {
    const callers: string[] = []
    let opening = caller
    do {
      if (this.isSymbol('(')) {
        this.next()
        callers.push(opening)
        if (tableCalls.has(opening)) this.readNamedTable()
        if (this.isQuery) this.query()
      } else if (this.isSymbol(')')) {
        this.next()
        callers.pop()
      } else this.#inside(callers.at(-1) ?? '')
      opening = this.previous?.word ?? ''
    } while (callers.length > 0)
  }

  /** One piece inside of brackets. Words of queries may stand only where they begin one, so that none is missed. */
  #inside(caller: string): void {
    if (this.isEnd) this.fail('in brackets that are not closed')
    const { word } = this.token
    const last = this.previous
    const isNamed = last?.text === '.' || last?.word === 'AS'
    if (word === '' || isNamed) return void this.next()
    if (word === 'SELECT') {
      this.#later(last?.word ?? '')
      return
    }
    if (word === 'TABLE' && this.#isTableArgument(last?.kind === 'word')) {
      this.#tableArgument()
      return
    }
    if (word === 'FROM' && !fromCalls.has(caller) && last?.word !== 'DISTINCT') this.fail()
    if (word === 'WHERE' && caller !== 'FILTER') this.fail()
    if (strange.has(word) && !before.has(last?.word ?? '') && this.peek(1).text !== '(') this.fail()
    this.next()
  }

  #tableArgument(): void {
    this.next()
    const isInBrackets = this.acceptSymbol('(')
    this.readTable()
    if (isInBrackets) this.expectSymbol(')')
  }

  /** `table t` and `table(t)` in the place of an argument: the rows of a table. */
  #isTableArgument(isBehindWord: boolean): boolean {
    if (this.peek(1).text !== '(') return !isBehindWord && ['word', 'quoted'].includes(this.peek(1).kind)
    return ['word', 'quoted'].includes(this.peek(2).kind) && [')', '.'].includes(this.peek(3).text)
  }

  /** A query behind another one in brackets. */
  #later(last: string): void {
    if (!setOperators.has(last) && last !== 'ALL' && last !== 'DISTINCT') this.fail()
    this.query()
  }
}
