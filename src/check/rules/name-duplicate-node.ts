import { pointerOf } from '../../document/entity.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** Two nodes have one name. */
export const nameDuplicateNode: Rule = {
  name: 'name/duplicate-node',
  severity: 'error',
  summary: 'Two nodes have the same name.',
  evidence: 'Node names are unique in a workspace; the service answers "Node with the same name already exists".',
  run(index, report) {
    for (const { key, first, other } of index.nodesByName.repeated) {
      const message = `A second node is called '${key}'; the first stands at ${pointerOf(first.entity)}.`
      report(findingAt(other.entity, 'name', { message, hint: 'Node names are unique in the whole workspace.' }))
    }
  },
}
