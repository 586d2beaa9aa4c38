import type { NamedEdge } from '../../document/compare/named-edge.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { withoutHiddenEdges } from '../submit/hidden-edges.ts'
import { type PinnedDocument, pinIndexed } from '../submit/pin-ids.ts'
import type { Source } from '../submit/source.ts'
import { type DeployedWorkflow, serviceNodeIds } from '../workspace/deployed-workflow.ts'
import { type Counterpart, workflowKey } from '../workspace/find-deployed.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import { edgeChanges, nodeChange, pairNodes, workflowChange } from './compare-workflow.ts'
import type { WorkflowRecord } from './deploy-record.ts'
import { judgeEdge, judgeForeign, judgeNode, judgeWorkflow, refuseChangedType } from './origins.ts'
import type { PlanChange } from './plan-change.ts'
import { partsOf, type WorkflowParts } from './workflow-parts.ts'

/** What is to become of one workflow, and all that a deploy of it needs. */
export interface WorkflowPlan {
  readonly key: string
  readonly source: Source
  /** The document with the ids that the service has for its names. */
  readonly pinned: PinnedDocument
  readonly parts: WorkflowParts
  readonly deployed: DeployedWorkflow | undefined
  /** The hash of what the service has; undefined when it has none. */
  readonly seen: string | undefined
  /** The workflow first, then its nodes, then its edges. */
  readonly changes: readonly PlanChange[]
}

/** Compares one workflow with what the service has in its place. */
export async function planWorkflow(
  client: DataWorksClient,
  { source, deployed, derivedId }: Counterpart,
  record: WorkflowRecord | undefined,
  call: WorkspaceCall,
): Promise<WorkflowPlan> {
  const projectId = String(BigInt(call.projectId))
  const known = deployed === undefined ? {} : { workflowId: deployed.id, nodeIds: serviceNodeIds(deployed.index) }
  const pinned = pinIndexed(source.index, { projectId, ...known })
  const index = indexSpec(pinned.document)
  const parts = partsOf(index, deployed?.index)
  const there = deployed === undefined ? undefined : partsOf(deployed.index, index)
  const key = workflowKey(source.type, source.name)
  const plan = { key, source, pinned, parts, deployed }
  const workflow = workflowChange(parts, there)
  const nodes = pairNodes(parts, there)
  if (deployed === undefined || there === undefined) {
    const created = nodes.map((pair) => nodeChange(pair, workflow.path))
    return { ...plan, seen: undefined, changes: [workflow, ...created, ...edgeChanges(parts, there, workflow.path)] }
  }
  const hidden = await hiddenEdges(client, parts, there, deployed, call)
  const evidence = { parts, there, deployed, record, isOwn: isOwn(source, deployed, derivedId, record) }
  const changes = [
    judgeWorkflow(workflow, evidence),
    ...nodes.map((pair) => refuseChangedType(judgeNode(nodeChange(pair, workflow.path), pair.place, evidence))),
    ...edgeChanges(parts, there, workflow.path, hidden).map((change) => judgeEdge(change, evidence)),
  ]
  const judged = evidence.isOwn ? changes : judgeForeign(changes, evidence)
  return { ...plan, seen: there.hashes.whole, changes: judged }
}

/** The edges that the service has although its definition of the workflow omits them. */
async function hiddenEdges(
  client: DataWorksClient,
  parts: WorkflowParts,
  there: WorkflowParts,
  { index }: DeployedWorkflow,
  call: WorkspaceCall,
): Promise<ReadonlySet<NamedEdge>> {
  const missing = [...parts.edges].filter(([key]) => !there.edges.has(key)).map(([, edge]) => edge)
  // Of nodes that are not there yet nothing can be asked.
  const names = new Set(index.nodes.map(({ name, key }) => name ?? key))
  const asked = missing.filter(({ node }) => names.has(node))
  const lost = new Set(await withoutHiddenEdges(client, asked, { actual: index, stopAtFirst: false }, call))
  return new Set(asked.filter((edge) => !lost.has(edge)))
}

/**
 * Whether a workflow of the service is one that this project deployed: by the record, by the id that is derived from its
 * name, or since the document itself gives the id.
 */
function isOwn(
  { ownId }: Source,
  deployed: DeployedWorkflow,
  derivedId: string,
  record: WorkflowRecord | undefined,
): boolean {
  return [record?.id, derivedId, ownId].includes(deployed.id)
}
