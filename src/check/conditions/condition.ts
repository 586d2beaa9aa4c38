import type { Expression } from './expression.ts'
import { ExpressionReader, UnknownOperator } from './expression-reader.ts'
import { ConditionError, type ConditionFault, tokensOf } from './tokens.ts'

/** What came of reading a condition. */
export interface ReadCondition {
  /** Undefined where it cannot be read, or where a placeholder stands for an operator. */
  readonly expression?: Expression
  readonly fault?: ConditionFault
  /** What some versions of Python or some pages take and others do not. */
  readonly disputed?: ConditionFault
}

/** Longer than any condition that a person wrote; what is longer is not read. */
const longest = 10_000

/**
 * Reads a condition of a branch as the expression of Python it has to be once values are put in for its placeholders.
 * Linear in its length, and never deeper than a limit.
 */
export function readCondition(text: string): ReadCondition {
  if (text.length > longest) {
    return { disputed: { at: longest, message: `The condition has more than ${longest} letters and is not read.` } }
  }
  try {
    const reader = new ExpressionReader(tokensOf(text))
    const expression = reader.read()
    return reader.disputed === undefined ? { expression } : { expression, disputed: reader.disputed }
  } catch (error) {
    if (error instanceof ConditionError) return { fault: error.fault }
    if (error instanceof UnknownOperator) return {}
    throw error
  }
}
