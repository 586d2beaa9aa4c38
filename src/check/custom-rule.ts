import type { Severity } from '../diagnostics/diagnostic.ts'
import type { SpecIndex } from '../document/spec-index.ts'
import type { Finding } from './rule.ts'

/**
 * A rule of a team's own. Write one with `defineRule`, and give it to a check as `custom: [rule]`.
 *
 * @example
 * ```ts
 * import { checkSpec, odpsSql, workflow } from 'flowspec'
 * import { type CustomRule, pointerOf } from 'flowspec/rules'
 *
 * const ownedNodes: CustomRule = {
 *   name: 'custom/owned-nodes',
 *   severity: 'warning',
 *   summary: 'Every node says who owns it.',
 *   run(index, report) {
 *     for (const { entity, name } of index.nodes) {
 *       if (entity.value['owner'] === undefined)
 *         report({ message: `Node '${name}' has no owner.`, path: pointerOf(entity) })
 *     }
 *   },
 * }
 *
 * const orders = workflow('orders').cron('00 02 00 * * ?').nodes(odpsSql('ods').code('select 1'))
 * const diagnostics = checkSpec(orders.toJSON(), { custom: [ownedNodes] })
 * ```
 */
export interface CustomRule {
  /** `custom/…`; the rest is letters, digits, and `-`, `_`, `.` and `/` between them. */
  readonly name: `custom/${string}`
  /** Severity unless the settings say otherwise, or a finding says its own. */
  readonly severity: Severity
  /** What the rule finds or demands, in one sentence. */
  readonly summary: string
  /** The address of a page that explains the rule. */
  readonly docs?: string
  /**
   * Looks at a document and reports what it finds. It looks at all of it at once: an error that it throws is reported
   * under its name, and what it found before is kept.
   */
  run(index: SpecIndex, report: (finding: Finding) => void): void
}
