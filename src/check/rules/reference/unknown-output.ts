import { showValue } from '../../../diagnostics/show-value.ts'
import type { EdgeEntry, SpecIndex } from '../../../document/index/spec-index.ts'
import { readText } from '../../../document/json/records.ts'
import { edgeFinding } from '../../engine/finding.ts'
import { mayBeExternalOutput } from '../../engine/outputs.ts'
import type { Finding, Rule } from '../../engine/rule.ts'
import { Suggester } from '../../engine/suggester.ts'
import { hasUnreadOutputs } from '../../engine/unread-parts.ts'

/** The output of a dependency that nothing offers; of one that names a node, that node is what is unknown. */
function unknownOutput(edge: EdgeEntry, index: SpecIndex): string | undefined {
  const value = (edge.upstream ?? edge.upstreamWorkflow) === undefined ? edge.entity.value : undefined
  const output = readText(value, 'output')
  if (readText(value, 'nodeId') !== undefined) return undefined
  return output === undefined || index.outputs.first.has(output) || mayBeExternalOutput(output) ? undefined : output
}

function describe(output: string, near: string | undefined): Pick<Finding, 'message' | 'hint'> {
  const hint = near === undefined ? 'An output from outside reads project.node.' : `Did you mean "${near}"?`
  return { message: `Nothing in the document offers the output ${showValue(output)}.`, hint }
}

/** A dependency names an output that nothing in the document offers, and that does not look like one from outside. */
export const referenceUnknownOutput: Rule = {
  name: 'reference/unknown-output',
  severity: 'warning',
  summary:
    'A dependency names an output that nothing in the document offers and that does not look like one from outside.',
  evidence: 'The service resolves outputs by their exact string and drops an edge it cannot resolve.',
  example: `
    import { external, odpsSql, workflow } from 'flowspec'

    const ods = odpsSql('ods').code('select 1')
    const orders = workflow('orders').cron('00 02 00 * * ?')

    // Not an output of this workflow, and it has no project.
    export const wrong = orders.nodes(ods.after(external('rates')))

    export const right = orders.nodes(ods.after(external('finance.rates')))
  `,
  run(index, report, project) {
    if (hasUnreadOutputs(index)) return
    const suggester = new Suggester()
    const provided = [...index.outputs.first.keys()]
    for (const edge of index.edges) {
      const output = unknownOutput(edge, index)
      if (output === undefined || project?.provides(output)) continue
      report(edgeFinding(edge, 'output', describe(output, suggester.nearest(output, provided))))
    }
  },
}
