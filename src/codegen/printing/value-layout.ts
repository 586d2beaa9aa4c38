import { isRecord } from '../../document/json/records.ts'
import { all, group, indent, type Layout, line, separated, softline, trailingComma } from './layout.ts'
import { keyLiteral, scalarLiteral } from './literal.ts'

function isCompound(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 1 : isRecord(value) && Object.keys(value).length > 1
}

/** Lists of lists, and of objects with several fields, take a line for each. */
function takesLines(items: readonly unknown[]): boolean {
  if (items.length < 2) return false
  const isLists = Array.isArray(items[0])
  return items.every((item) => Array.isArray(item) === isLists && isCompound(item))
}

function listLayout(items: readonly unknown[]): Layout {
  if (items.length === 0) return '[]'
  const isNumbers = items.length > 1 && items.every((item) => typeof item === 'number')
  const between = all(',', line)
  const inner = isNumbers ? filled(items.map(valueLayout)) : separated(items.map(valueLayout), between)
  return group(all('[', indent(all(softline, inner)), trailingComma, softline, ']'), takesLines(items))
}

/** Numbers stand as many in a line as fit. */
function filled(layouts: readonly Layout[]): Layout {
  return all(...layouts.map((one, at) => (at === 0 ? one : all(',', group(all(line, one))))))
}

/** A long text goes to a line of its own, unless its key is so short that this gains nothing. */
function fieldLayout(key: string, value: unknown): Layout {
  if (typeof value !== 'string' || key.length <= 4) return all(key, ': ', valueLayout(value))
  return all(key, ':', group(indent(all(line, valueLayout(value)))))
}

function objectLayout(value: Readonly<Record<string, unknown>>): Layout {
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const fields = entries.map(([key, held]) => fieldLayout(keyLiteral(key), held))
  return group(all('{', indent(all(line, separated(fields, all(',', line)))), trailingComma, line, '}'))
}

/** A value as JSON has it, as the literal of the language. */
export function valueLayout(value: unknown): Layout {
  const scalar = scalarLiteral(value)
  if (scalar !== undefined) return scalar
  if (Array.isArray(value)) return listLayout(value)
  return isRecord(value) ? objectLayout(value) : 'undefined'
}

/** Whether a value, as the last argument of a call, opens on the line of the call. */
export function hugs(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0
}
