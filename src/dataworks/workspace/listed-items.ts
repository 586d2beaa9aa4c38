import type { DataWorksClient } from '../client/data-works-client.ts'
import { isDataWorksError } from '../errors/data-works-error.ts'
import { type DeployedEntityKind, entityOperations } from './entity-operations.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** Something in a list of the service. */
export interface ListedItem {
  readonly kind: DeployedEntityKind | 'Node' | 'Workflow'
  readonly id: string
  readonly path: string
}

/** Whether something stands in one of the folders, at whatever depth. */
function isBelow(path: string, folders: ReadonlySet<string>): boolean {
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (folders.has(path.slice(0, end))) return true
  }
  return false
}

/** Walks all resources, functions and workflows of a workspace, and then the nodes that stand in none of the workflows. */
export async function* eachListed(
  client: DataWorksClient,
  call: WorkspaceCall,
): AsyncGenerator<ListedItem, void, undefined> {
  const { projectId, signal } = call
  for (const kind of ['Resource', 'Function'] as const) {
    const entities = entityOperations(client, kind).each({ projectId }, { signal })
    for await (const { id, name, script } of entities) yield { kind, id, path: script.path ?? name }
  }
  const workflowPaths = new Set<string>()
  for await (const workflow of eachWorkflow(client, call)) {
    workflowPaths.add(workflow.path)
    yield workflow
  }
  // The list holds the nodes of workflows too, and does not say so; their paths do.
  for await (const { id, name, script } of client.eachNode({ projectId }, { signal })) {
    const path = script.path ?? name
    if (!isBelow(path, workflowPaths)) yield { kind: 'Node', id, path }
  }
}

async function* eachWorkflow(
  client: DataWorksClient,
  { projectId, signal }: WorkspaceCall,
): AsyncGenerator<ListedItem, void, undefined> {
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
