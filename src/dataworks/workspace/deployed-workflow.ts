import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { DataWorksError, isDataWorksError } from '../errors/data-works-error.ts'
import { parseExact } from '../operations/parse-exact.ts'
import { isServiceId } from '../operations/service-id.ts'
import type { WorkspaceCall } from './workspace-call.ts'

/** A workflow as the service has it, with its nodes and their code. */
export interface DeployedWorkflow {
  readonly id: string
  readonly name: string
  /** Where it stands in Data Studio, its name included. */
  readonly path: string
  readonly owner: string | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  /** Whether it is in the scheduler too. */
  readonly isPublished: boolean
  readonly index: SpecIndex
}

/** Reads a workflow by its id; undefined when there is none. */
export async function readDeployed(
  client: DataWorksClient,
  id: string,
  call: WorkspaceCall,
): Promise<DeployedWorkflow | undefined> {
  try {
    return await readWorkflow(client, id, call)
  } catch (error) {
    if (isDataWorksError(error) && error.kind === 'not-found') return undefined
    throw error
  }
}

async function readWorkflow(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: WorkspaceCall,
): Promise<DeployedWorkflow> {
  const definition = await client.getWorkflowDefinition({ id, projectId, includeScriptContent: true }, { signal })
  const document = parseExact(definition.spec)
  if (!isRecord(document)) throw unreadable(id, definition.requestId)
  const index = indexSpec(document)
  const workflow = index.entitiesOf('Workflow')[0]?.value
  const name = readText(workflow, 'name') ?? definition.name ?? ''
  return {
    id: definition.id,
    name,
    path: readText(workflow?.['script'], 'path') ?? name,
    owner: definition.owner,
    modifyTime: definition.modifyTime,
    isPublished: (definition.workflowId ?? '') !== '',
    index,
  }
}

function unreadable(id: string, requestId: string | undefined): DataWorksError {
  const message = `the Spec of workflow ${id} is not a JSON object`
  const code = 'UnreadableAnswer'
  return new DataWorksError({
    action: 'GetWorkflowDefinition',
    kind: 'unreadable-answer',
    code,
    message,
    requestId,
    retryable: true,
  })
}

/** The ids that the service gave nodes, by their names. */
export function serviceNodeIds({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap(({ name, key }) => (isServiceId(key) ? [[name ?? key, key] as const] : [])))
}
