import { FromReader } from './from-reader.ts'
import { callable, reserved, setOperators } from './words.ts'

/** The clauses of a query in the order they may have; those with one number may be in any. */
const ranks: ReadonlyMap<string, number> = new Map([
  ...([
    ['FROM', 1],
    ['LATERAL', 2],
    ['WHERE', 3],
    ['CONNECT', 4],
    ['START', 4],
    ['GROUP', 5],
    ['HAVING', 6],
  ] as const),
  ...([
    ['WINDOW', 7],
    ['QUALIFY', 7],
    ['ZORDER', 8],
    ['ORDER', 8],
    ['CLUSTER', 8],
    ['DISTRIBUTE', 8],
  ] as const),
  ...([
    ['SORT', 8],
    ['LIMIT', 9],
    ['OFFSET', 9],
    ['FETCH', 9],
    ['FOR', 10],
    ['INTO', 10],
  ] as const),
])

/** The rank that clauses behind brackets have at least. */
const behindBrackets = 8

const modifiers: readonly string[] = [
  ...[
    'ALL',
    'STRAIGHT_JOIN',
    'SQL_CALC_FOUND_ROWS',
    'SQL_NO_CACHE',
    'SQL_CACHE',
    'SQL_SMALL_RESULT',
    'SQL_BIG_RESULT',
    'HIGH_PRIORITY',
    'DISTINCTROW',
  ],
]

/** Reads queries: what they select from, whatever they stand in. */
export abstract class QueryReader extends FromReader {
  /** A statement in the place of a query, as `with x as (insert … returning …)` has it; false where none begins. */
  abstract change(): boolean

  query(): void {
    this.deeper(() =>
      this.uncollected(() =>
        this.scoped(() => {
          if (this.word === 'WITH') this.withQueries()
          this.#primary()
          this.setOperations()
          this.clauses(behindBrackets)
        }),
      ),
    )
  }

  /** `with a as (…), b as (…)`: names of queries, each known to those behind it and, where it may recur, to itself. */
  withQueries(): void {
    this.expect('WITH')
    const recurs = this.accept('RECURSIVE')
    do {
      const name = this.name()
      if (recurs) this.nameQuery(name)
      if (this.isSymbol('(')) this.skipBrackets()
      this.expect('AS')
      this.accept('NOT')
      this.accept('MATERIALIZED')
      this.expectSymbol('(')
      if (!this.change()) this.query()
      this.expectSymbol(')')
      this.nameQuery(name)
    } while (this.acceptSymbol(','))
  }

  setOperations(): void {
    while (setOperators.has(this.word)) {
      this.next()
      this.accept('ALL', 'DISTINCT')
      if (!this.acceptAll('BY', 'NAME')) this.acceptAll('CORRESPONDING')
      this.#primary()
    }
  }

  #primary(): void {
    if (this.accept('SELECT')) this.#select()
    else if (this.word === 'FROM') this.fromFirst()
    else if (this.word === 'VALUES') this.rows()
    else if (this.accept('TABLE')) this.readTable()
    else if (this.acceptSymbol('(')) {
      this.query()
      this.expectSymbol(')')
    } else if (!this.#mapOrReduce()) this.fail('where a query is due')
  }

  /** `from t … select …`, also with several `insert`. */
  fromFirst(): void {
    this.expect('FROM')
    this.fromList()
    if (this.accept('WHERE')) this.expression()
    if (this.word === 'INSERT') {
      while (this.change()) {}
    } else if (this.accept('SELECT')) this.#select()
    else if (!this.#mapOrReduce()) this.fail('where select or insert is due')
  }

  #select(): void {
    while (this.accept(...modifiers)) {}
    if (this.accept('DISTINCT') && this.word === 'ON' && this.peek(1).text === '(') this.#call()
    if (this.#isTransform()) {
      this.#transform()
      return
    }
    if (this.word === 'FROM' && this.peek(1).text !== '(') this.fail('where a column is due')
    do this.#item()
    while (this.acceptSymbol(','))
    if (this.accept('INTO')) this.into()
    this.clauses()
  }

  /** `select … into t`, which makes a table. */
  into(): void {
    if (this.token.kind === 'variable') {
      this.expressions()
      return
    }
    if (this.accept('OUTFILE', 'DUMPFILE')) {
      while (this.word !== 'FROM' && !this.isEnd) this.next()
      return
    }
    const isTemporary = this.accept('TEMP', 'TEMPORARY')
    this.accept('UNLOGGED')
    this.accept('TABLE')
    if (isTemporary) this.nameLocal(this.name())
    else this.use('creates', 'writes')
  }

