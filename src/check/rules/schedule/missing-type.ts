import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** A trigger does not say what kind it is. */
export const scheduleMissingType: Rule = entityRule(
  {
    name: 'schedule/missing-type',
    severity: 'warning',
    summary: 'A trigger has neither a type nor, as older ones do, a recurrence.',
    evidence: 'The official schema requires one of the two; what the service makes of neither is not documented.',
    example: `
      import { workflow } from 'flowspec'

      export const wrong = workflow('orders').extra({ trigger: { cron: '00 02 00 * * ?' } })

      export const right = workflow('orders').extra({ trigger: { type: 'Scheduler', cron: '00 02 00 * * ?' } })
    `,
  },
  ['Trigger'],
  ({ value }) => {
    const type = value['type'] ?? value['recurrence'] ?? undefined
    return type === undefined
      ? { field: '', message: 'This trigger has no type.', hint: 'It is Scheduler, Manual or Custom.' }
      : undefined
  },
)
