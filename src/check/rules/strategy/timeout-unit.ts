import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A timeout without a unit, on which sources disagree. */
export const strategyTimeoutUnit: Rule = entityRule(
  {
    name: 'strategy/timeout-unit',
    severity: 'warning',
    summary: 'A timeout other than 0 has no timeoutUnit.',
    evidence: 'Older schemas call the unit seconds, the reference implementation 2.0.0 calls it hours.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      // Two hours, or two seconds?
      export const wrong = orders.nodes(ods.extra({ timeout: 2 }))

      export const right = orders.nodes(ods.strategy({ timeout: { value: 2, unit: 'HOURS' } }))
    `,
  },
  ['Strategy', 'Node'],
  ({ value: { timeout, timeoutUnit } }) => {
    if ((asNumber(timeout) ?? 0) === 0 || typeof timeoutUnit === 'string') return undefined
    const message = `timeout is ${showValue(timeout)} without timeoutUnit; sources disagree whether that means seconds or hours.`
    return { field: 'timeout', message, hint: 'Add timeoutUnit: SECONDS, MINUTES or HOURS.' }
  },
)
