import { didYouMean } from '../../diagnostics/did-you-mean.ts'
import { hasShape } from '../../document/entity.ts'
import { readText } from '../../document/read-text.ts'
import type { FlowEntry } from '../../document/spec-index.ts'
import { findingAt } from '../finding-at.ts'
import type { Finding, Rule } from '../rule.ts'

function hintFor(missing: string, flow: FlowEntry): Pick<Finding, 'hint'> {
  const near = didYouMean(
    missing,
    flow.nodes.flatMap(({ name, id }) => [name, id].filter((word) => word !== undefined)),
  )
  return near === undefined ? {} : { hint: `Did you mean "${near}"?` }
}

/** A dependency names a node that is not there. */
export const referenceUnknownNode: Rule = {
  name: 'reference/unknown-node',
  severity: 'error',
  summary: 'A dependency names a node that is not in the document.',
  evidence: 'The service accepts such an edge and drops it without a word; the reference parser makes a stub of it.',
  run(index, report) {
    for (const { entity, flow, node, upstream, type } of index.edges) {
      const missing = readText(entity.value, 'nodeId')
      if (missing === undefined || upstream !== undefined || type === 'CrossCycleDependsOnSelf') continue
      const who = node?.name ?? readText(entity.parent?.value, 'nodeId') ?? ''
      const message = `'${who}' comes after '${missing}', which is not in the workflow.`
      const finding = findingAt(entity, 'nodeId', { message, ...hintFor(missing, flow) })
      report(node?.name === undefined ? finding : { ...finding, subject: { kind: 'node', name: node.name } })
    }
    for (const flow of index.flows) {
      for (const dependency of flow.dependencies) {
        const missing = readText(dependency.value, 'nodeId')
        if (missing === undefined || !hasShape(dependency) || index.nodesByKey.first.has(missing)) continue
        const message = `An entry of dependencies belongs to '${missing}', which is not in the workflow.`
        report(findingAt(dependency, 'nodeId', { message, ...hintFor(missing, flow) }))
      }
    }
  },
}
