import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { readText } from '../../document/read-text.ts'
import { findingAt } from '../finding-at.ts'
import type { Rule } from '../rule.ts'
import { showValue } from '../show-value.ts'

/** An output of another workflow reads `project.node`, and the root's reads `project_root`: those may stand elsewhere. */
function mayStandElsewhere(output: string): boolean {
  return output.includes('.') || output.endsWith('_root') || /^\d{15,}$/.test(output)
}

/** A dependency names an output that nothing in the document offers, and that does not look like one from outside. */
export const referenceUnknownOutput: Rule = {
  name: 'reference/unknown-output',
  severity: 'warning',
  summary:
    'A dependency names an output that nothing in the document offers and that does not look like one from outside.',
  evidence: 'The service resolves outputs by their exact string and drops an edge it cannot resolve.',
  run(index, report) {
    for (const { entity, node, upstream } of index.edges) {
      const output = readText(entity.value, 'output')
      if (
        output === undefined ||
        upstream !== undefined ||
        index.outputs.first.has(output) ||
        mayStandElsewhere(output)
      )
        continue
      const near = didYouMean(output, index.outputs.first.keys())
      const message = `Nothing in the document offers the output ${showValue(output)}.`
      const hint = near === undefined ? 'An output from outside reads project.node.' : `Did you mean "${near}"?`
      const finding = findingAt(entity, 'output', { message, hint })
      report(node?.name === undefined ? finding : { ...finding, subject: { kind: 'node', name: node.name } })
    }
  },
}
