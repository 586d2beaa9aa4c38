import { didYouMean } from '../../../diagnostics/did-you-mean.ts'
import { childEntities, childEntity, type Entity, hasShape } from '../../../document/index/entity.ts'
import { readText } from '../../../document/json/records.ts'
import { type JoinFault, joinedArms, readJoinExpression } from '../../../language/join-expression.ts'
import { findingAt } from '../../engine/finding.ts'
import type { Finding, Rule } from '../../engine/rule.ts'

const operators: readonly string[] = ['and', 'or', 'not', '(', ')']

function leftOut(arm: string): Pick<Finding, 'message' | 'hint'> {
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

/** What is wrong with how an expression is written. */
function syntaxFault(fault: JoinFault): Pick<Finding, 'message' | 'hint'> {
  switch (fault.kind) {
    case 'unfinished':
      return { message: `The expression of the join ends after '${fault.last}'.`, hint: `Write ${operand} after it.` }
    case 'closes-nothing':
      return {
        message: "A ')' of the expression of the join closes nothing.",
        hint: "Leave it out, or write '(' before.",
      }
    case 'not-closed':
      return { message: "A '(' of the expression of the join is not closed.", hint: "Write ')' after it." }
    case 'misplaced':
      return misplaced(fault)
  }
}

/** What stands where the expression cannot go on: after an arm, or where one belongs. */
function misplaced({
  last,
  word,
}: {
  readonly last: string
  readonly word: string
}): Pick<Finding, 'message' | 'hint'> {
  const where = last === '' ? `begins with '${word}'` : `has '${word}' after '${last}'`
  const isOperand = !['and', 'or', ')'].includes(word.toLowerCase())
  const hint = isOperand ? `Write: ${last} and ${word}, or ${last} or ${word}.` : `Write ${operand} before it.`
  return { message: `The expression of the join ${where}.`, hint }
}

/** What of an expression is none, or does not fit the arms. */
function unfit(expression: string, arms: readonly string[]): Pick<Finding, 'message' | 'hint'> | undefined {
  const { words, fault } = readJoinExpression(expression)
  const used = new Set(words.filter((word) => !operators.includes(word.toLowerCase())))
  const names = new Set(arms)
  const unknown = [...used].find((word) => !names.has(word))
  if (unknown !== undefined) return noArm(unknown, [...names])
  if (fault !== undefined) return syntaxFault(fault)
  const unused = [...names].find((name) => !used.has(name))
  return unused === undefined ? undefined : leftOut(unused)
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
      const names = arms.flatMap(({ value }) => readText(value, 'name') ?? [])
      const expression = readText(logic.value, 'expression') ?? ''
      const fault = unfit(expression, names)
      const isUnsaid =
        fault === undefined && !hasCode(join) && expression !== '' && joinedArms(expression) === undefined
      const told = isUnsaid ? unsaid(expression) : fault
      if (told !== undefined) report(findingAt(logic, 'expression', told))
    }
  },
}
