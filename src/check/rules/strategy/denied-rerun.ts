import { showValue } from '../../../diagnostics/show-value.ts'
import { asNumber } from '../../../document/json/records.ts'
import { entityRule } from '../../engine/entity-rule.ts'
import type { Rule } from '../../engine/rule.ts'

/** Reruns are denied and counted at once. */
export const strategyDeniedRerun: Rule = entityRule(
  {
    name: 'strategy/denied-rerun',
    severity: 'warning',
    summary: 'rerunTimes is set although rerunMode is Denied.',
    evidence: 'Scheduling settings: automatic reruns are not available where reruns are denied.',
    example: `
      import { odpsSql, workflow } from 'flowspec'

      const ods = odpsSql('ods').code('select 1')
      const orders = workflow('orders').cron('00 02 00 * * ?')

      export const wrong = orders.nodes(ods.strategy({ rerunMode: 'Denied', rerunTimes: 3 }))

      export const right = orders.nodes(ods.strategy({ rerunMode: 'FailureAllowed', rerunTimes: 3 }))
    `,
  },
  ['Strategy', 'Node'],
  ({ value: { rerunMode, rerunTimes } }) => {
    if (rerunMode !== 'Denied' || (asNumber(rerunTimes) ?? 0) === 0) return undefined
    const message = `rerunTimes is ${showValue(rerunTimes)}, but rerunMode Denied allows no rerun.`
    return { field: 'rerunTimes', message, hint: 'Remove rerunTimes, or set rerunMode to FailureAllowed.' }
  },
)
