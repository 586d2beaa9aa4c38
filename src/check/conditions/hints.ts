import { showValue } from '../../diagnostics/show-value.ts'
import { ConditionError, type Token } from './tokens.ts'

const alone = 'Write the condition alone: what comes after an arm is said by dependencies.'
const rest = 'An arm for the rest needs a condition of its own, such as not (…).'

/** What other languages write, and what Python writes instead. */
const foreignOperators: Readonly<Record<string, string>> = {
  '=': '==',
  '===': '==',
  '!==': '!=',
  '&&': 'and',
  '||': 'or',
  '!': 'not',
  '=<': '<=',
  '=>': '>=',
}

const foreignWords: ReadonlyMap<string, string> = new Map([
  ['between', 'Write low <= value <= high.'],
  ['like', "Write 'part' in value."],
  ['rlike', "Write 'part' in value."],
  ['regexp', "Write 'part' in value."],
  ['contains', "Write 'part' in value."],
  ['eq', 'Write ==.'],
  ['equals', 'Write ==.'],
  ['ne', 'Write !=.'],
  ['neq', 'Write !=.'],
  ['gt', 'Write >.'],
  ['lt', 'Write <.'],
  ['ge', 'Write >=.'],
  ['gte', 'Write >=.'],
  ['le', 'Write <=.'],
  ['lte', 'Write <=.'],
  ['mod', 'Write %.'],
  ['div', 'Write //.'],
  ['xor', 'Write !=.'],
  ['then', alone],
  ['if', alone],
  ['elif', alone],
  ['when', alone],
  ['return', alone],
  ['else', rest],
  ['otherwise', rest],
  ['default', rest],
])

/** Words of Python that people write in capitals. */
const lowerCase: readonly string[] = ['and', 'or', 'not', 'in', 'is']

/** Whether a word is an operator of another language, or of Python in capitals. */
export function isForeignWord({ kind, text }: Token): boolean {
  const lower = text.toLowerCase()
  return kind === 'name' && (foreignWords.has(lower) || (lower !== text && lowerCase.includes(lower)))
}

/** How other languages write values of Python. */
const values: ReadonlyMap<string, string> = new Map([
  ['true', 'True'],
  ['false', 'False'],
  ['none', 'None'],
  ['null', 'None'],
])

/** What to write for a name that stands for a value in another language; undefined for other names. */
export function valueHint(name: string): string | undefined {
  const lower = name.toLowerCase()
  if (lower === 'otherwise' || lower === 'default') return rest
  const value = values.get(lower)
  return value === undefined || value === name ? undefined : `Write ${value}.`
}

function wordFault({ text, at }: Token): ConditionError {
  const lower = text.toLowerCase()
  if (lower !== text && lowerCase.includes(lower)) {
    return new ConditionError(at, `${showValue(text)} is no operator of Python.`, `Write '${lower}'.`)
  }
  return new ConditionError(
    at,
    `${showValue(text)} does not belong here.`,
    foreignWords.get(lower) ?? 'Texts have quotes.',
  )
}

function operatorFault({ text, at }: Token): ConditionError | undefined {
  if (text === '=') return new ConditionError(at, "'=' compares nothing in Python.", "Write '=='.")
  const instead = foreignOperators[text]
  if (instead !== undefined)
    return new ConditionError(at, `${showValue(text)} is no operator of Python.`, `Write '${instead}'.`)
  if (text === '?')
    return new ConditionError(at, "'?' is no operator of Python.", 'Write: value if condition else other.')
  if (text === ':' || text === ';') return new ConditionError(at, `${showValue(text)} does not belong here.`, alone)
  if (text === '=~') return new ConditionError(at, "'=~' is no operator of Python.", foreignWords.get('like'))
  return undefined
}

/** Where an operator or the end was expected. */
export function faultAfterValue(token: Token): ConditionError {
  const { kind, text, at } = token
  if (kind === 'name') return wordFault(token)
  if (kind !== 'operator') return new ConditionError(at, `There is no operator before ${showValue(text)}.`)
  if (')]}'.includes(text)) return new ConditionError(at, `Nothing opens this ${showValue(text)}.`)
  return operatorFault(token) ?? new ConditionError(at, `${showValue(text)} does not belong here.`)
}

/** Where a value was expected. */
export function faultBeforeValue(token: Token, before: Token | undefined): ConditionError {
  const { kind, text, at } = token
  const after = before === undefined ? '' : ` after ${showValue(before.text)}`
  if (kind === 'end') return new ConditionError(at, `Something is missing${after}, where the condition ends.`)
  if (text === 'not') return new ConditionError(at, "'not' does not belong here.", 'Put it in parentheses: (not …).')
  if (kind === 'name' && !lowerCase.includes(text)) return wordFault(token)
  // After an operator of which one more sign was written: a == = 1, a === b.
  const isForeign = foreignOperators[text] !== undefined || '?:;'.includes(text)
  return (
    (isForeign ? operatorFault(token) : undefined) ??
    new ConditionError(at, `Something is missing${after}, before ${showValue(text)}.`)
  )
}
