import { indexSpec } from '../../document/index/index-spec.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import type { NodeDefinition } from '../operations/node-definitions.ts'
import { parseExact } from '../operations/parse-exact.ts'
import type { WorkspaceDocument } from './read-workspace.ts'
import type { WorkspaceCall } from './workspace-call.ts'

async function readNode(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: WorkspaceCall,
): Promise<NodeDefinition | undefined> {
  try {
    return await client.getNode({ id, projectId }, { signal })
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'not-found') return undefined
    throw error
  }
}

/** Reads a node that stands in no workflow; nothing of one that does, whose document is one of the workflow. */
export async function readLooseNode(
  client: DataWorksClient,
  id: string,
  call: WorkspaceCall,
): Promise<readonly WorkspaceDocument[]> {
  const definition = await readNode(client, id, call)
  if (definition === undefined) return []
  const document = parseExact(definition.spec)
  if (!isRecord(document)) throw unreadable(id, definition.requestId)
  const index = indexSpec(document)
  if (index.entitiesOf('Workflow').length > 0) return []
  const node = index.nodes[0]?.entity.value
  const name = readText(node, 'name') ?? definition.name ?? ''
  return [{ kind: 'node', id, name, path: readText(node?.['script'], 'path') ?? name, document }]
}

function unreadable(id: string, requestId: string | undefined): DataWorksError {
  return new DataWorksError({
    action: 'GetNode',
    kind: 'unreadable-answer',
    code: 'UnreadableAnswer',
    message: `the Spec of node ${id} is not a JSON object`,
    requestId,
    retryable: true,
  })
}
