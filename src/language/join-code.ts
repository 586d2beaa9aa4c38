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

const betweenParts: readonly string[] = ['and', 'or', ')']

/** Reads one word further; false where it cannot stand there, or is `not`. */
function readOn(open: Bracket[], word: string): boolean {
  const operator = word.toLowerCase()
  const last = open.at(-1)
  if (last === undefined || operator === 'not' || last.wantsPart === betweenParts.includes(operator)) return false
  if (operator === '(') open.push(new Bracket())
  else if (operator === ')') {
    open.pop()
    open.at(-1)?.add(last.close())
  } else if (operator === 'and' || operator === 'or') last.join(operator)
  else last.add(word)
  return true
}

/** Reads an expression; undefined where it is none, or has `not`. */
function readExpression(words: readonly string[]): Part | undefined {
  const whole = new Bracket()
  const open = [whole]
  if (!words.every((word) => readOn(open, word))) return undefined
  return open.length === 1 && !whole.wantsPart ? whole.close() : undefined
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
  const words: readonly string[] = expression.match(/[()]|[^\s()]+/g) ?? []
  const whole = readExpression(words)
  if (whole === undefined) return undefined
  const arms = words.includes('(') ? inAnyReading(whole) : asWritten(words)
  return arms !== undefined && new Set(arms.map(({ name }) => name)).size === arms.length ? arms : undefined
}
