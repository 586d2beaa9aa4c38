import { type JavaDate, scheduleTime } from '../parameters/java-date.ts'
import { inTable } from '../reading/lenient.ts'

/**
 * What DolphinScheduler gives a value to by itself, in the words of DataWorks. The source is its page "Built-in Parameter":
 * `system.biz.date` is the day before the schedule time.
 */
const builtIn: Readonly<Record<string, string>> = {
  'system.biz.date': '$bizdate',
  'system.biz.curdate': '$[yyyymmdd]',
  'system.datetime': '$[yyyymmddhh24miss]',
}

/** The value of a name of the system; undefined for one that DataWorks has nothing for. */
export function builtInValue(name: string): string | undefined {
  return inTable(builtIn, name)
}

const callOf = /^([a-z_]+)\(\s*([^,()]+?)\s*(?:,\s*([-+]?\s*\d+(?:\s*\*\s*\d+)?)\s*)?\)$/
const movedOf = /^(.*?)\s*([-+])\s*(?:(\d+)\s*\*\s*(\d+)|(\d+))\s*(\/\s*24(?:\s*\/\s*60)?)?$/

/** A number of months as DataWorks takes it: a product of twelve stays one, another is worked out. */
function monthsOf(text: string): string {
  const [, sign = '', left = '0', right] = /^([-+]?)(\d+)(?:\*(\d+))?$/.exec(text.replaceAll(/\s+/g, '')) ?? []
  const minus = sign === '-' ? '-' : ''
  if (right === undefined) return `${minus}${left}`
  const other = left === '12' ? right : left
  return left === '12' || right === '12' ? `${minus}12*${other}` : `${minus}${Number(left) * Number(right)}`
}

/** A date by one of the functions. */
function dateOfCall([, name, format = '', number]: RegExpExecArray): JavaDate | undefined {
  if (name === 'add_months') return number === undefined ? undefined : { format, months: monthsOf(number) }
  if (number !== undefined) return undefined
  if (name === 'this_day') return { format }
  return name === 'last_day' ? { format, offset: '-1' } : undefined
}

/** A date that is moved by a number, or a product. */
function movedDate([, format = '', sign = '', left, right, plain = '0', part = '']: RegExpExecArray): JavaDate {
  const unit = part.replaceAll(/\s+/g, '')
  if (left === undefined || right === undefined) return { format, offset: `${sign}${plain}${unit}` }
  const weeks = left === '7' ? right : left
  const isOfWeeks = unit === '' && (left === '7' || right === '7')
  return { format, offset: `${sign}${isOfWeeks ? `7*${weeks}` : Number(left) * Number(right)}${unit}` }
}

function dateOf(expression: string): JavaDate | undefined {
  const call = callOf.exec(expression)
  if (call !== null) return dateOfCall(call)
  if (expression.includes('(')) return undefined
  const moved = movedOf.exec(expression)
  return moved === null ? { format: expression } : movedDate(moved)
}

/**
 * An expression in `$[…]` of DolphinScheduler in the words of DataWorks. Both count from the schedule time, and write
 * units otherwise: `$[yyyyMMdd-1]` is `$[yyyymmdd-1]`.
 *
 * @param expression - what stands between the brackets
 * @returns undefined for what DataWorks cannot say
 */
export function timeExpression(expression: string): string | undefined {
  const text = expression.trim()
  const date = text.length > longest ? undefined : dateOf(text)
  return date === undefined ? undefined : scheduleTime(date)
}

/** Longer than any expression of a date. */
const longest = 100

/** Names in braces, and expressions in brackets. */
export const placeholder: RegExp = /\$\{([^${}\n]{1,200})\}|\$\[([^[\]\n]{1,200})\]/g
