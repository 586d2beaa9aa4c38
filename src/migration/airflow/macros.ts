import { scheduleTime } from '../parameters/java-date.ts'
import { inTable } from '../reading/lenient.ts'
import type { MacroShift } from './interval.ts'

/** What macros of a DAG mean, as far as DataWorks can say it. */
export interface MacroContext {
  /** Undefined where the interval is of no length that an offset has. */
  readonly shift: MacroShift | undefined
  /** By how much the schedule time itself is ahead of the clock of UTC, as an offset. */
  readonly endOffset: string | undefined
  readonly dag: string
  readonly task: string
  /** Values of `params`. */
  readonly params: ReadonlyMap<string, string>
}

const compact = { ds: 'yyyy-MM-dd', ds_nodash: 'yyyyMMdd', ts_nodash: "yyyyMMdd'T'HHmmss" } as const

/** Formats of Python's strftime in those of Java. */
const directives: Readonly<Record<string, string>> = { Y: 'yyyy', y: 'yy', m: 'MM', d: 'dd', H: 'HH', M: 'mm', S: 'ss' }

/** A format of strftime; undefined for one with a directive that DataWorks has nothing for. */
function javaFormat(format: string): string | undefined {
  let isKnown = true
  const text = format.replaceAll(/%(.)|([A-Za-z]+)/g, (_, directive?: string, letters?: string) => {
    if (directive === undefined) return `'${letters ?? ''}'`
    const unit = inTable(directives, directive)
    if (unit === undefined) isKnown = false
    return unit ?? ''
  })
  return isKnown ? text : undefined
}

/** A shift by some more days, which are added to those it has. */
function withDays({ months, offset }: MacroShift, days: number): MacroShift {
  const [, own = ''] = /^([-+]\d+)(?![\d/*])/.exec(offset) ?? []
  const sum = Number(own) + days
  const all = sum === 0 ? '' : `${sum > 0 ? '+' : '-'}${Math.abs(sum)}`
  return { months, offset: all + offset.slice(own.length) }
}

function dateText(format: string | undefined, shift: MacroShift | undefined, days = 0): string | undefined {
  if (format === undefined || shift === undefined) return undefined
  const { months, offset } = withDays(shift, days)
  return scheduleTime({ format, offset, ...(months === undefined ? {} : { months }) })
}

const name =
  /^(ds|ds_nodash|ts_nodash|ts|yesterday_ds|yesterday_ds_nodash|tomorrow_ds|tomorrow_ds_nodash|next_ds|next_ds_nodash)$/
const filtered =
  /^(?:logical_date|execution_date|data_interval_start|data_interval_end|dag_run\.logical_date)\s*\|\s*(ds|ds_nodash|ts|ts_nodash)$/
const formatted =
  /^(logical_date|execution_date|data_interval_start|data_interval_end|dag_run\.logical_date)\.strftime\(\s*(?:'([^'\\]*)'|"([^"\\]*)")\s*\)$/
const added = /^macros\.ds_add\(\s*ds\s*,\s*([-+]?\d{1,4})\s*\)$/
const reformatted =
  /^macros\.ds_format\(\s*(ds|ds_nodash|macros\.ds_add\(\s*ds\s*,\s*[-+]?\d{1,4}\s*\))\s*,\s*['"]([^'"\\]*)['"]\s*,\s*['"]([^'"\\]*)['"]\s*\)$/
const parameter = /^params(?:\.(\w+)|\[\s*['"](\w+)['"]\s*\])$/
const variable = /^var\.value(?:\.(\w+)|\.get\(\s*['"](\w+)['"]\s*\))$/

/** The value of a date by its name. */
function named(text: string, shift: MacroShift | undefined): string | undefined {
  if (text === 'ts') {
    const value = dateText("yyyy-MM-dd'T'HH:mm:ss", shift)
    return value === undefined ? undefined : `${value}+00:00`
  }
  if (text === 'ds' || text === 'ds_nodash' || text === 'ts_nodash') return dateText(compact[text], shift)
  const [, day, ending] = /^(yesterday|tomorrow)_(ds(?:_nodash)?)$/.exec(text) ?? []
  if (ending !== 'ds' && ending !== 'ds_nodash') return undefined
  return dateText(compact[ending], shift, day === 'tomorrow' ? 1 : -1)
}

/** The shift of the moment that an expression begins with: the beginning of the interval, or its end. */
function shiftOf(source: string, { shift, endOffset }: MacroContext): MacroShift | undefined {
  if (!/^(?:data_interval_end|next_)/.test(source)) return shift
  return endOffset === undefined ? undefined : { months: undefined, offset: endOffset }
}

function formattedDate(text: string, context: MacroContext): string | undefined {
  const [, source, single, double] = formatted.exec(text) ?? []
  return source === undefined ? undefined : dateText(javaFormat(single ?? double ?? ''), shiftOf(source, context))
}

function reformattedDate(text: string, { shift }: MacroContext): string | undefined {
  const [, input = '', from, to] = reformatted.exec(text) ?? []
  if (from !== (input === 'ds_nodash' ? '%Y%m%d' : '%Y-%m-%d') || to === undefined) return undefined
  return dateText(javaFormat(to), shift, Number(added.exec(input)?.[1] ?? 0))
}

function dateOf(text: string, context: MacroContext): string | undefined {
  const plain = name.test(text) ? text.replace(/^next_/, '') : filtered.exec(text)?.[1]
  if (plain !== undefined) return named(plain, shiftOf(text, context))
  const [, days] = added.exec(text) ?? []
  if (days !== undefined) return dateText(compact.ds, context.shift, Number(days))
  return formattedDate(text, context) ?? reformattedDate(text, context)
}

/** The value of an expression between `{{` and `}}` in the words of DataWorks; undefined for one that it cannot say. */
export function macroValue(expression: string, context: MacroContext): string | undefined {
  const text = expression.trim()
  if (text.length > longest) return undefined
  if (/^dag(?:\.dag_id)?$/.test(text)) return text === 'dag' ? undefined : context.dag
  if (/^(?:task\.task_id|ti\.task_id|task_instance\.task_id)$/.test(text)) return context.task
  const [, dotted, quoted] = parameter.exec(text) ?? []
  const asked = dotted ?? quoted
  if (asked !== undefined) return context.params.get(asked)
  const [, plain, got] = variable.exec(text) ?? []
  const held = plain ?? got
  return held === undefined ? dateOf(text, context) : `\${workspace.${held}}`
}

const longest = 200

/** What Jinja puts a value in the place of; blocks and comments it takes out are none. */
export const template: RegExp = /\{\{-?([^{}]{1,400})-?\}\}/g
