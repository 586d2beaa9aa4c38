import { isExact, isExactNumber } from '../../diagnostics/exact-number.ts'

/** Whether a value is an object with keys: no list, and no number that is kept as text. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isExact(value)
}

/** Whether a value holds others: an object with keys, or a list. */
export function isHolder(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value)
}

/** Whether a value says nothing: none at all, null, and a list or an object with nothing in it. */
export function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0
}

/** The number that a value of a document is, the nearest one for what JavaScript would round; undefined for others. */
export function asNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  return typeof value === 'bigint' || isExactNumber(value) ? Number(value) : undefined
}

/** The items of a list; none when it is no list. */
export function itemsOf(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

/** The objects in a list, other items left out; none when it is no list. */
export function recordsOf<Item extends object>(list: readonly Item[] | undefined): readonly Item[]
export function recordsOf(list: unknown): readonly Readonly<Record<string, unknown>>[]
export function recordsOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return itemsOf(list).filter(isRecord)
}

/**
 * The text in a field of an object; undefined when there is no such field, or it holds something else.
 *
 * @example
 * ```ts
 * import { defineRule, findingAt, readText } from 'flowspec/rules'
 *
 * export const noStar = defineRule({
 *   name: 'custom/no-select-star',
 *   severity: 'warning',
 *   summary: 'SQL names the columns it reads.',
 *   run(index, report) {
 *     for (const script of index.eachEntity('Script')) {
 *       const isStar = /select +[*] /i.test(readText(script.value, 'content') ?? '')
 *       if (isStar) report(findingAt(script, 'content', { message: 'This code selects all columns.' }))
 *     }
 *   },
 * })
 * ```
 */
export function readText(value: unknown, field: string): string | undefined {
  if (!isRecord(value)) return undefined
  const text = value[field]
  return typeof text === 'string' ? text : undefined
}

/** Gives an object a field of its own, whatever it is called. */
export function setField(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') target[key] = value
  else Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}
