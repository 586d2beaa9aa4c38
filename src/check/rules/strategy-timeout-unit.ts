import { hasShape } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** A timeout without a unit, on which sources disagree. */
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
