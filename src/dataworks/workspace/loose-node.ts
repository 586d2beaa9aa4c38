import { indexSpec } from '../../document/index/index-spec.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { ifFound } from '../errors/data-works-error.ts'
import { answeredSpec } from './answered-spec.ts'
import type { WorkspaceDocument } from './read-workspace.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** Reads a node that stands in no workflow; nothing of one that does, whose document is one of the workflow. */
export async function readLooseNode(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: WorkspaceCall,
): Promise<readonly WorkspaceDocument[]> {
  const definition = await ifFound(client.getNode({ id, projectId }, { signal }))
  if (definition === undefined) return []
  const document = answeredSpec({ action: 'GetNode', subject: `node ${id}`, definition })
  const index = indexSpec(document)
  if (index.entitiesOf('Workflow').length > 0) return []
  const node = index.nodes[0]?.entity.value
  const name = readText(node, 'name') ?? definition.name ?? ''
  return [{ kind: 'node', id, name, path: readText(node?.['script'], 'path') ?? name, document }]
}
