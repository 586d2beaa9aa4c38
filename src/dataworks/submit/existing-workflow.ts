import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import type { Id } from '../operations/operation.ts'
import { parseExact } from '../operations/parse-exact.ts'
import { isServiceId } from '../operations/service-id.ts'
import type { ListWorkflowDefinitionsParams } from '../operations/workflow-definitions.ts'

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

/**
 * What the service has, with the ids of nodes inside of others too: ListNodes does not list the nodes of a workflow that
 * stand inside of its loops, so its definition is read, where the document has such nodes.
 */
export async function findInnerIds(
  client: DataWorksClient,
  existing: ExistingWorkflow,
  { index, projectId }: { readonly index: SpecIndex; readonly projectId: Id },
  signal: AbortSignal | undefined,
): Promise<ExistingWorkflow> {
  const { workflowId: id, nodeIds } = existing
  const hasInner = index.nodes.some(({ flow }) => flow.entity.parent?.name === 'Node')
  if (id === undefined || !hasInner) return existing
  const inner = [...idsOf(indexSpec(await readBack(client, { id, projectId }, signal)))]
  return { workflowId: id, nodeIds: new Map([...inner.filter(([, nodeId]) => isServiceId(nodeId)), ...nodeIds]) }
}

/** Reads a workflow's document; its ids are text, however the service wrote them. */
export async function readBack(
  client: DataWorksClient,
  workflow: { readonly id: string; readonly projectId: Id },
  signal: AbortSignal | undefined,
): Promise<ReadDocument> {
  const definition = await client.getWorkflowDefinition({ ...workflow, includeScriptContent: true }, { signal })
  const document = parseExact(definition.spec)
  if (isRecord(document)) return document
  throw new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message: `the Spec of workflow ${workflow.id} is not a JSON object`,
    requestId: definition.requestId,
    retryable: true,
  })
}

/** The ids of the nodes of a document by their names; of one without an id its name. */
export function idsOf({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.map((node) => [node.name ?? node.key, node.key]))
}
