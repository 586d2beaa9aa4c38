import { hasShape } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** Reruns are denied and counted at once. */
export const strategyDeniedRerun: Rule = {
  name: 'strategy/denied-rerun',
  severity: 'warning',
  summary: 'rerunTimes is set although rerunMode is Denied.',
  evidence: 'Scheduling settings: automatic reruns are not available where reruns are denied.',
  run(index, report) {
    for (const entity of index.eachEntity('Strategy', 'Node')) {
      const { rerunMode, rerunTimes } = entity.value
      if (!hasShape(entity) || rerunMode !== 'Denied' || typeof rerunTimes !== 'number' || rerunTimes === 0) continue
      const message = `rerunTimes is ${rerunTimes}, but rerunMode Denied allows no rerun.`
      report(
        findingAt(entity, 'rerunTimes', { message, hint: 'Remove rerunTimes, or set rerunMode to FailureAllowed.' }),
      )
    }
  },
}
