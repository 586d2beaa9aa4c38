import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A week, the longest the console takes, in each unit. */
const longest: ReadonlyMap<unknown, number> = new Map([
  ['SECONDS', 604_800],
  ['MINUTES', 10_080],
  ['HOURS', 168],
])

/** A timeout is longer than the console takes, as one in another unit would be. */
export const strategyTimeoutRange: Rule = entityRule(
  {
    name: 'strategy/timeout-range',
    severity: 'warning',
    summary: 'A timeout is longer than 168 hours.',
    evidence: 'Scheduling settings: the console takes one minute to 168 hours.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ timeout: { value: 3600, unit: 'HOURS' } })

      export const right = orders.strategy({ timeout: { value: 3600, unit: 'SECONDS' } })
    `,
  },
  ['Strategy', 'Node'],
  ({ value }) => {
    const { timeoutUnit: unit } = value
    const timeout = asNumber(value['timeout'])
    const most = longest.get(unit)
    if (timeout === undefined || most === undefined || timeout <= most) return undefined
    return {
      field: 'timeout',
      message: `timeout is ${showValue(value['timeout'])} ${String(unit)}, longer than 168 hours.`,
    }
  },
)
