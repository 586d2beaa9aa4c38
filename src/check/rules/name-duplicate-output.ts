import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'

/** Two nodes, or a node and its workflow, offer one output string. */
export const nameDuplicateOutput: Rule = {
  name: 'name/duplicate-output',
  severity: 'error',
  summary: 'Two nodes or workflows offer the same output string.',
  evidence:
    'Output strings are unique in a workspace; deployment fails with "can not exported multiple nodes into the same output".',
  run(index, report) {
    for (const [data, [first, ...others]] of index.outputs) {
      if (first === undefined) continue
      const firstName = readText(first.owner.value, 'name')
      for (const other of others) {
        const otherName = readText(other.owner.value, 'name')
        const sameNode = other.node !== undefined && first.node !== undefined && otherName === firstName
        if (sameNode && other.owner !== first.owner) continue
        const message = `'${otherName}' offers the output "${data}", which '${firstName}' offers already.`
        report(findingAt(other.entity, 'data', { message, hint: 'Output strings are unique in the whole workspace.' }))
      }
    }
  },
}
