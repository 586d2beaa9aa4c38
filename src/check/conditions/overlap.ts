import { readCondition } from './condition.ts'
import { type Assignment, allOf, constants, outcomesOf, placeholders, textOf, unknown } from './evaluate.ts'
import { type Token, tokensOf } from './tokens.ts'

const operators: ReadonlySet<string> = new Set(['and', 'or', 'not', 'in', 'is'])

/** The placeholders and the names of some conditions. */
function namesIn(tokens: readonly Token[]): readonly string[] {
  const names = tokens.flatMap(({ kind, text }) => {
    if (kind === 'name') return constants.has(text) || operators.has(text) ? [] : [text]
    return text.match(placeholders) ?? []
  })
  return [...new Set(names)]
}

/** Numbers on those that are written, with either sign, between them, and beyond the first and the last. */
function numbersIn(tokens: readonly Token[]): readonly number[] {
  const written = tokens.filter(({ kind }) => kind === 'number').map(({ text }) => Number(text))
  const signed = tokens.some(({ text }) => text === '-') ? written.map((number) => 0 - number) : []
  const sorted = [...written, ...signed, 0].filter(Number.isFinite).sort((left, right) => left - right)
  return sorted.flatMap((one, at) => {
    const next = (one + (sorted[at + 1] ?? one + 2)) / 2
    return at === 0 ? [one - 1, one, next] : [one, next]
  })
}

/** Texts that are written, and right after each the next one in their order. */
function textsIn(tokens: readonly Token[]): readonly string[] {
  const texts = tokens.flatMap(({ kind, text }) => {
    const plain = kind === 'string' && !text.includes('$') ? textOf(text, new Map()) : undefined
    return typeof plain === 'string' ? [plain] : []
  })
  return ['', ...texts.flatMap((text) => [text, `${text}\u0001`])]
}

/** So many assignments are tried for two conditions; more would be needed only by conditions that nobody writes. */
const mostTries = 600

/** All values for some names, one after the other, as the digits of a number are counted up. */
function* assignments(names: readonly string[], values: readonly (number | string)[]): Iterable<Assignment> {
  for (let count = 0; count < values.length ** names.length; count++) {
    yield new Map(names.map((name, at) => [name, values[Math.floor(count / values.length ** at) % values.length] ?? 0]))
  }
}

/**
 * Whether two conditions can hold at once: `never` when no values make both of them true, where they only compare
 * placeholders with one another and with numbers and texts; of other conditions it is `unknown`.
 */
export function canBothHold(left: string, right: string): 'never' | 'sometimes' | 'unknown' {
  const first = readCondition(left).expression
  const second = readCondition(right).expression
  if (first === undefined || second === undefined) return 'unknown'
  const tokens = [left, right].flatMap(tokensOf)
  const names = namesIn(tokens)
  const values = [...new Set([...numbersIn(tokens), ...textsIn(tokens)])]
  if (values.length ** names.length > mostTries) return 'unknown'
  let isKnown = true
  for (const assignment of assignments(names, values)) {
    const truth = allOf(outcomesOf([first, second], assignment))
    if (truth === true) return 'sometimes'
    isKnown &&= truth !== unknown
  }
  return isKnown ? 'never' : 'unknown'
}
