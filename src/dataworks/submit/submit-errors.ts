import type { NamedEdge } from '../../document/compare/named-edge.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import { DataWorksError, isDataWorksError, type LostParts, restateError } from '../errors/data-works-error.ts'
import { enumerate } from '../errors/error-text.ts'
import { objectIn, objectsIn, textIn } from '../operations/answer.ts'
import type { SubmittedNode } from './submission.ts'

function describeEdge(edge: NamedEdge): string {
  const upstream = edge.external ? `output '${edge.upstream}'` : `'${edge.upstream}'`
  const dependent = edge.ofWorkflow === true ? `workflow '${edge.node}'` : `'${edge.node}'`
  if (edge.type === dependencyTypes.self) return `${dependent} after its own previous cycle`
  if (edge.type === dependencyTypes.children) return `${dependent} after the previous cycle of its children`
  return `${dependent} after ${edge.type === dependencyTypes.sameCycle ? '' : 'the previous cycle of '}${upstream}`
}

/** The error of an import that would take all nodes from a workflow, before it is called. */
export function emptyingError(
  workflow: { readonly name: string; readonly id: string },
  nodes: readonly SubmittedNode[],
): DataWorksError {
  const count = nodes.length === 1 ? '1 node' : `${nodes.length} nodes`
  const names = enumerate(nodes.map(({ name }) => `'${name}'`))
  return new DataWorksError({
    action: 'ImportWorkflowDefinition',
    kind: 'would-empty',
    code: 'WouldEmptyWorkflow',
    message: `workflow '${workflow.name}' (${workflow.id}) has ${count} in the service: ${names}; what is submitted has none, and importing it would remove them`,
    hint: 'Submit the workflow with its nodes. If it is to have none, submit it with { allowEmpty: true }.',
  })
}

const dropped = 'The service drops what it cannot resolve.'
const exact = 'An upstream output must exist and be equal character by character. Do not publish the workflow as it is.'

/**
 * The error of a workflow that was imported, but not whole.
 *
 * @param cause - why, as a sentence, where that is known
 */
export function incompleteError(
  workflow: { readonly name: string; readonly id: string },
  lost: LostParts,
  cause?: string,
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
    hint: [dropped, ...(cause === undefined ? [] : [cause]), exact].join(' '),
    lost,
  })
}

/** The name of the node that a JSONPath of the service points into. */
function nodeAt(path: string, document: ReadDocument): string | undefined {
  const position = /workflows\[0\]\.nodes\[(\d{1,9})\]/.exec(path)?.[1]
  if (position === undefined) return undefined
  const workflow = objectsIn(objectIn(document, 'spec'), 'workflows')[0] ?? {}
  const node = objectsIn(workflow, 'nodes')[Number(position)]
  return node === undefined ? undefined : textIn(node, 'name')
}

/** Adds to the error of a failed import which node it is about. */
export function locateJobError(error: DataWorksError, document: ReadDocument): DataWorksError {
  const node = error.place === undefined ? undefined : nodeAt(error.place, document)
  if (node === undefined) return error
  const name = `This is node '${node}'.`
  return restateError(error, { hint: error.hint === undefined ? name : `${name} ${error.hint}` })
}

/**
 * The error of what fails after an import was started: whichever call it was, the import may have had its effect. Other
 * errors stay as they are.
 */
export function startedImportError(error: unknown, jobId: string): unknown {
  if (!isDataWorksError(error)) return error
  const way = `Job ${jobId} imports the workflow all the same; submitting again updates it.`
  // What is said of repeating the one call that failed would contradict it.
  const isOfCall = error.ambiguous && error.kind !== 'job-timeout'
  const hint = error.hint === undefined || isOfCall ? way : `${way} ${error.hint}`
  return restateError(error, { ambiguous: true, hint })
}
