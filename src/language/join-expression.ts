/** An arm in the code of a join, and whether `and` (1) or `or` (0) joins it to those before it; the first has 1. */
export interface JoinedArm {
  readonly name: string
  readonly logic: 0 | 1
}

/** A part of an expression: an arm, or several parts that one operator joins, none of which has that operator again. */
type Part = string | { readonly operator: 'and' | 'or'; readonly parts: readonly Part[] }

function joined(operator: 'and' | 'or', parts: readonly Part[]): Part {
  const flat = parts.flatMap((part) => (typeof part === 'object' && part.operator === operator ? part.parts : [part]))
  const [first] = flat
  return flat.length === 1 && first !== undefined ? first : { operator, parts: flat }
}

/** What stands between two parentheses as far as it is read: parts that `or` joins, of parts that `and` joins. */
class Bracket {
  readonly #alternatives: Part[][] = [[]]
  wantsPart = true

  add(part: Part): void {
    this.#alternatives.at(-1)?.push(part)
    this.wantsPart = false
  }

  join(operator: 'and' | 'or'): void {
    if (operator === 'or') this.#alternatives.push([])
    this.wantsPart = true
  }

  close(): Part {
    const parts = this.#alternatives.map((alternative) => joined('and', alternative))
    return joined('or', parts)
  }
}

/** Why an expression cannot be read on, or has no end. */
export type JoinFault =
  | { readonly kind: 'misplaced'; readonly last: string; readonly word: string }
  | { readonly kind: 'unfinished'; readonly last: string }
  | { readonly kind: 'closes-nothing' | 'not-closed' }

/** The expression of a join as it is read. */
export interface JoinExpression {
  /** Names of arms, operators and parentheses, one after another. */
  readonly words: readonly string[]
  /** The first place at which the expression is none; that of an empty one is no fault. */
  readonly fault: JoinFault | undefined
  /** What it says; undefined where it is none, or says `not`. */
  readonly whole: Part | undefined
}

const betweenParts: readonly string[] = ['and', 'or', ')']

/** Reads expressions word by word, never by recursion. */
class JoinReader {
  readonly #open: Bracket[] = [new Bracket()]
  #last = ''
  #hasNot = false

  read(word: string): JoinFault | undefined {
    const operator = word.toLowerCase()
    const bracket = this.#open.at(-1) ?? new Bracket()
    if (bracket.wantsPart === betweenParts.includes(operator)) return { kind: 'misplaced', last: this.#last, word }
    this.#last = word
    if (operator === '(') this.#open.push(new Bracket())
    else if (operator === ')') return this.#close(bracket)
    else if (operator === 'and' || operator === 'or') bracket.join(operator)
    else if (operator === 'not') this.#hasNot = true
    else bracket.add(word)
    return undefined
  }

  #close(bracket: Bracket): JoinFault | undefined {
    if (this.#open.length === 1) return { kind: 'closes-nothing' }
    this.#open.pop()
    this.#open.at(-1)?.add(bracket.close())
    return undefined
  }

  end(): Pick<JoinExpression, 'fault' | 'whole'> {
    const [outermost, ...inner] = this.#open
    const bracket = inner.at(-1) ?? outermost
    if (outermost === undefined || this.#last === '') return { fault: undefined, whole: undefined }
    if (bracket?.wantsPart === true) return { fault: { kind: 'unfinished', last: this.#last }, whole: undefined }
    if (inner.length > 0) return { fault: { kind: 'not-closed' }, whole: undefined }
    return { fault: undefined, whole: this.#hasNot ? undefined : outermost.close() }
  }
}

/** Reads the expression of a join: names of arms with `and`, `or`, `not` and parentheses. */
export function readJoinExpression(expression: string): JoinExpression {
  const words: readonly string[] = expression.match(/[()]|[^\s()]+/g) ?? []
  const reader = new JoinReader()
  for (const word of words) {
    const fault = reader.read(word)
    if (fault !== undefined) return { words, fault, whole: undefined }
  }
  return { words, ...reader.end() }
}

/**
 * The arms in an order in which they say what an expression with parentheses does, whether `and` binds more than `or` or
 * all is read from left to right: arms that `and` joins, and behind them arms that `or` joins.
 */
function inAnyReading(whole: Part): readonly JoinedArm[] | undefined {
  if (typeof whole === 'string') return [{ name: whole, logic: 1 }]
  const { operator, parts } = whole
  const groups = operator === 'or' ? parts.filter((part) => typeof part === 'object') : []
  const alone = parts.filter((part) => typeof part === 'string')
  const [group, other] = groups
  if (other !== undefined || alone.length + groups.length < parts.length) return undefined
  const together = group?.parts.flatMap((part) => (typeof part === 'string' ? part : [])) ?? []
  if (together.length < (group?.parts.length ?? 0)) return undefined
  const logic = operator === 'and' ? 1 : 0
  const arms = [
    ...together.map((name) => ({ name, logic: 1 }) as const),
    ...alone.map((name) => ({ name, logic }) as const),
  ]
  return arms.map((arm, at) => (at === 0 ? { ...arm, logic: 1 } : arm))
}

/** The arms as an expression without parentheses names them. */
function asWritten(words: readonly string[]): readonly JoinedArm[] {
  const arms = words.filter((_, at) => at % 2 === 0)
  return arms.map((name, at) => ({ name, logic: at === 0 || words[2 * at - 1]?.toLowerCase() === 'and' ? 1 : 0 }))
}

/**
 * The arms of a join as its code lists them, which the reference implementation 2.0.0 writes and reads: each once, in the
 * order of the expression.
 *
 * @returns undefined where such a list cannot say what the expression does: with `not`, an arm that is named twice, and
 *   most parentheses
 */
export function joinedArms(expression: string): readonly JoinedArm[] | undefined {
  const { words, whole } = readJoinExpression(expression)
  if (whole === undefined) return undefined
  const arms = words.includes('(') ? inAnyReading(whole) : asWritten(words)
  return arms !== undefined && new Set(arms.map(({ name }) => name)).size === arms.length ? arms : undefined
}
