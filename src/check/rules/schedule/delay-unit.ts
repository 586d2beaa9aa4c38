import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const secondsOfDay = 86_400

/** The delay of a trigger is longer than a day, as one in milliseconds would be. */
export const scheduleDelayUnit: Rule = entityRule(
  {
    name: 'schedule/delay-unit',
    severity: 'warning',
    summary: 'delaySeconds is longer than a day.',
    evidence: 'The field is in seconds, and documents have 0 to 300; inferred that so long a wait is in milliseconds.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      // Five minutes are 300 seconds.
      export const wrong = orders.delaySeconds(300_000)

      export const right = orders.delaySeconds(300)
    `,
  },
  ['Trigger'],
  ({ value }) => {
    const delay = asNumber(value['delaySeconds'])
    if (delay === undefined || delay <= secondsOfDay) return undefined
    const message = `delaySeconds is ${showValue(value['delaySeconds'])}, longer than a day.`
    return { field: 'delaySeconds', message, hint: 'It is in seconds, not milliseconds.' }
  },
)
