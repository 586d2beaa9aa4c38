import type { CallPlace, Diagnostic, Subject } from './diagnostic.ts'
import { shortened, showValue } from './show-value.ts'

/** A name is a word or two; one that is not must not hide the rest. */
const longestName = 80

function nameOf({ name, id }: Subject): string {
  return shortened(name ?? id ?? '', longestName)
}

/** A function that starts builders, and where it was called: `by dailyLoad, called at pipelines/orders.ts:12:14`. */
export function describeCall({ name, file = 'text', line, column }: CallPlace): string {
  return `by ${shortened(name, longestName)}, called at ${file}:${line}:${column}`
}

/**
 * The place of a diagnostic in the names its reader gave: document, workflow, node, and the environments of a project.
 *
 * @returns `orders › ods_orders (prod)`; the empty string where nothing around has a name
 *
 * @example
 * ```ts
 * import { describePlace, odpsSql, workflow } from 'flowspec'
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods_orders').strategy({ priority: 9 }))
 * for (const diagnostic of orders.check()) {
 *   process.stdout.write(`${describePlace(diagnostic)}: ${diagnostic.message}\n`)
 * }
 * ```
 */
export function describePlace(diagnostic: Diagnostic): string {
  const given: unknown = diagnostic
  if (typeof given !== 'object' || given === null || typeof diagnostic.path !== 'string') {
    throw new TypeError(`describePlace(): diagnostic is ${showValue(given)}; give one that a check gave.`)
  }
  const { document = '', within = [], subject, environments = [] } = diagnostic
  const inside = [...within, ...(subject === undefined ? [] : [subject])].map(nameOf)
  // The document of one workflow is called as that is.
  const outside = shortened(document, longestName)
  const all = outside === inside[0] ? inside : [outside, ...inside]
  const names = all.filter((name) => name !== '').join(' › ')
  return environments.length === 0 ? names : `${names} (${environments.join(', ')})`.trimStart()
}
