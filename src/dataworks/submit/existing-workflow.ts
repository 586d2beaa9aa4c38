import { showValue } from '../../diagnostics/show-value.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, ifFound, isDataWorksError } from '../errors/data-works-error.ts'
import { isServiceId } from '../operations/service-id.ts'
import { underOtherName } from '../plan/renamed-workflows.ts'
import { readDefinition } from './definition.ts'
import { pinIndexed } from './pin-ids.ts'
import type { Source } from './source.ts'
import type { SubmitOptions, SubmittedNode } from './submission.ts'

/** The workflow and nodes the service has by the names of a document. */
export interface ExistingWorkflow {
  readonly workflowId: string | undefined
  /** What it is called, where it is there under another name. */
  readonly renamedFrom?: string
  /** The ids of the nodes by name. */
  readonly nodeIds: ReadonlyMap<string, string>
  /** All of its nodes, those inside of others too. */
  readonly nodes: readonly SubmittedNode[]
}

const nothing: ExistingWorkflow = { workflowId: undefined, nodeIds: new Map(), nodes: [] }

/**
 * Looks up the workflow that an import would update, with the nodes it has: by its exact name, else by its id, else the one
 * that has most of its nodes under another name.
 */
export async function findExisting(
  client: DataWorksClient,
  source: Source,
  options: SubmitOptions,
): Promise<ExistingWorkflow> {
  const named = await findWorkflow(client, source, options)
  if (typeof named === 'object') {
    const byId = await findById(client, named.expectedId, options)
    return byId.workflowId === undefined ? await findRenamed(client, source, options) : byId
  }
  // ListNodes does not list nodes inside of others, so the definition has to be read.
  const inner = serviceNodes(await readDefinition(client, named, options))
  return existing(named, [...inner, ...(await listNodes(client, named, options))])
}

/** The workflow of an id that none of its name has: one that is renamed, or whose type the service does not list. */
async function findById(
  client: DataWorksClient,
  id: string | undefined,
  options: SubmitOptions,
): Promise<ExistingWorkflow> {
  if (id === undefined) return nothing
  const definition = await ifFound(readDefinition(client, id, options))
  return definition === undefined ? nothing : existing(id, serviceNodes(definition))
}

async function findRenamed(client: DataWorksClient, source: Source, options: SubmitOptions): Promise<ExistingWorkflow> {
  const found = await underOtherName(client, source, options)
  if (found === undefined) return nothing
  return { ...existing(found.id, serviceNodes(found.index)), renamedFrom: found.name }
}

function existing(workflowId: string, nodes: readonly SubmittedNode[]): ExistingWorkflow {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return { workflowId, nodeIds: new Map(nodes.map(({ name, id }) => [name, id])), nodes: [...byId.values()] }
}

/** The nodes of a definition that the service gave ids to. */
function serviceNodes({ nodes }: SpecIndex): readonly SubmittedNode[] {
  return nodes.filter(({ key }) => isServiceId(key)).map(({ name, key }) => ({ name: name ?? key, id: key }))
}

/** The nodes that a workflow had and of which an import left neither the id nor the name. */
export function removedNodes({ nodes }: ExistingWorkflow, actual: SpecIndex): readonly SubmittedNode[] {
  const left = new Set(actual.nodes.flatMap(({ key, name }) => [key, name]))
  return nodes.filter(({ id, name }) => !left.has(id) && !left.has(name))
}

/** No workflow of the name is listed. */
interface NotListed {
  /** The id under which the service may have it all the same. */
  readonly expectedId: string | undefined
}

async function findWorkflow(
  client: DataWorksClient,
  { name, type, ownId, index }: Source,
  { projectId, signal }: SubmitOptions,
): Promise<string | NotListed> {
  const ids: string[] = []
  let expectedId = isServiceId(ownId) ? ownId : undefined
  try {
    // The service finds every name that contains the text.
    for await (const found of client.eachWorkflowDefinition({ projectId, name, type }, { signal })) {
      if (found.name === name) ids.push(found.id)
    }
  } catch (error) {
    if (!isUnlistedType(error, type)) throw error
    expectedId ??= pinIndexed(index, { projectId: String(BigInt(projectId)) }).workflowId
  }
  if (ids.length < 2) return ids[0] ?? { expectedId }
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

async function listNodes(
  client: DataWorksClient,
  containerId: string,
  { projectId, signal }: SubmitOptions,
): Promise<readonly SubmittedNode[]> {
  const nodes: SubmittedNode[] = []
  for await (const { name, id } of client.eachNode({ projectId, containerId }, { signal })) nodes.push({ name, id })
  return nodes
}
