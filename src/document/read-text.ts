import { isRecord } from './is-record.ts'

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
