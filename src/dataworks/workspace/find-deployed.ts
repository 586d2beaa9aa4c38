import { showValue } from '../../diagnostics/show-value.ts'
import { addToGroup } from '../../document/index/first-by-key.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import { isServiceId } from '../operations/service-id.ts'
import type { ListedWorkflowDefinition } from '../operations/workflow-definitions.ts'
import { pinIndexed } from '../submit/pin-ids.ts'
import type { Source } from '../submit/source.ts'
import { type DeployedWorkflow, readDeployed } from './deployed-workflow.ts'
import { eachBounded } from './each-bounded.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** A workflow of a document, and what the service has in its place. */
export interface Counterpart {
  readonly source: Source
  readonly deployed: DeployedWorkflow | undefined
  /** The id that a workflow gets which nobody else made: derived from the workspace, its kind and its name. */
  readonly derivedId: string
}

/** How a lookup is done. */
export interface LookUp extends WorkspaceCall {
  /** Ids of earlier deploys by the key of the workflow. */
  readonly knownIds: ReadonlyMap<string, string>
  /** How many calls are under way at most. */
  readonly concurrency: number
}

/** From so many workflows on, the lists of the workspace are read whole; fewer are each looked for by name. */
const worthWholeList = 6

/** What tells the workflows of documents and records apart; a workflow of another kind is another one. */
export function workflowKey(type: string | undefined, name: string): string {
  return `${type ?? 'CycleWorkflow'}/${name}`
}

/**
 * Looks up the workflows that stand in the place of those of some documents: by kind, path and name, else by the id of
 * an earlier deploy, of the document, or the one that is derived from the name.
 *
 * @throws DataWorksError of kind `ambiguous-name` when several workflows have the name and none of them the path
 */
export async function findDeployed(
  client: DataWorksClient,
  sources: readonly Source[],
  lookUp: LookUp,
): Promise<readonly Counterpart[]> {
  const listed = await listCandidates(client, sources, lookUp)
  return await eachBounded(sources, lookUp.concurrency, async (source) => {
    const derivedId = pinIndexed(source.index, { projectId: String(BigInt(lookUp.projectId)) }).workflowId
    const ids = possibleIds(source, derivedId, listed, lookUp)
    for (const id of ids) {
      const deployed = await readDeployed(client, id, lookUp)
      if (deployed !== undefined) return { source, deployed, derivedId }
    }
    return { source, deployed: undefined, derivedId }
  })
}

/** The ids under which a workflow may be there: the one that is listed, or all that it could have without being listed. */
function possibleIds(
  source: Source,
  derivedId: string,
  listed: ReadonlyMap<string, readonly ListedWorkflowDefinition[]>,
  { knownIds }: LookUp,
): ReadonlySet<string> {
  const key = workflowKey(source.type, source.name)
  const named = chosen(source, listed.get(key) ?? [], knownIds.get(key))
  if (named !== undefined) return new Set([named])
  const ids = [knownIds.get(key), source.ownId, derivedId]
  return new Set(ids.filter((id): id is string => isServiceId(id)))
}

/** Of the workflows of a name the one that is meant: the one of an earlier deploy, of the same path, or the only one. */
function chosen(
  source: Source,
  named: readonly ListedWorkflowDefinition[],
  knownId: string | undefined,
): string | undefined {
  const [only, ...others] = named
  if (only === undefined || others.length === 0) return only?.id
  const path = pathOf(source)
  const meant = named.find(({ id }) => id === knownId) ?? named.find(({ script }) => script.path === path)
  if (meant !== undefined) return meant.id
  const places = named.map(({ id, script }) => `${id} (${script.path ?? 'no path'})`).join(', ')
  throw new DataWorksError({
    action: 'ListWorkflowDefinitions',
    kind: 'ambiguous-name',
    code: 'AmbiguousName',
    message: `${named.length} workflows have the name ${showValue(source.name)}, and none of them the path ${showValue(path)}: ${places}`,
    hint: 'Give the path of the one that is meant, as in .path(…), or rename or delete all but one of them.',
  })
}

/** Where a workflow of a document is to stand, its name included. */
export function pathOf({ name, index }: Source): string {
  return readText(index.entitiesOf('Workflow')[0]?.value['script'], 'path') || name
}

/** A workflow that is looked for. */
type Wanted = Pick<Source, 'name' | 'type'>

/** A question for workflows of a kind: those whose name contains a text, or all. */
interface Search {
  readonly type: Source['type']
  readonly name: string | undefined
}

/** The workflows of the workspace that may be those that are wanted, by {@link workflowKey}, each once. */
export async function listCandidates(
  client: DataWorksClient,
  wanted: readonly Wanted[],
  lookUp: Omit<LookUp, 'knownIds'>,
): Promise<ReadonlyMap<string, readonly ListedWorkflowDefinition[]>> {
  const byType = new Map<Source['type'], Wanted[]>()
  for (const one of wanted) addToGroup(byType, one.type, one)
  const searches = [...byType].flatMap(([type, ofType]): readonly Search[] =>
    ofType.length < worthWholeList ? ofType.map(({ name }) => ({ type, name })) : [{ type, name: undefined }],
  )
  const seen = new Set<string>()
  const byKey = new Map<string, ListedWorkflowDefinition[]>()
  const answers = await eachBounded(searches, lookUp.concurrency, (search) => listWorkflows(client, search, lookUp))
  for (const [at, answer] of answers.entries()) {
    for (const listed of answer) {
      if (seen.has(listed.id)) continue
      seen.add(listed.id)
      addToGroup(byKey, workflowKey(searches[at]?.type, listed.name), listed)
    }
  }
  return byKey
}

async function listWorkflows(
  client: DataWorksClient,
  { type, name }: Search,
  { projectId, signal }: WorkspaceCall,
): Promise<readonly ListedWorkflowDefinition[]> {
  const found: ListedWorkflowDefinition[] = []
  try {
    for await (const one of client.eachWorkflowDefinition({ projectId, type, name }, { signal })) found.push(one)
    return found
  } catch (error) {
    // The documentation names no such type; workflows of it are then known by their ids alone.
    if (type === 'TriggerWorkflow' && isDataWorksError(error) && error.kind === 'invalid-parameter') return []
    throw error
  }
}
