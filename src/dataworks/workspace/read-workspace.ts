import { listOf, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { isDataWorksError } from '../errors/data-works-error.ts'
import { eachBounded } from './bounded.ts'
import { readDeployedEntity } from './deployed-entity.ts'
import { readDeployed } from './deployed-workflow.ts'
import { type DeployedEntityKind, entityOperations } from './entity-operations.ts'
import { clientKind, concurrencyKind, concurrencyOf, workspaceKind } from './given-options.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** The options of {@link readWorkspace} and {@link eachDocument}. */
export interface ReadWorkspaceOptions extends WorkspaceCall {
  /** Paths of folders, workflows, resources and functions to read, such as `retail/orders`; everything when left out. */
  readonly paths?: readonly string[] | undefined
  /** How many calls are under way at once, 1 to 20; 4 when left out. */
  readonly concurrency?: number | undefined
  /** Called with every document that was read. What it throws ends the reading. */
  readonly onProgress?: ((found: WorkspaceDocument) => void) | undefined
}

/** Something of a workspace, as a document. */
export interface WorkspaceDocument {
  readonly kind: 'function' | 'resource' | 'workflow'
  readonly id: string
  readonly name: string
  readonly path: string
  /** The document as the service has it, with ids, code and all that it filled in. */
  readonly document: ReadDocument
}

/** What a workspace holds. */
export interface WorkspaceContent {
  /** The documents of the workflows, with their nodes and code. */
  readonly documents: readonly ReadDocument[]
  readonly resources: readonly ReadDocument[]
  readonly functions: readonly ReadDocument[]
}

/**
 * Reads what a workspace holds: workflows with their nodes and code, resources and functions, as documents that
 * {@link plan} and {@link deploy} take, and `fromSpec` makes builders of. A plan of what was just read is empty.
 *
 * Nodes outside of workflows are not read. The definition that the service gives of some workflows omits dependencies that
 * exist; {@link DataWorksClient.eachNodeDependency} tells of them.
 *
 * @param client - what {@link createClient} made
 * @param options - the workspace, and which paths of it
 * @throws DataWorksError when a call fails
 *
 * @example
 * ```ts
 * import { fromSpec } from 'flowspec'
 * import { createClient, readWorkspace } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * const { documents } = await readWorkspace(client, { projectId: 10000, paths: ['retail'] })
 * const builders = documents.map((document) => fromSpec(document))
 * ```
 */
export async function readWorkspace(client: DataWorksClient, options: ReadWorkspaceOptions): Promise<WorkspaceContent> {
  const content: Record<WorkspaceDocument['kind'], ReadDocument[]> = { workflow: [], resource: [], function: [] }
  for await (const { kind, document } of documentsIn('readWorkspace', client, options)) content[kind].push(document)
  return { documents: content.workflow, resources: content.resource, functions: content.function }
}

/**
 * Walks what {@link readWorkspace} reads, one document after the other, so that a workspace of any size is read in the
 * memory of a few of them.
 *
 * @param client - what {@link createClient} made
 * @param options - the workspace, and which paths of it
 * @throws DataWorksError when a call fails
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises'
 * import { writeJson } from 'flowspec'
 * import { createClient, eachDocument } from 'flowspec/dataworks'
 *
 * const client = createClient({ region: 'cn-shanghai' })
 * for await (const { name, document } of eachDocument(client, { projectId: 10000 })) {
 *   await writeFile(`${name}.json`, writeJson(document))
 * }
 * ```
 */
export function eachDocument(client: DataWorksClient, options: ReadWorkspaceOptions): AsyncIterable<WorkspaceDocument> {
  return documentsIn('eachDocument', client, options)
}

function documentsIn(
  call: string,
  client: DataWorksClient,
  options: ReadWorkspaceOptions,
): AsyncIterable<WorkspaceDocument> {
  requireArgument(call, 'client', client, clientKind)
  requireSettings(call, 'options', options, readKinds)
  const concurrency = concurrencyOf(call, options)
  return readAll(client, options, concurrency)
}

async function* readAll(
  client: DataWorksClient,
  options: ReadWorkspaceOptions,
  concurrency: number,
): AsyncGenerator<WorkspaceDocument, void, undefined> {
  const isWanted = wantedPaths(options.paths)
  const read = (item: Listed): Promise<readonly WorkspaceDocument[]> => readOne(client, item, options)
  let waiting: Listed[] = []
  for await (const item of eachListed(client, options)) {
    if (!isWanted(item.path)) continue
    waiting.push(item)
    if (waiting.length < concurrency) continue
    yield* told((await eachBounded(waiting, concurrency, read)).flat(), options)
    waiting = []
  }
  yield* told((await eachBounded(waiting, concurrency, read)).flat(), options)
}

function* told(
  found: readonly WorkspaceDocument[],
  { onProgress }: ReadWorkspaceOptions,
): Generator<WorkspaceDocument, void, undefined> {
  for (const one of found) {
    onProgress?.(one)
    yield one
  }
}

/** Something in a list of the service. */
interface Listed {
  readonly kind: DeployedEntityKind | 'Workflow'
  readonly id: string
  readonly path: string
}

async function* eachListed(
  client: DataWorksClient,
  { projectId, signal }: WorkspaceCall,
): AsyncGenerator<Listed, void, undefined> {
  for (const kind of ['Resource', 'Function'] as const) {
    const entities = entityOperations(client, kind).each({ projectId }, { signal })
    for await (const { id, name, script } of entities) yield { kind, id, path: script.path ?? name }
  }
  for (const type of ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow'] as const) {
    try {
      const workflows = client.eachWorkflowDefinition({ projectId, type }, { signal })
      for await (const { id, name, script } of workflows) yield { kind: 'Workflow', id, path: script.path ?? name }
    } catch (error) {
      // The documentation does not name this type, and the service may not list it.
      if (type !== 'TriggerWorkflow' || !isDataWorksError(error) || error.kind !== 'invalid-parameter') throw error
    }
  }
}

/** Reads something that was listed; nothing when somebody deleted it meanwhile. */
async function readOne(
  client: DataWorksClient,
  { kind, id }: Listed,
  call: WorkspaceCall,
): Promise<readonly WorkspaceDocument[]> {
  if (kind !== 'Workflow') {
    const found = await readDeployedEntity(client, kind, id, call)
    if (found === undefined) return []
    const { name, path, document } = found
    return [{ kind: kind === 'Resource' ? 'resource' : 'function', id, name, path, document }]
  }
  const found = await readDeployed(client, id, call)
  const document = found?.index.document
  return found === undefined || !isRecord(document)
    ? []
    : [{ kind: 'workflow', id, name: found.name, path: found.path, document }]
}

function wantedPaths(paths: readonly string[] | undefined): (path: string) => boolean {
  if (paths === undefined) return () => true
  const plain = paths.map((path) => path.replace(/^\/+|\/+$/g, ''))
  return (path) => plain.some((wanted) => wanted === '' || path === wanted || path.startsWith(`${wanted}/`))
}

const readKinds: SettingKindsOf<ReadWorkspaceOptions> = {
  projectId: workspaceKind,
  paths: listOf(text),
  concurrency: concurrencyKind,
  onProgress: step,
  signal: signalKind,
}
