import type { Project, WorkflowKind } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import type { JsonObject } from '../wire/json.ts'

/** What filling in a workflow and its nodes needs to know. */
export interface ImportContext {
  readonly service: Service
  readonly project: Project
  readonly kind: WorkflowKind
  /** The workflow that is written, or that the node is in; undefined for a node outside of workflows. */
  readonly workflowId: string | undefined
  /** `script.path` of the workflow. */
  readonly workflowPath: string
  /** Who owns what names no owner. */
  readonly owner: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What filling in a workflow needs to know. */
export interface WorkflowContext extends ImportContext {
  readonly workflowId: string
}

/** The account that every workspace of the emulator belongs to. */
const tenantId = '1000000000000001'

/** Retry interval that a workspace gives to what has none, in milliseconds. */
const defaultRerunInterval = 120_000
/** Retries that a workspace gives to what has none. */
const defaultRerunTimes = 3

/** How a workflow or node runs that says nothing of it. */
export const defaultStrategy: JsonObject = {
  timeout: 0,
  instanceMode: 'T+1',
  rerunMode: 'Allowed',
  rerunTimes: defaultRerunTimes,
  rerunInterval: defaultRerunInterval,
}

/** The identifier of the default resource group. */
export const defaultGroup: string = `group_${tenantId}`

/** The default resource group of the workspace. */
export const defaultRuntimeResource: JsonObject = {
  resourceGroup: defaultGroup,
  id: '5000000000000000001',
  resourceGroupId: '1000000000001',
}

/** `metadata` of a document. */
export function documentMetadata(projectId: string, uuid: string): JsonObject {
  return { tenantId, projectId, uuid }
}

/** `metadata` of a workflow or a node: whose it is and where it belongs. */
export function entityMetadata(
  { project, service }: Pick<ImportContext, 'project' | 'service'>,
  owner: string,
): JsonObject {
  const { id, identifier } = project.settings
  return {
    owner,
    ownerName: owner,
    tenantId,
    project: {
      defaultDiResourceGroupIdentifier: defaultGroup,
      mode: 'SIMPLE',
      projectId: id,
      projectIdentifier: identifier,
      projectName: identifier,
      projectOwnerId: service.settings.owner,
      schedulerMaxRetryTimes: defaultRerunTimes,
      schedulerRetryInterval: defaultRerunInterval,
      simple: true,
      tenantId,
    },
    projectId: id,
  }
}
