import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { readText } from '../../document/json/records.ts'
import type { DataWorksClient } from '../client/data-works-client.ts'
import { ifFound } from '../errors/data-works-error.ts'
import { isServiceId } from '../operations/service-id.ts'
import { answeredSpec } from './answered-spec.ts'
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
  return await ifFound(readWorkflow(client, id, call))
}

async function readWorkflow(
  client: DataWorksClient,
  id: string,
  { projectId, signal }: WorkspaceCall,
): Promise<DeployedWorkflow> {
  const definition = await client.getWorkflowDefinition({ id, projectId, includeScriptContent: true }, { signal })
  const subject = `workflow ${id}`
  const index = indexSpec(answeredSpec({ action: 'GetWorkflowDefinition', subject, definition }))
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

/** The ids that the service gave nodes, by their names. */
export function serviceNodeIds({ nodes }: SpecIndex): ReadonlyMap<string, string> {
  return new Map(nodes.flatMap(({ name, key }) => (isServiceId(key) ? [[name ?? key, key] as const] : [])))
}
