import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { childEntities, childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { joinedArms } from '../../../language/join-code.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

const operators: readonly string[] = ['and', 'or', 'not']

function leftOut(arm: string | undefined): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `The expression of the join leaves out arm '${arm}'.`,
    hint: `Add it: … and ${arm}, or … or ${arm}.`,
  }
}

function noArm(word: string, arms: readonly string[]): Pick<Finding, 'message' | 'hint'> {
  const near = didYouMean(word, arms)
  const hint = near === undefined ? `The arms are: ${arms.join(', ')}.` : `Did you mean "${near}"?`
  return { message: `The expression of the join names '${word}', which is no arm.`, hint }
}

const operand = 'the name of an arm'

/** What stands where the expression cannot go on: after an arm, or where one belongs. */
function misplaced(last: string, word: string | undefined): Pick<Finding, 'message' | 'hint'> {
  if (word === undefined) {
    return { message: `The expression of the join ends after '${last}'.`, hint: `Write ${operand} after it.` }
  }
  const where = last === '' ? `begins with '${word}'` : `has '${word}' after '${last}'`
  const isOperand = !['and', 'or', ')'].includes(word.toLowerCase())
  const hint = isOperand ? `Write: ${last} and ${word}, or ${last} or ${word}.` : `Write ${operand} before it.`
  return { message: `The expression of the join ${where}.`, hint }
}

/** Where an expression stands after a word: how many parentheses are open, and whether an arm has to come next. */
interface Reading {
  readonly last: string
  readonly open: number
  readonly wantsArm: boolean
}

const opened: readonly string[] = ['(', 'not']
const betweenArms: readonly string[] = ['and', 'or']

/** An expression one word further; undefined where the word cannot stand. */
function readOn({ open, wantsArm }: Reading, word: string): Reading | undefined {
  const operator = word.toLowerCase()
  const isBetween = betweenArms.includes(operator)
  if (wantsArm === (isBetween || operator === ')')) return undefined
  const left = open + (operator === '(' ? 1 : 0) - (operator === ')' ? 1 : 0)
  return { last: word, open: left, wantsArm: isBetween || opened.includes(operator) }
}

/** The first place at which an expression is none: operators between arms, and parentheses in pairs. */
function syntaxFault(expression: string): Pick<Finding, 'message' | 'hint'> | undefined {
  let reading: Reading = { last: '', open: 0, wantsArm: true }
  for (const word of expression.match(/[()]|[^\s()]+/g) ?? []) {
    const next = readOn(reading, word)
    if (next === undefined) return misplaced(reading.last, word)
    if (next.open < 0) {
      return {
        message: "A ')' of the expression of the join closes nothing.",
        hint: "Leave it out, or write '(' before.",
      }
    }
    reading = next
  }
  if (reading.last !== '' && reading.wantsArm) return misplaced(reading.last, undefined)
  return reading.open > 0
    ? { message: "A '(' of the expression of the join is not closed.", hint: "Write ')' after it." }
    : undefined
}

/** Whether a join has code, or may have some that stands elsewhere. */
function hasCode(join: Entity): boolean {
  const script = join.parent?.child('script')
  return script !== undefined && (!hasShape(script) || (readText(script.value, 'content') ?? '') !== '')
}

/** What there is to say of an expression that the code of the node cannot say. */
function unsaid(expression: string): Pick<Finding, 'message' | 'hint'> {
  const hint = /(?:^|[\s(])not[\s(]/i.test(expression)
    ? "Name the states of an arm that count in the place of not: .arm('a', …, { status: ['NotRun'] })."
    : 'Name each arm once, and let a join of its own combine what stands in parentheses.'
  const message = 'The node has no code, which lists arms with and or or between them and cannot say this expression.'
  return { message, hint }
}

/** The expression of a join and its arms do not fit. */
export const controlJoinExpression: Rule = {
  name: 'control/join-expression',
  severity: 'warning',
  summary:
    'The expression of a join names an arm that is not there, leaves one out, or cannot be read: operators stand between arms. Or it says what the code of the node cannot.',
  evidence:
    'The expression holds names of arms with and, or, not and parentheses; what else does is not documented. The code of a join, as the reference implementation 2.0.0 writes and reads it, is a list of arms, each with and or or before it.',
  example: `
    import { join, shell, workflow } from 'flowspec'

    const [pack, send] = [shell('pack').code('./pack.sh'), shell('send').code('./send.sh')]
    const packed = join('packed').arm('a', pack).arm('b', send)
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Arm b is left out, so its state would not matter.
    export const wrong = orders.nodes(pack, send, packed.expression('a'))

    export const right = orders.nodes(pack, send, packed.expression('a or b'))
  `,
  run(index, report) {
    for (const join of index.entitiesOf('Join')) {
      const logic = childEntity(join, 'logic')
      const arms = childEntities(join, 'branches')
      if (!(hasShape(join) && hasShape(logic) && arms.every(hasShape))) continue
      const names = new Set(arms.map(({ value }) => readText(value, 'name')))
      const expression = readText(logic.value, 'expression') ?? ''
      const words = expression.split(/[\s()]+/)
      const used = new Set(words.filter((word) => word !== '' && !operators.includes(word.toLowerCase())))
      const unknown = [...used].find((word) => !names.has(word))
      const unused = [...names].find((name) => name !== undefined && !used.has(name))
      const known = [...names].flatMap((name) => name ?? [])
      const meant = unused === undefined ? undefined : leftOut(unused)
      const fault = unknown === undefined ? (syntaxFault(expression) ?? meant) : noArm(unknown, known)
      const isUnsaid =
        fault === undefined && !hasCode(join) && expression !== '' && joinedArms(expression) === undefined
      const told = isUnsaid ? unsaid(expression) : fault
      if (told !== undefined) report(findingAt(logic, 'expression', told))
    }
  },
}
