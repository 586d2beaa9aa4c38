import type { Diagnostic, Subject } from './diagnostic.ts'
import { shortened, showValue } from './show-value.ts'

/** A name is a word or two; one that is not must not hide the rest. */
const longestName = 80

function nameOf({ name, id }: Subject): string {
  return shortened(name ?? id ?? '', longestName)
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