  #call(): void {
    this.next()
    this.group('')
  }

  #item(): void {
    this.expression()
    if (!this.accept('AS')) {
      const { kind } = this.token
      if (kind === 'text' || kind === 'quoted') this.next()
      else if (kind === 'word' && !reserved.has(this.word)) this.next()
      return
    }
    if (this.isSymbol('(')) {
      this.skipBrackets()
      return
    }
    if (this.token.kind === 'text') this.next()
    else this.part()
  }

  #isTransform(): boolean {
    if (this.word === 'TRANSFORM') return this.#isUsed(1)
    return (this.word === 'MAP' || this.word === 'REDUCE') && this.#isUsed(1)
  }

  /** Whether a script is named behind brackets: functions have such names, too. */
  #isUsed(from: number): boolean {
    if (this.peek(from).text !== '(') return this.word !== 'TRANSFORM'
    let depth = 0
    for (let distance = from; ; distance += 1) {
      const { kind, text } = this.peek(distance)
      if (kind === 'end') return false
      if (kind === 'symbol' && text === '(') depth += 1
      if (kind === 'symbol' && text === ')') depth -= 1
      if (depth === 0) return ['USING', 'ROW'].includes(this.peek(distance + 1).word)
    }
  }

  #mapOrReduce(): boolean {
    if (this.word !== 'MAP' && this.word !== 'REDUCE') return false
    this.#transform()
    return true
  }

  /** A script that makes rows of rows; its formats and columns are no tables. */
  #transform(): void {
    let isScript = false
    while (!this.isEnd && !this.isSymbol(')') && !(ranks.has(this.word) && isScript) && this.word !== 'INSERT') {
      if (this.word === 'USING') isScript = true
      if (this.isSymbol('(')) this.group('')
      else this.next()
    }
    if (!isScript) this.fail('where using is due')
    this.clauses()
  }

  rows(): void {
    this.expect('VALUES')
    this.expressions()
  }

  /**
   * What stands behind the columns of a query.
   *
   * @param from - what comes before: behind brackets only the order of rows, and how many, may be said
   */
  clauses(from: number = 0): void {
    let rank = from
    for (;;) {
      const { word } = this
      const next = ranks.get(word)
      if (next === undefined || (callable.has(word) && this.peek(1).text === '(' && word !== 'OFFSET')) return
      if (next < rank || (next === rank && rank > from && next < 7 && word !== 'LATERAL')) this.fail()
      rank = next
      this.#clause(word)
    }
  }

  #clause(word: string): void {
    if (word === 'LATERAL') {
      this.lateralView()
      return
    }
    this.next()
    if (word === 'FROM') this.fromList()
    else if (word === 'INTO') this.into()
    else if (word === 'WHERE' || word === 'HAVING' || word === 'QUALIFY') this.expression()
    else if (word === 'START' || word === 'CONNECT') this.#hierarchy()
    else if (word === 'WINDOW') this.#windows()
    else if (word === 'LIMIT' || word === 'OFFSET' || word === 'FETCH') this.#limit()
    else if (word === 'FOR') while (!this.isEnd && !this.isSymbol(')')) this.next()
    else this.#by(word)
  }

  #hierarchy(): void {
    this.accept('WITH', 'BY')
    this.accept('NOCYCLE')
    this.expression()
  }

  #windows(): void {
    do {
      this.part()
      this.expect('AS')
      this.group('OVER')
    } while (this.acceptSymbol(','))
  }

  #limit(): void {
    if (!this.accept('FIRST', 'NEXT') || !['ROW', 'ROWS'].includes(this.word)) this.expressions()
    this.accept('PERCENT')
    if (this.accept('ROW', 'ROWS') && !this.accept('ONLY')) this.acceptAll('WITH', 'TIES')
  }

  #by(word: string): void {
    if (word === 'ORDER') this.accept('SIBLINGS')
    this.expect('BY')
    if (word === 'GROUP') this.accept('DISTINCT')
    do {
      if (this.acceptAll('GROUPING', 'SETS')) this.group('')
      else this.expression()
      this.#direction()
    } while (this.acceptSymbol(','))
    if (this.word !== 'WITH' || !['ROLLUP', 'CUBE', 'TOTALS'].includes(this.peek(1).word)) return
    this.next()
    this.next()
  }

  #direction(): void {
    this.accept('ASC', 'DESC')
    if (this.accept('USING')) this.next()
    if (this.accept('NULLS')) this.accept('FIRST', 'LAST')
    if (this.acceptAll('GROUPING', 'SETS')) this.group('')
  }
}
