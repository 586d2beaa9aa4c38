import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import type { ListWorkflowDefinitionsParams } from '../operations/list-workflow-definitions.ts'
import type { Id } from '../operations/operation.ts'

/** The workflow and nodes the service has by the names of a document. */
export interface ExistingWorkflow {
  readonly workflowId: string | undefined
  readonly nodeIds: ReadonlyMap<string, string>
}

/** What is looked for. */
export interface WorkflowName {
  readonly projectId: Id
  readonly name: string
  readonly type: ListWorkflowDefinitionsParams['type']
}

/**
 * Whether the service refused to list workflows of a type its documentation does not name. They are then known by ids
 * derived from their names only; whatever else may be wrong with the call is also wrong with the import.
 */
function isUnlistedType(error: unknown, type: WorkflowName['type']): boolean {
  return type === 'TriggerWorkflow' && isDataWorksError(error) && error.kind === 'invalid-parameter'
}

async function findWorkflow(
  client: DataWorksClient,
  wanted: WorkflowName,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const ids: string[] = []
  try {
    // The service finds every name that contains the text.
    for await (const found of client.eachWorkflowDefinition(wanted, { signal })) {
      if (found.name === wanted.name) ids.push(found.id)
    }
  } catch (error) {
    if (!isUnlistedType(error, wanted.type)) throw error
  }
  if (ids.length < 2) return ids[0]
  throw new DataWorksError({
    action: 'ListWorkflowDefinitions',
    kind: 'ambiguous-name',
    code: 'AmbiguousName',
    message: `${ids.length} workflows have the name ${JSON.stringify(wanted.name)}: ${ids.join(', ')}`,
    hint: 'Rename or delete all but one of them.',
  })
}

/** Looks a workflow up by its exact name, and the ids of its nodes. */
export async function findExisting(
  client: DataWorksClient,
  wanted: WorkflowName,
  signal: AbortSignal | undefined,
): Promise<ExistingWorkflow> {
  const workflowId = await findWorkflow(client, wanted, signal)
  const nodeIds = new Map<string, string>()
  if (workflowId === undefined) return { workflowId, nodeIds }
  const params = { projectId: wanted.projectId, containerId: workflowId }
  for await (const node of client.eachNode(params, { signal })) nodeIds.set(node.name, node.id)
  return { workflowId, nodeIds }
}
