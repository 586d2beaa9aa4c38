import type { NamedEdge } from '../../diff/named-edge.ts'
import { DataWorksError } from '../errors/data-works-error.ts'
import type { LostParts } from '../errors/lost-parts.ts'

const mostShown = 20

function describeEdge(edge: NamedEdge): string {
  const upstream = edge.external ? `output '${edge.upstream}'` : `'${edge.upstream}'`
  if (edge.type === 'CrossCycleDependsOnSelf') return `'${edge.node}' after its own previous cycle`
  if (edge.type === 'CrossCycleDependsOnChildren') return `'${edge.node}' after the previous cycle of its children`
  return `'${edge.node}' after ${edge.type === 'Normal' ? '' : 'the previous cycle of '}${upstream}`
}

function enumerate(texts: readonly string[]): string {
  const rest = texts.length - mostShown
  return [...texts.slice(0, mostShown), ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ')
}

/** The error of a workflow that was imported, but not whole. */
export function incompleteError(
  workflow: { readonly name: string; readonly id: string },
  lost: LostParts,
): DataWorksError {
  const parts = [
    ...(lost.nodes.length === 0 ? [] : [`without nodes ${enumerate(lost.nodes.map((name) => `'${name}'`))}`]),
    ...(lost.edges.length === 0 ? [] : [`without edges ${enumerate(lost.edges.map(describeEdge))}`]),
  ]
  return new DataWorksError({
    action: 'ImportWorkflowDefinition',
    kind: 'incomplete',
    code: 'IncompleteWorkflow',
    message: `workflow '${workflow.name}' (${workflow.id}) was imported ${parts.join(' and ')}`,
    retryable: true,
    ambiguous: false,
    hint: 'The service drops what it cannot resolve. An upstream output must exist and be equal character by character. Do not publish the workflow as it is.',
    lost,
  })
}
