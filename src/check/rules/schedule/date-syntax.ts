import type { Rule } from '../../engine/rule.ts'
import { inspectWindow, triggerRule } from '../../engine/trigger-rule.ts'

/** startTime or endTime is not a date of the form yyyy-MM-dd HH:mm:ss. */
export const scheduleDateSyntax: Rule = triggerRule(
  {
    name: 'schedule/date-syntax',
    severity: 'error',
    summary: 'startTime or endTime is not a date of the form yyyy-MM-dd HH:mm:ss.',
    evidence:
      'ListNodes: times have this form and no time zone, so an offset or a Z is refused: no document has one. The oldest documents write a T between date and time: a warning. The reference implementation keeps the text as it is, and its one converter that reads it takes this form alone.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.startTime('2026-07-01T00:00:00+08:00')

      // The time zone is that of the schedule.
      export const right = orders.startTime('2026-07-01 00:00:00')
    `,
  },
  inspectWindow,
)
