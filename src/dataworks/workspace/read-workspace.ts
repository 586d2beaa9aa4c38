import { listOf, type SettingKindsOf, step, text } from '../../diagnostics/arguments.ts'
import { isRecord } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { requireArgument, requireSettings, signalKind } from '../client/given-arguments.ts'
import { readDeployedEntity } from './deployed-entity.ts'
import { readDeployed } from './deployed-workflow.ts'
import { eachBounded } from './each-bounded.ts'
import { clientKind, concurrencyKind, concurrencyOf, workspaceKind } from './given-options.ts'
import { eachListed, type ListedItem } from './listed-items.ts'
import { readLooseNode } from './loose-node.ts'
import { withOmittedEdges } from './omitted-edges.ts'
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
  readonly kind: 'function' | 'node' | 'resource' | 'workflow'
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
  /** The documents of the nodes that stand in no workflow, which a plan names and does not compare: each is one by itself. */
  readonly nodes: readonly ReadDocument[]
}

/**
 * Reads what a workspace holds: workflows with their nodes and code, resources and functions, as documents that
 * {@link plan} and {@link deploy} take, and `fromSpec` makes builders of. A plan of what was just read is empty. Nodes
 * outside of workflows are read as documents of their own.
 *
 * The definition that the service gives of some workflows omits dependencies that exist. Of each node of which it says none
 * ListNodeDependencies is asked, and what that lists is put into the document; it does not list what a node waits for from the
 * cycle before.
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
  const content: Record<WorkspaceDocument['kind'], ReadDocument[]> = {
    workflow: [],
    resource: [],
    function: [],
    node: [],
  }
  for await (const { kind, document } of documentsIn('readWorkspace', client, options)) content[kind].push(document)
  const { workflow: documents, resource: resources, function: functions, node: nodes } = content
  return { documents, resources, functions, nodes }
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
  const read = (item: ListedItem): Promise<readonly WorkspaceDocument[]> => readOne(client, item, options)
  let waiting: ListedItem[] = []
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

/** Reads something that was listed; nothing when somebody deleted it meanwhile. */
async function readOne(
  client: DataWorksClient,
  { kind, id }: ListedItem,
  call: WorkspaceCall,
): Promise<readonly WorkspaceDocument[]> {
  if (kind === 'Node') return await readLooseNode(client, id, call)
  if (kind !== 'Workflow') {
    const found = await readDeployedEntity(client, kind, id, call)
    if (found === undefined) return []
    const { name, path, document } = found
    return [{ kind: kind === 'Resource' ? 'resource' : 'function', id, name, path, document }]
  }
  const found = await readDeployed(client, id, call)
  if (found === undefined || !isRecord(found.index.document)) return []
  const document = await withOmittedEdges(client, found.index, found.index.document, call)
  return [{ kind: 'workflow', id, name: found.name, path: found.path, document }]
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
