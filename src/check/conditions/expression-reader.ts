import { showValue } from '../../diagnostics/show-value.ts'
import type { Expression } from './expression.ts'
import { faultAfterValue, faultBeforeValue, isForeignWord, valueHint } from './hints.ts'
import { ConditionError, type ConditionFault, type Token } from './tokens.ts'

/** As deep as parsers of Python go. */
const deepest = 90

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<>', '<', '>', '<=', '>='])

/** How strongly operators of arithmetic bind. */
const strengths: Readonly<Record<string, number>> = {
  '|': 1,
  '^': 2,
  '&': 3,
  '<<': 4,
  '>>': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '//': 6,
  '%': 6,
  '@': 6,
}

/** Words that are no names; True, False and None are values. */
const keywords: ReadonlySet<string> = new Set(
  'and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
)

const closings: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' }

const other: Expression = { kind: 'other' }

/** Ends reading where a placeholder stands in the place of an operator: what it becomes is not known. */
export class UnknownOperator extends Error {
  constructor() {
    super('a placeholder in the place of an operator')
    this.name = 'UnknownOperator'
  }
}

/** Reads an expression of Python from the top down: every step one token, every bracket one step deeper. */
export class ExpressionReader {
  readonly #tokens: readonly Token[]
  #next = 0
  #depth = 0
  /** The first thing that is Python for some and not for others. */
  disputed: ConditionFault | undefined

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  /** The whole condition. */
  read(): Expression {
    const first = this.#expression()
    if (!this.#is(',')) return this.#end(first)
    const hint = "Write 'and' between conditions that must all hold."
    this.disputed ??= { at: this.#token.at, message: 'With a comma this is a list, which always holds.', hint }
    while (this.#take(',')) if (this.#token.kind !== 'end') this.#expression()
    return this.#end(other)
  }

  #end(expression: Expression): Expression {
    if (this.#token.kind !== 'end') this.#failAfterValue()
    return expression
  }

  get #token(): Token {
    // The last token is the end, which nothing takes.
    return this.#tokens[this.#next] ?? { kind: 'end', text: '', at: 0 }
  }

  #is(text: string): boolean {
    const { kind, text: own } = this.#token
    return own === text && (kind === 'operator' || kind === 'name')
  }

  #take(text: string): boolean {
    const found = this.#is(text)
    if (found) this.#next++
    return found
  }

  #failAfterValue(): never {
    if (this.#token.kind === 'placeholder') {
      const before = this.#tokens[this.#next - 1]
      if (before === undefined || !isForeignWord(before)) throw new UnknownOperator()
      throw faultAfterValue(before)
    }
    throw faultAfterValue(this.#token)
  }

  #failBeforeValue(): never {
    throw faultBeforeValue(this.#token, this.#tokens[this.#next - 1])
  }

  /** Goes one step deeper for what is inside. */
  #inside<Found>(read: () => Found): Found {
    if (++this.#depth > deepest) {
      throw new ConditionError(this.#token.at, `The condition is nested deeper than ${deepest} levels.`)
    }
    const found = read()
    this.#depth--
    return found
  }

