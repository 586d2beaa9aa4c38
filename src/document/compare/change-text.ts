import { cut, printable, showValue } from '../../diagnostics/show-value.ts'
import { stringifyJson } from '../json/exact-json.ts'
import { isRecord } from '../json/records.ts'

/** A change as it is shown: from what to what, of which undefined is nothing. */
export interface ShownChange {
  /** JSON Pointer to the field. */
  readonly path: string
  /** What the item of a list is called that it is, or stands in. */
  readonly item?: string | undefined
  readonly before: unknown
  readonly after: unknown
}

const longestShown = 120

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const isHolder = isRecord(value) || Array.isArray(value)
  return isHolder ? printable(cut(stringifyJson(value) ?? '', longestShown)) : showValue(value)
}

/** What one item of a list is called: `parameter` of parameters, `file resource` of fileResources. */
function singular(list: string): string {
  const words = list.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.replace(/(ch)es$/, '$1').replace(/s$/, '')
}

/** The value of a variable; of another item, all that it says beside its name. */
function itemValue(value: unknown, item: string): string {
  if (!isRecord(value)) return ''
  if (Object.hasOwn(value, 'value')) return ` = ${shown(value['value'])}`
  const rest = Object.entries(value).filter(([, one]) => one !== item)
  return rest.length === 0 ? '' : ` = ${shown(Object.fromEntries(rest))}`
}

/** What a path says of an item: what it is called, and the field within it; the list of outputs has no numbers. */
function itemIn(path: string): { readonly noun: string; readonly inside: string } {
  const parts = path.split('/').slice(1)
  const at = parts.findLastIndex((part) => /^\d+$/.test(part))
  if (at < 1) return { noun: 'output', inside: '' }
  const side = parts[at - 2]
  const noun = singular(parts[at - 1] ?? '')
  const inside = parts.slice(at + 1).join('.')
  if (side !== 'inputs' && side !== 'outputs') return { noun, inside }
  return { noun: noun === 'node output' ? singular(side) : `${singular(side)} ${noun}`, inside }
}

/** A change within one item of a list, or of a whole one, by its name. */
function itemText({ path, before, after }: ShownChange, item: string): string {
  const { noun, inside } = itemIn(path)
  const label = printable(`${noun} ${item}`)
  if (inside === '' && before === undefined) return `+ ${label}${itemValue(after, item)}`
  if (inside === '' && after === undefined) return `- ${label}${itemValue(before, item)}`
  return `${label}${inside === '' ? '' : ` ${printable(inside)}`}: ${shown(before)} → ${shown(after)}`
}

/**
 * A change on one line: of an item of a list by its name, with a sign where only one side has it; of anything else by where
 * it stands.
 *
 * @param place - what the field is called
 */
export function changeText(change: ShownChange, place: string): string {
  if (change.item !== undefined) return itemText(change, change.item)
  return `${printable(place)}: ${shown(change.before)} → ${shown(change.after)}`
}
