import { nodesByPlace } from '../../document/compare/part-places.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import type { Source } from '../submit/source.ts'
import { type DeployedWorkflow, readDeployed } from '../workspace/deployed-workflow.ts'
import { eachBounded } from '../workspace/each-bounded.ts'
import { type Counterpart, workflowKey } from '../workspace/find-deployed.ts'
import { orderedSteps } from '../workspace/ordered-steps.ts'
import type { WorkspaceCall } from '../workspace/workspace-call.ts'
import type { WorkflowRecord } from './deploy-record.ts'
import { partsOf } from './workflow-parts.ts'

/** A counterpart, and what the last deploy left of it. */
export interface RecordedCounterpart extends Counterpart {
  readonly record: WorkflowRecord | undefined
}

/** How a search for renamed workflows is done. */
export interface RenameSearch extends WorkspaceCall {
  readonly recorded: ReadonlyMap<string, WorkflowRecord>
  readonly concurrency: number
}

/** Two workflows that share more of their nodes than this are one that was renamed. */
const likeness = 0.5

function isAlike(places: ReadonlySet<string>, others: readonly string[]): boolean {
  const shared = others.filter((place) => places.has(place)).length
  return shared > likeness * Math.max(places.size, others.length)
}

/**
 * Finds the workflows that are not there under their names, but under others: those of earlier deploys, or of the nodes
 * they have. They are renamed and not made anew, since ids and past instances stay with them, and since names of nodes
 * are unique in a workspace.
 */
export async function withRenamed(
  client: DataWorksClient,
  counterparts: readonly Counterpart[],
  search: RenameSearch,
): Promise<readonly RecordedCounterpart[]> {
  const { recorded, concurrency } = search
  const held = new Set(counterparts.map(({ source }) => workflowKey(source.type, source.name)))
  const left = new Set([...recorded].filter(([key]) => !held.has(key)).map(([, record]) => record))
  return await eachBounded(counterparts, concurrency, async (counterpart) => {
    const { source, deployed } = counterpart
    const record = recorded.get(workflowKey(source.type, source.name))
    const places = new Set(deployed === undefined ? nodesByPlace(source.index).keys() : [])
    if (places.size === 0) return { ...counterpart, record }
    const kind = source.type ?? 'CycleWorkflow'
    const like = [...left].find(
      (one) =>
        one.kind === kind &&
        isAlike(
          places,
          one.nodes.map(({ path }) => path),
        ),
    )
    if (like !== undefined) {
      left.delete(like)
      return { ...counterpart, record: like, deployed: await readDeployed(client, like.id, search) }
    }
    const other = await byFirstNode(client, source, places, held, search)
    return { ...counterpart, record, deployed: other }
  })
}

/** The workflow under another name that has most of the nodes of one which is not there under its own. */
export async function underOtherName(
  client: DataWorksClient,
  source: Source,
  call: WorkspaceCall,
): Promise<DeployedWorkflow | undefined> {
  const places = new Set(nodesByPlace(source.index).keys())
  return places.size === 0 ? undefined : await byFirstNode(client, source, places, new Set(), call)
}

/** The workflow that holds the first node of another already, and most of the others too. */
async function byFirstNode(
  client: DataWorksClient,
  source: Source,
  places: ReadonlySet<string>,
  held: ReadonlySet<string>,
  call: WorkspaceCall,
): Promise<DeployedWorkflow | undefined> {
  const { projectId, signal } = call
  const [name = ''] = places
  const { items } = await client.listNodes({ projectId, name, pageSize: 100 }, { signal })
  const paths = items.flatMap((node) => (node.name === name ? [node.script.path ?? ''] : []))
  const holders = paths.map((path) => path.split('/').slice(0, -1)).filter((segments) => segments.length > 0)
  for (const segments of holders) {
    const holder = segments.at(-1) ?? ''
    if (holder === source.name || held.has(workflowKey(source.type, holder))) continue
    const search = { projectId, type: source.type, name: holder, pageSize: 100 }
    const { items: workflows } = await client.listWorkflowDefinitions(search, { signal })
    const found = workflows.find(({ script }) => script.path === segments.join('/'))
    const deployed = found === undefined ? undefined : await readDeployed(client, found.id, call)
    return deployed !== undefined && isAlike(places, [...nodesByPlace(deployed.index).keys()]) ? deployed : undefined
  }
  return undefined
}

/** A workflow that was deployed before and that the documents have no more. */
export interface GoneWorkflow {
  readonly record: WorkflowRecord
  readonly deployed: DeployedWorkflow
}

/** The workflows of earlier deploys that no document has, as far as they are still there. */
export async function findGone(
  client: DataWorksClient,
  counterparts: readonly RecordedCounterpart[],
  search: RenameSearch,
): Promise<readonly GoneWorkflow[]> {
  const held = new Set(counterparts.map(({ source }) => workflowKey(source.type, source.name)))
  const taken = new Set(counterparts.map(({ deployed }) => deployed?.id))
  const gone = [...search.recorded].filter(([key, { id }]) => !held.has(key) && !taken.has(id))
  const found = await eachBounded(gone, search.concurrency, async ([, record]) => {
    const deployed = await readDeployed(client, record.id, search)
    // Somebody may have made another workflow of it meanwhile; that is not this project's to delete.
    const isSame = deployed !== undefined && readText(deployed.index.document, 'kind') === record.kind
    return isSame ? [{ record, deployed }] : []
  })
  return found.flat()
}

/**
 * Workflows that are to go, each before those that it waits for: whatever breaks off half way, none is left that waits for what
 * is gone. Where nothing waits, what was deployed last goes first.
 */
export function inDeletionOrder(gone: readonly GoneWorkflow[]): readonly GoneWorkflow[] {
  const offered = new Map(gone.flatMap((one) => [...one.deployed.index.outputs.first.keys()].map((key) => [key, one])))
  const { steps, circle } = orderedSteps(gone, ({ deployed }) => {
    const outside = [...partsOf(deployed.index).edges.values()].filter(({ external }) => external)
    return outside.flatMap(({ upstream }) => offered.get(upstream) ?? [])
  })
  return [...steps.flat(), ...circle].reverse()
}
