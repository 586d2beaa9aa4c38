import { readText } from '../../../document/json/records.ts'
import { acceptCron } from '../../../schedule/cron/accepted-cron.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** The cycle type of a trigger is not that of its cron. */
export const scheduleCycleType: Rule = entityRule(
  {
    name: 'schedule/cycle-type',
    severity: 'warning',
    summary: 'cycleType is not what the cron comes to.',
    evidence: 'Inferred from documents of the service: NotDaily where a node runs several times a day, else Daily.',
    example: `
      import { workflow } from 'flowspec'

      const hourly = { type: 'Scheduler', cron: '00 00 * * * ?' }

      export const wrong = workflow('orders').extra({ trigger: { ...hourly, cycleType: 'Daily' } })

      export const right = workflow('orders').extra({ trigger: { ...hourly, cycleType: 'NotDaily' } })
    `,
  },
  ['Trigger'],
  (trigger) => {
    const given = trigger.value['cycleType'] ?? undefined
    const cron = readText(trigger.value, 'cron')
    const parsed = given === undefined || cron === undefined ? undefined : acceptCron(cron)
    if (parsed?.ok !== true || parsed.schedule.cycleType === given) return undefined
    const message = `cycleType is ${String(given)}, but this cron is ${parsed.schedule.cycleType}.`
    return { field: 'cycleType', message, hint: `Write ${parsed.schedule.cycleType}, or leave it out.` }
  },
)
