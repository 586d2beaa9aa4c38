import { hasShape } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/**
 * A timeout without a unit, on which sources disagree.
 *
 * @example
 * ```ts
 * import { odpsSql, workflow } from 'flowspec'
 *
 * const ods = odpsSql('ods').code('select 1')
 * const orders = workflow('orders').cron('00 02 00 * * ?')
 *
 * // Two hours, or two seconds?
 * export const wrong = orders.nodes(ods.extra({ timeout: 2 }))
 *
 * export const right = orders.nodes(ods.strategy({ timeout: { value: 2, unit: 'HOURS' } }))
 * ```
 */
export const strategyTimeoutUnit: Rule = {
  name: 'strategy/timeout-unit',
  severity: 'warning',
  summary: 'A timeout other than 0 has no timeoutUnit.',
  evidence: 'Older schemas call the unit seconds, the reference implementation 2.0.0 calls it hours.',
  run(index, report) {
    for (const entity of index.eachEntity('Strategy', 'Node')) {
      const { timeout, timeoutUnit } = entity.value
      if (!hasShape(entity) || typeof timeout !== 'number' || timeout === 0 || typeof timeoutUnit === 'string') continue
      const message = `timeout is ${timeout} without timeoutUnit; sources disagree whether that means seconds or hours.`
      report(findingAt(entity, 'timeout', { message, hint: 'Add timeoutUnit: SECONDS, MINUTES or HOURS.' }))
    }
  },
}
