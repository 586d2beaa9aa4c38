import { pointerOf } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** Two nodes of different names have one id. */
export const nameDuplicateId: Rule = {
  name: 'name/duplicate-id',
  severity: 'error',
  summary: 'Two nodes with different names have the same id.',
  evidence: 'Dependencies name nodes by id; the reference parser silently lets the later one win.',
  run(index, report) {
    for (const { key, first, other } of index.nodesByKey.repeated) {
      if (other.id === undefined || other.name === first.name) continue
      const message = `Node '${other.name}' has the id '${key}' of node '${first.name}' at ${pointerOf(first.entity)}.`
      report(findingAt(other.entity, 'id', { message, hint: 'Give every node an id of its own.' }))
    }
  },
}
