import type { Diagnostic, Subject } from './diagnostic.ts'

function nameOf({ name, id }: Subject): string {
  return name ?? id ?? ''
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
export function describePlace({ document = '', within = [], subject, environments = [] }: Diagnostic): string {
  const inside = [...within, ...(subject === undefined ? [] : [subject])].map(nameOf)
  // The document of one workflow is called as that is.
  const all = document === inside[0] ? inside : [document, ...inside]
  const names = all.filter((name) => name !== '').join(' › ')
  return environments.length === 0 ? names : `${names} (${environments.join(', ')})`.trimStart()
}
