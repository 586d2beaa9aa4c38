import type { NodeEntry, SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, itemsOf } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { entityRewriter } from '../../document/rewrite-entities.ts'
import { dependencyTypes } from '../../language/dependency-types.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { ifFound } from '../errors/data-works-error.ts'
import type { ListedNode } from '../operations/listed-node.ts'
import { isServiceId } from '../operations/service-id.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** The nodes of a workflow of which its definition says no dependency at all; those in loops are told by their loops. */
function silentNodes({ nodes, edges }: SpecIndex): readonly NodeEntry[] {
  const speaking = new Set(edges.map(({ node }) => node))
  return nodes.filter((node) => node.flow.entity.name === 'Workflow' && isServiceId(node.key) && !speaking.has(node))
}

async function upstreamOf(
  client: DataWorksClient,
  { key: id }: NodeEntry,
  { projectId, signal }: WorkspaceCall,
): Promise<readonly ListedNode[]> {
  const upstream: ListedNode[] = []
  for await (const one of client.eachNodeDependency({ id, projectId }, { signal })) upstream.push(one)
  return upstream
}

/** An edge as definitions have it: by the output of the upstream node. */
function dependOn({ id, name, outputs }: ListedNode): Readonly<Record<string, unknown>> {
  const output = outputs.nodeOutputs.find(({ data }) => data !== undefined)?.data
  const by = output === undefined ? { nodeId: id } : { output }
  return { type: dependencyTypes.sameCycle, ...by, refTableName: name }
}

/**
 * The definition of a workflow with the edges that it omits: that of some workflows says nothing of dependencies which
 * ListNodeDependencies lists. Each node of which it says nothing costs a call, one after the other: several workflows are read
 * at once. The list does not know what a node waits for from the cycle before.
 */
export async function withOmittedEdges(
  client: DataWorksClient,
  index: SpecIndex,
  document: ReadDocument,
  call: WorkspaceCall,
): Promise<ReadDocument> {
  const omitted: Readonly<Record<string, unknown>>[] = []
  for (const node of silentNodes(index)) {
    // Somebody may have deleted it meanwhile.
    const upstream = (await ifFound(upstreamOf(client, node, call))) ?? []
    if (upstream.length > 0) omitted.push({ nodeId: node.key, depends: upstream.map(dependOn) })
  }
  if (omitted.length === 0) return document
  const rewrite = entityRewriter({
    names: new Set(['Workflow']),
    change: (_, { dependencies }) => ({ dependencies: [...itemsOf(dependencies), ...omitted] }),
  })
  const completed = rewrite('Document', { ...document })
  return isRecord(completed) ? completed : document
}
