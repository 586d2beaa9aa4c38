import { showValue } from '../../../diagnostics/show-value.ts'
import { readText } from '../../../document/json/records.ts'
import { acceptCron } from '../../../schedule/cron/accepted-cron.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'
import { errorSeverity } from '../../engine/trigger-rule.ts'

/** A cron names dates that do not exist. */
export const scheduleCronNeverFires: Rule = entityRule(
  {
    name: 'schedule/cron-never-fires',
    severity: 'error',
    summary: 'A cron names only dates that do not exist, such as the 30th of February.',
    evidence: 'The documented engine accepts such a cron and never runs it.',
    example: `
      import { workflow } from 'flowspec'

      // April and June have 30 days.
      export const wrong = workflow('orders').cron('00 02 00 31 4,6 ?')

      export const right = workflow('orders').cron('00 02 00 L 4,6 ?')
    `,
  },
  ['Trigger'],
  (trigger) => {
    const cron = readText(trigger.value, 'cron')
    const parsed = cron === undefined ? undefined : acceptCron(cron)
    if (parsed?.ok !== true || !parsed.schedule.neverFires) return undefined
    const message = `The cron ${showValue(cron)} names only dates that do not exist, so it never runs.`
    return {
      field: 'cron',
      message,
      severity: errorSeverity(trigger),
      hint: 'Check the day of month against the months.',
    }
  },
)
