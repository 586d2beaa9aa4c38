import { isList } from '../../diagnostics/show-value.ts'
import type { Expression } from './expression.ts'

/** Python would stop with an error. */
export const fails: unique symbol = Symbol('fails')

/** This reader does not know. */
export const unknown: unique symbol = Symbol('unknown')

type Value = number | string | boolean | null

/** What an expression comes to. */
export type Outcome = Value | typeof fails | typeof unknown | readonly Outcome[]

/** What each placeholder and each name stands for. */
export type Assignment = ReadonlyMap<string, number | string>

/** Placeholders, also inside of texts. */
export const placeholders: RegExp = /\$\{[^{}]*\}/g

export const constants: ReadonlyMap<string, boolean | null> = new Map([
  ['True', true],
  ['False', false],
  ['None', null],
])

/** A text with values in the place of its placeholders; one with escapes or a prefix is not known. */
export function textOf(written: string, names: Assignment): Outcome {
  const [, , text] = /^(['"])([^\\]*)\1$/.exec(written) ?? []
  return text === undefined ? unknown : text.replace(placeholders, (name) => String(names.get(name) ?? name))
}

const orders: ReadonlyMap<string, (order: number) => boolean> = new Map([
  ['<', (order) => order < 0],
  ['<=', (order) => order <= 0],
  ['>', (order) => order > 0],
  ['>=', (order) => order >= 0],
])

function compare(operator: string, left: Outcome, right: Outcome): Outcome {
  if (typeof left === 'symbol') return left
  if (typeof right === 'symbol') return right
  if (operator === 'in' || operator === 'not in') return isMember(left, right, operator === 'in')
  if (isList(left) || isList(right)) return unknown
  const [one, two] = [comparable(left), comparable(right)]
  if (operator === '==' || operator === '!=') return (one === two) === (operator === '==')
  // A number and a text have no order in Python 3, and None has none at all.
  if (one === null || two === null || typeof one !== typeof two) return fails
  return orders.get(operator)?.(one < two ? -1 : Number(one > two)) ?? unknown
}

/** What a value is compared as: True is 1 in Python, and False 0. */
function comparable(value: Value): number | string | null {
  return typeof value === 'boolean' ? Number(value) : value
}

function isMember(left: Outcome, right: Outcome, expected: boolean): Outcome {
  if (!isList(right)) return unknown
  const found = right.map((item) => compare('==', left, item))
  return found.find((outcome) => typeof outcome === 'symbol') ?? found.includes(true) === expected
}

/** Whether an outcome counts as true. */
function truthOf(outcome: Outcome): boolean | typeof fails | typeof unknown {
  if (typeof outcome === 'symbol') return outcome
  return Array.isArray(outcome) ? outcome.length > 0 : Boolean(outcome)
}

/** One after the other: what decides ends it, as in Python. */
export function allOf(outcomes: Iterable<Outcome>, isOr = false): boolean | typeof fails | typeof unknown {
  for (const outcome of outcomes) {
    const truth = truthOf(outcome)
    if (typeof truth === 'symbol' || truth === isOr) return truth
  }
  return !isOr
}

/** What each of some expressions comes to, worked out when it is asked for. */
export function* outcomesOf(expressions: readonly Expression[], names: Assignment): Iterable<Outcome> {
  for (const expression of expressions) yield evaluate(expression, names)
}

/** What an expression comes to; as deep as the expression, which its reader bounds. */
function evaluate(expression: Expression, names: Assignment): Outcome {
  switch (expression.kind) {
    case 'number':
      return Number.isNaN(Number(expression.text)) ? unknown : Number(expression.text)
    case 'string':
      return textOf(expression.text, names)
    case 'name':
    case 'placeholder':
      return valueNamed(expression.text, names)
    case 'minus': {
      const value = evaluate(expression.operand, names)
      if (typeof value === 'number') return -value
      if (typeof value === 'symbol') return value
      return typeof value === 'string' ? fails : unknown
    }
    case 'not': {
      const truth = truthOf(evaluate(expression.operand, names))
      return typeof truth === 'symbol' ? truth : !truth
    }
    case 'and':
    case 'or':
      return allOf(outcomesOf(expression.operands, names), expression.kind === 'or')
    case 'list':
      return [...outcomesOf(expression.operands, names)]
    case 'comparison': {
      const found = [...outcomesOf(expression.operands, names)]
      const pairs = expression.operators.map((operator, at) => {
        return compare(operator, found[at] ?? null, found[at + 1] ?? null)
      })
      return allOf(pairs)
    }
    case 'other':
      return unknown
    default:
      return expression satisfies never
  }
}

function valueNamed(name: string, names: Assignment): Outcome {
  const constant = constants.get(name)
  return constant === undefined ? (names.get(name) ?? unknown) : constant
}
