import { cut, printable, showValue } from '../../diagnostics/show-value.ts'
import { stringifyJson } from '../json/exact-json.ts'
import { isHolder, isRecord } from '../json/records.ts'

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

/** What stands before the first difference of long texts. */
const contextShown = 30

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  return isHolder(value) ? printable(cut(stringifyJson(value) ?? '', longestShown)) : showValue(value, longestShown)
}

/** What a long text is, of which a part is shown; undefined for what is no text and holds none. */
function longText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : isHolder(value) ? stringifyJson(value) : undefined
}

function partOf(value: unknown, text: string, from: number): string {
  // A character may be two units, which belong together.
  const part = `${from > 0 ? '…' : ''}${text.slice(from).replace(/^[\udc00-\udfff]/, '')}`
  return typeof value === 'string' ? showValue(part, longestShown) : printable(cut(part, longestShown))
}

/** Two values as they are shown beside one another: of long ones the part in which they differ. */
export function shownPair(before: unknown, after: unknown): readonly [before: string, after: string] {
  const [left, right] = [longText(before), longText(after)]
  if (left === undefined || right === undefined || Math.max(left.length, right.length) <= longestShown)
    return [shown(before), shown(after)]
  let same = 0
  while (same < left.length && left[same] === right[same]) same++
  const from = Math.max(same - contextShown, 0)
  return [partOf(before, left, from), partOf(after, right, from)]
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

/** What a change is of: the item of a list by its name, and the field within it; of anything else, where it stands. */
export function changedPlace({ path, item }: Pick<ShownChange, 'item' | 'path'>, place: string): string {
  if (item === undefined) return printable(place)
  const { noun, inside } = itemIn(path)
  return printable(`${noun} ${item}${inside === '' ? '' : ` ${inside}`}`)
}

/** A whole item that only one side has, by its name; undefined for any other change. */
function wholeItemText({ path, item, before, after }: ShownChange): string | undefined {
  if (item === undefined || (before !== undefined && after !== undefined)) return undefined
  const { noun, inside } = itemIn(path)
  if (inside !== '') return undefined
  const label = printable(`${noun} ${item}`)
  return before === undefined ? `+ ${label}${itemValue(after, item)}` : `- ${label}${itemValue(before, item)}`
}

/**
 * A change on one line: of an item of a list by its name, with a sign where only one side has it; of anything else by where
 * it stands.
 *
 * @param place - what the field is called
 */
export function changeText(change: ShownChange, place: string): string {
  return (
    wholeItemText(change) ?? `${changedPlace(change, place)}: ${shownPair(change.before, change.after).join(' → ')}`
  )
}
