import type { Rule } from '../../engine/rule.ts'
import { inspectCron, triggerRule } from '../../engine/trigger-rule.ts'

/** A cron is not of the DataWorks dialect: six fields, seconds 00, Monday is 1. */
export const scheduleCronSyntax: Rule = triggerRule(
  {
    name: 'schedule/cron-syntax',
    severity: 'error',
    summary: 'A cron is not of the DataWorks dialect: six fields, seconds 00, Monday is 1.',
    evidence:
      'DataWorks cron expression page; CreateFile, parameter CronExpress. Real documents have a seventh field "*", and "00,00" on nodes inside of loops. That, and the cron of any node that follows what it stands in, is a warning.',
    example: `
      import { workflow } from 'flowspec'

      // A cron of Unix: \`fromUnixCron\` of \`flowspec/schedule\` converts it.
      export const wrong = workflow('orders').cron('2 0 * * *')

      export const right = workflow('orders').cron('00 02 00 * * ?')
    `,
  },
  inspectCron,
)
