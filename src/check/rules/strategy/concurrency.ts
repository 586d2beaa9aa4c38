import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

const most = 100_000

/** More instances of a workflow may run at a time than the service takes. */
export const strategyConcurrency: Rule = entityRule(
  {
    name: 'strategy/concurrency',
    severity: 'warning',
    summary: 'maxInternalConcurrency is more than 100,000.',
    evidence: 'The page of triggered workflows: at most 100,000 instances run at a time.',
    example: `
      import { workflow } from 'flowspec'

      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.strategy({ maxInternalConcurrency: 200_000 })

      // Without a limit it is 0.
      export const right = orders.strategy({ maxInternalConcurrency: 0 })
    `,
  },
  ['Strategy'],
  ({ value: { maxInternalConcurrency: given } }) =>
    typeof given === 'number' && given > most
      ? { field: 'maxInternalConcurrency', message: `${given} instances at a time are more than ${most}.` }
      : undefined,
)
