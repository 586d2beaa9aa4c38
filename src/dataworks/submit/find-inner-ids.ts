import { indexSpec } from '../../document/index-spec.ts'
import type { SpecIndex } from '../../document/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import type { Id } from '../operations/operation.ts'
import { isServiceId } from '../operations/service-id.ts'
import type { ExistingWorkflow } from './find-existing.ts'
import { idsOf } from './ids-of.ts'
import { readBack } from './read-back.ts'

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
