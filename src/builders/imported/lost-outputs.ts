import { edgeFinding } from '../../check/engine/finding.ts'
import { mayBeExternalOutput } from '../../check/engine/outputs.ts'
import { createDiagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { showValue } from '../../diagnostics/show-value.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { OutputEntry } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'

/**
 * Dependencies on outputs that a document offered when it was read and does not offer any more. Outputs of such a form may
 * come from outside, so the check of the document alone cannot tell; others it tells itself.
 *
 * @param before - the document as it was read
 * @param after - the document as it is built now
 */
export function lostOutputs(before: object, after: object): readonly Diagnostic[] {
  const { edges, outputs } = indexSpec(after)
  const offered = indexSpec(before).outputs.first
  return edges.flatMap((edge) => {
    const { value } = edge.entity
    const isKnown = (edge.upstream ?? edge.upstreamWorkflow) !== undefined || readText(value, 'nodeId') !== undefined
    const output = isKnown ? undefined : readText(value, 'output')
    if (output === undefined || outputs.first.has(output) || !mayBeExternalOutput(output)) return []
    const lost = offered.get(output)
    return lost === undefined ? [] : [lostOutput(edge, output, lost)]
  })
}

function lostOutput(edge: Parameters<typeof edgeFinding>[0], output: string, { node, owner }: OutputEntry): Diagnostic {
  const from = `${node === undefined ? 'workflow' : 'node'} '${node?.name ?? readText(owner.value, 'name') ?? ''}'`
  const message = `Nothing in the document offers the output ${showValue(output)} any more; it was one of ${from}.`
  const hint =
    'Let it come after something else, or take this dependency out; where another document offers the output now, all is well.'
  return createDiagnostic({
    rule: 'reference/unknown-output',
    severity: 'warning',
    ...edgeFinding(edge, 'output', { message, hint }),
  })
}
