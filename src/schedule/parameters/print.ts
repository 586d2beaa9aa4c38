import { type ArgumentKind, checkArgument, fields, listOf } from '../../diagnostics/arguments.ts'
import type { DateOffset, ParameterMeaning } from './part.ts'

/**
 * Writes the parts of a scheduling parameter as text that `parseParameter` reads as the same parts.
 *
 * @param parts - the parts, such as `parseParameter` gives
 *
 * @example
 * ```ts
 * import { parseParameter, printParameter } from 'flowspec/schedule'
 *
 * process.stdout.write(`${printParameter(parseParameter('$[add_months(yyyymmdd,+1)]').parts)}\n`)
 * ```
 */
export function printParameter(parts: readonly ParameterMeaning[]): string {
  checkArgument('printParameter', 'parts', parts, partsKind)
  return parts.map(printPart).join('')
}

function printPart(part: ParameterMeaning): string {
  if (part.kind === 'text') return part.text
  if (part.kind === 'reference') return `\${${part.scope}.${part.name}}`
  if (part.kind === 'builtin') return part.name.includes('.') ? `\${${part.name}}` : `$${part.name}`
  const format = part.format.join('')
  const shifted =
    part.months === undefined ? format : `add_months(${format},${printOffset(part.months).replace('+', '')})`
  const expression = shifted + part.offsets.map(printOffset).join('')
  return part.from === 'business-date' ? `\${${expression}}` : `$[${expression}]`
}

function printOffset({ sign, amount, times, unit }: DateOffset): string {
  const factor = times === 1 ? '' : `${times}*`
  const fraction = unit === 'hour' ? '/24' : unit === 'minute' ? '/24/60' : ''
  return `${sign}${factor}${amount}${fraction}`
}

const partsKind: ArgumentKind = {
  ...listOf({ takes: 'a part', holds: isPart }),
  takes: 'a list of parts, such as parseParameter(text).parts',
}

function isPart(value: unknown): boolean {
  return fields.holds(value) && typeof Reflect.get(Object(value), 'kind') === 'string'
}
