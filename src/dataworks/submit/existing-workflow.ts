import { showValue } from '../../diagnostics/show-value.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import { isServiceId } from '../operations/service-id.ts'
import { nodeIdsOf, readDefinition } from './definition.ts'
import type { Source } from './source.ts'
import type { SubmitOptions } from './submission.ts'

/** The workflow and nodes the service has by the names of a document. */
export interface ExistingWorkflow {
  readonly workflowId: string | undefined
  readonly nodeIds: ReadonlyMap<string, string>
}

/** Looks a workflow up by its exact name, and the ids of its nodes by theirs. */
export async function findExisting(
  client: DataWorksClient,
  source: Source,
  options: SubmitOptions,
): Promise<ExistingWorkflow> {
  const workflowId = await findWorkflow(client, source, options)
  if (workflowId === undefined) return { workflowId, nodeIds: new Map() }
  const listed = await listNodeIds(client, workflowId, options)
  const inner = hasInnerNodes(source) ? await innerNodeIds(client, workflowId, options) : []
  return { workflowId, nodeIds: new Map([...inner, ...listed]) }
}

async function findWorkflow(
  client: DataWorksClient,
  { name, type }: Source,
  { projectId, signal }: SubmitOptions,
): Promise<string | undefined> {
  const ids: string[] = []
  try {
    // The service finds every name that contains the text.
    for await (const found of client.eachWorkflowDefinition({ projectId, name, type }, { signal })) {
      if (found.name === name) ids.push(found.id)
    }
  } catch (error) {
    if (!isUnlistedType(error, type)) throw error
  }
  if (ids.length < 2) return ids[0]
  throw new DataWorksError({
    action: 'ListWorkflowDefinitions',
    kind: 'ambiguous-name',
    code: 'AmbiguousName',
    message: `${ids.length} workflows have the name ${showValue(name)}: ${ids.join(', ')}`,
    hint: 'Rename or delete all but one of them.',
  })
}

/**
 * Whether the service refused to list workflows of a type its documentation does not name. They are then known by ids
 * derived from their names only; whatever else may be wrong with the call is also wrong with the import.
 */
function isUnlistedType(error: unknown, type: Source['type']): boolean {
  return type === 'TriggerWorkflow' && isDataWorksError(error) && error.kind === 'invalid-parameter'
}

async function listNodeIds(
  client: DataWorksClient,
  containerId: string,
  { projectId, signal }: SubmitOptions,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for await (const node of client.eachNode({ projectId, containerId }, { signal })) ids.set(node.name, node.id)
  return ids
}

/** Whether a document has nodes inside of others. ListNodes does not list those, so the definition has to be read. */
function hasInnerNodes({ index }: Source): boolean {
  return index.nodes.some(({ flow }) => flow.entity.parent?.name === 'Node')
}

async function innerNodeIds(
  client: DataWorksClient,
  workflowId: string,
  options: SubmitOptions,
): Promise<(readonly [name: string, id: string])[]> {
  const ids = nodeIdsOf(await readDefinition(client, workflowId, options))
  return [...ids].filter(([, id]) => isServiceId(id))
}
