import type { BuiltInRuleName } from '../../diagnostics/rule-names.ts'
import type { ParameterProblems } from './diagnostics.ts'

/** What is wrong at one place of an expression. */
interface ExpressionFault {
  readonly message: string
  readonly hint: string
  readonly rule?: BuiltInRuleName
  /** Where it begins in the expression, from 0; where the reading stands when left out. */
  readonly at?: number
  readonly length?: number
}

/** Reads an expression, the text between the braces or brackets, from its beginning to its end. */
export class ExpressionCursor {
  readonly text: string
  readonly #column: number
  readonly #problems: ParameterProblems
  #position = 0

  /** @param column - where the text begins in the parameter, counting from 1 */
  constructor(text: string, column: number, problems: ParameterProblems) {
    this.text = text
    this.#column = column
    this.#problems = problems
  }

  get position(): number {
    return this.#position
  }

  get isAtEnd(): boolean {
    return this.#position >= this.text.length
  }

  /** The character to be read next; empty at the end. */
  get next(): string {
    return this.text.charAt(this.#position)
  }

  startsWith(word: string, ahead = 0): boolean {
    return this.text.startsWith(word, this.#position + ahead)
  }

  /** Goes past a word, if it stands here. */
  take(word: string): boolean {
    if (!this.startsWith(word)) return false
    this.#position += word.length
    return true
  }

  /** Goes past the digits that stand here and gives them. */
  digits(): string {
    const start = this.#position
    while (/\d/.test(this.next)) this.#position++
    return this.text.slice(start, this.#position)
  }

  /** Reports an error and gives undefined, so that a reading can end with it. */
  fail({ message, hint, rule = 'parameter/syntax', at = this.#position, length = 1 }: ExpressionFault): undefined {
    const end = Math.min(this.text.length, at + length)
    this.#problems.error({ rule, column: this.#column + at, length: Math.max(0, end - at), message, hint })
  }

  /** Reports what may be misread, and may be meant all the same. */
  warn({ message, hint }: Pick<ExpressionFault, 'message' | 'hint'>): void {
    const { length } = this.text
    this.#problems.warn({ rule: 'parameter/misleading', column: this.#column, length, message, hint })
  }
}