  #expression(): Expression {
    return this.#inside(() => {
      if (this.#take('lambda')) return this.#lambda()
      const value = this.#or()
      if (!this.#take('if')) return value
      this.#or()
      if (this.#token.kind === 'end') {
        throw new ConditionError(this.#token.at, "The 'if' has no 'else'.", 'Write: value if condition else other.')
      }
      if (!this.#take('else')) this.#failAfterValue()
      this.#expression()
      return other
    })
  }

  #lambda(): Expression {
    while (!this.#is(':') && this.#token.kind !== 'end') this.#next++
    if (!this.#take(':')) this.#failBeforeValue()
    this.#expression()
    return other
  }

  #or(): Expression {
    return this.#joined('or', () => this.#joined('and', () => this.#not()))
  }

  #joined(kind: 'and' | 'or', read: () => Expression): Expression {
    const operands = [read()]
    while (this.#take(kind)) operands.push(read())
    const [only = other] = operands
    return operands.length === 1 ? only : { kind, operands }
  }

  #not(): Expression {
    if (!this.#take('not')) return this.#comparison()
    return { kind: 'not', operand: this.#inside(() => this.#not()) }
  }

  #comparison(): Expression {
    const first = this.#arithmetic(1)
    const operands = [first]
    const operators: string[] = []
    for (let found = this.#comparisonOperator(); found !== undefined; found = this.#comparisonOperator()) {
      operators.push(found)
      operands.push(this.#arithmetic(1))
    }
    return operators.length === 0 ? first : { kind: 'comparison', operands, operators }
  }

  #comparisonOperator(): string | undefined {
    const { kind, text, at } = this.#token
    if (kind === 'operator' && comparisons.has(text)) {
      this.#next++
      if (text !== '<>') return text
      const message = "'<>' is an operator on the page of branch nodes and in Python 2, and none in Python 3."
      this.disputed ??= { at, message, hint: "Write '!=', which all take." }
      return '!='
    }
    if (this.#take('in')) return 'in'
    if (this.#take('is')) return this.#take('not') ? '!=' : '=='
    // `not` can only go on a value as `not in`.
    if (!this.#is('not')) return undefined
    this.#next++
    if (!this.#take('in')) throw new ConditionError(at, "'not' does not belong here.", "Write 'not in', or 'and not'.")
    return 'not in'
  }

  #arithmetic(least: number): Expression {
    let left = this.#unary()
    for (;;) {
      const { kind, text } = this.#token
      const strength = kind === 'operator' ? (strengths[text] ?? 0) : 0
      if (strength < least) return left
      this.#next++
      this.#arithmetic(strength + 1)
      left = other
    }
  }

  #unary(): Expression {
    const { kind, text } = this.#token
    if (kind !== 'operator' || !['-', '+', '~'].includes(text)) return this.#power()
    this.#next++
    const operand = this.#inside(() => this.#unary())
    if (text === '~') return other
    return text === '-' ? { kind: 'minus', operand } : operand
  }

  #power(): Expression {
    const value = this.#trailers(this.#atom())
    if (!this.#take('**')) return value
    this.#inside(() => this.#unary())
    return other
  }

  #trailers(value: Expression): Expression {
    let found = value
    for (;;) {
      if (this.#is('(')) this.#items(true)
      else if (this.#is('[')) this.#subscript()
      else if (this.#take('.')) {
        if (this.#token.kind !== 'name') this.#failBeforeValue()
        this.#next++
      } else return found
      found = other
    }
  }

  #subscript(): void {
    if (this.#items().items.length > 0) return
    this.#next--
    this.#failBeforeValue()
  }

  #atom(): Expression {
    const { kind, text, at } = this.#token
    if (kind === 'operator') {
      if (closings[text] !== undefined) return this.#brackets()
      if (text !== '...') this.#failBeforeValue()
      this.#next++
      return other
    }
    if (kind === 'end' || (kind === 'name' && keywords.has(text))) this.#failBeforeValue()
    this.#next++
    if (kind === 'string' && this.#token.kind === 'string') {
      // Texts side by side are one text.
      while (this.#token.kind === 'string') this.#next++
      return other
    }
    if (kind === 'name') this.#noteConstant(text, at)
    return { kind, text, at }
  }

  #noteConstant(text: string, at: number): void {
    const hint = valueHint(text)
    if (hint !== undefined) this.disputed ??= { at, message: `${showValue(text)} is no value of Python.`, hint }
  }

  #brackets(): Expression {
    const { text } = this.#token
    const { items, commas } = this.#items()
    const [only] = items
    if (text === '(' && only !== undefined && !commas) return only
    return text === '{' ? other : { kind: 'list', operands: items }
  }

  /** What stands in brackets: values, arguments, keys with values, slices, and values made in a loop. */
  #items(isCall = false): { items: readonly Expression[]; commas: boolean } {
    const opening = this.#token
    const closing = closings[opening.text] ?? ''
    this.#next++
    const items: Expression[] = []
    let commas = false
    for (;;) {
      if (this.#take(closing)) return { items, commas }
      items.push(this.#item(isCall))
      if (this.#take(',')) commas = true
      else if (!this.#is(closing)) this.#failInBrackets(opening)
    }
  }

  #failInBrackets({ text, at }: Token): never {
    if (this.#token.kind === 'end') throw new ConditionError(at, `This '${text}' is not closed.`)
    this.#failAfterValue()
  }

  #item(isCall: boolean): Expression {
    if (this.#take('*') || this.#take('**')) return this.#expression()
    const isSlice = this.#is(':')
    const value = isSlice ? other : this.#expression()
    // `=` gives an argument its name.
    if (isCall && value.kind === 'name' && this.#take('=')) return this.#expression()
    if (this.#take(':=')) return this.#expression()
    while (this.#take(':')) if (!(this.#is(']') || this.#is(':'))) this.#expression()
    if (this.#is('for')) this.#loop()
    return value
  }

  #loop(): void {
    while (this.#take('for')) {
      while (!this.#is('in') && this.#token.kind !== 'end') this.#next++
      if (!this.#take('in')) this.#failBeforeValue()
      this.#or()
      while (this.#take('if')) this.#or()
    }
  }
}
