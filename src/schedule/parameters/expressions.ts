import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { ExpressionCursor } from './cursor.ts'
import { readBusinessDate, readScheduleTime, remarkDate } from './dates.ts'
import type { ParameterProblems } from './diagnostics.ts'
import { isUnknownName, type NameMeaning, plainBuiltins, readBracedName, reportUnknownName } from './names.ts'
import type { DateMeaning, ParameterPart } from './part.ts'

/** Reads the part of a parameter that begins at a position, counted from 0; a faulty expression is text. */
export function readPart(text: string, position: number, problems: ParameterProblems): ParameterPart {
  if (text.startsWith('${', position)) return readExpression(text, position, '}', problems)
  if (text.startsWith('$[', position)) return readExpression(text, position, ']', problems)
  const word = wordAt(text, position)
  if (word !== '') return readBuiltin(word, position, problems)
  const next = text.indexOf('$', position + 1)
  const plain = text.slice(position, next === -1 ? text.length : next)
  remarkSpacing(plain, position + 1, problems)
  return { kind: 'text', text: plain, column: position + 1 }
}

/** The letters after a `$`; empty when there are none. */
function wordAt(text: string, position: number): string {
  if (text.charAt(position) !== '$') return ''
  let end = position + 1
  while (/[A-Za-z]/.test(text.charAt(end))) end++
  return text.slice(position + 1, end)
}

function readBuiltin(word: string, position: number, problems: ParameterProblems): ParameterPart {
  const text = `$${word}`
  const column = position + 1
  const name = plainBuiltins.find((one) => one === word)
  if (name !== undefined) return { kind: 'builtin', name, text, column }
  const near = didYouMean(word, plainBuiltins)
  const isFormat = /^(yy|mm|dd)/.test(word)
  problems.error({
    rule: 'parameter/unknown',
    column,
    length: text.length,
    message: `The parameter ${showValue(text)} is not one of DataWorks.`,
    hint: isFormat
      ? `Write \${${word}} for the business date, or $[${word}] for the schedule time.`
      : near === undefined
        ? 'The names are $bizdate, $cyctime, $gmtdate, $bizmonth, $jobid, $nodeid and $taskid.'
        : `Did you mean $${near}?`,
  })
  return { kind: 'text', text, column }
}

function readExpression(text: string, position: number, close: string, problems: ParameterProblems): ParameterPart {
  const column = position + 1
  const end = text.indexOf(close, position)
  if (end === -1) {
    const open = text.slice(position, position + 2)
    const message = `The parameter has ${open} without its ${close}.`
    problems.error({ rule: 'parameter/syntax', column, length: 2, message, hint: `End the expression with ${close}.` })
    return { kind: 'text', text: text.slice(position), column }
  }
  const written = text.slice(position, end + 1)
  const cursor = new ExpressionCursor(written.slice(2, -1), column + 2, problems)
  const meaning = readMeaning(cursor, written)
  return meaning === undefined ? { kind: 'text', text: written, column } : partOf(meaning, written, column)
}

function partOf(meaning: DateMeaning | NameMeaning, text: string, column: number): ParameterPart {
  if (meaning.kind !== 'date') return { ...meaning, text, column }
  for (const piece of [meaning.format, meaning.offsets, meaning.months, ...meaning.offsets]) Object.freeze(piece)
  return { ...meaning, text, column }
}

function readMeaning(cursor: ExpressionCursor, written: string): DateMeaning | NameMeaning | undefined {
  const isBraced = written.startsWith('${')
  const name = isBraced ? readBracedName(cursor) : undefined
  if (name !== undefined) return name
  if (cursor.isAtEnd) {
    return cursor.fail({ message: `The expression ${showValue(written)} is empty.`, hint: 'Write a format: yyyymmdd.' })
  }
  if (isUnknownName(cursor.text)) return reportUnknownName(cursor, written)
  if (reportSpace(cursor, written)) return undefined
  const date = isBraced ? readBusinessDate(cursor) : readScheduleTime(cursor)
  if (date !== undefined) remarkDate(date, cursor)
  return date
}

/** Reports a space or an equals sign, which no expression may hold. */
function reportSpace(cursor: ExpressionCursor, written: string): boolean {
  const at = cursor.text.search(/[\s=]/)
  if (at === -1) return false
  const what = cursor.text.charAt(at) === '=' ? 'an equals sign' : 'white space'
  cursor.fail({
    message: `The expression ${showValue(written)} has ${what}, which no expression may have.`,
    hint: 'Leave it out. Where it is wanted, use two parameters and put it between them in the code.',
    at,
  })
  return true
}

/** Says that constant text has white space or an equals sign, which the documentation leaves out of parameters. */
function remarkSpacing(text: string, column: number, problems: ParameterProblems): void {
  const at = text.search(/[\s=]/)
  if (at === -1) return
  const what = text.charAt(at) === '=' ? 'an equals sign' : 'white space'
  problems.warn({
    rule: 'parameter/spacing',
    column: column + at,
    length: 1,
    message: `The parameter has ${what} in ${showValue(text)}, which the documentation says is not supported.`,
    hint: 'Leave it out, or put it into the code that uses the parameter.',
  })
}
