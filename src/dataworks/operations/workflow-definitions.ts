import {
  type Answer,
  numberIn,
  objectIn,
  objectsIn,
  type Page,
  type PageParams,
  readPage,
  requiredObject,
  requiredText,
  textIn,
} from './answer.ts'
import { dataStudioVersion, type Id, type Operation, type SpecSource } from './operation.ts'

/** The parameters of CreateWorkflowDefinition. */
export interface CreateWorkflowDefinitionParams {
  /** The workspace. */
  readonly projectId: Id
  /** The document; the operation takes its first workflow and none of the nodes in it. */
  readonly spec: SpecSource
}

/** The answer of CreateWorkflowDefinition. */
export interface CreatedWorkflowDefinition {
  /** The id of the new workflow. */
  readonly id: string
  readonly requestId: string | undefined
}

/** CreateWorkflowDefinition (2024-05-18). */
export const createWorkflowDefinition: Operation<CreateWorkflowDefinitionParams, CreatedWorkflowDefinition> = {
  action: 'CreateWorkflowDefinition',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: { name: 'ProjectId', type: 'workspace', in: 'body', required: true },
    spec: { name: 'Spec', type: 'spec', in: 'body', required: true },
  },
  read: (answer) => ({ id: requiredText(answer, 'Id'), requestId: textIn(answer, 'RequestId') }),
}

/** The parameters of GetWorkflowDefinition. */
export interface GetWorkflowDefinitionParams {
  /** The id of the workflow. */
  readonly id: Id
  /** The workspace. */
  readonly projectId?: Id | undefined
  /** Whether the code of the nodes comes along. */
  readonly includeScriptContent?: boolean | undefined
}

/** The answer of GetWorkflowDefinition. */
export interface WorkflowDefinition {
  readonly id: string
  readonly name: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  /** The FlowSpec document as JSON text; read it with `readSpec`. */
  readonly spec: string
  /** The id the workflow has in the scheduler; only once it is published. */
  readonly workflowId: string | undefined
  readonly requestId: string | undefined
}

/** GetWorkflowDefinition (2024-05-18). */
export const getWorkflowDefinition: Operation<GetWorkflowDefinitionParams, WorkflowDefinition> = {
  action: 'GetWorkflowDefinition',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    id: { name: 'Id', type: 'id', in: 'query', required: true },
    projectId: { name: 'ProjectId', type: 'workspace', in: 'query' },
    includeScriptContent: { name: 'IncludeScriptContent', type: 'boolean', in: 'query' },
  },
  read: (answer) => {
    const definition = requiredObject(answer, 'WorkflowDefinition')
    return {
      id: requiredText(definition, 'Id'),
      name: textIn(definition, 'Name'),
      owner: textIn(definition, 'Owner'),
      projectId: textIn(definition, 'ProjectId'),
      createTime: numberIn(definition, 'CreateTime'),
      modifyTime: numberIn(definition, 'ModifyTime'),
      spec: requiredText(definition, 'Spec'),
      workflowId: textIn(definition, 'WorkflowId'),
      requestId: textIn(answer, 'RequestId'),
    }
  },
}

/** The parameters of ListWorkflowDefinitions. */
export interface ListWorkflowDefinitionsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /**
   * Which type of workflow; the service takes CycleWorkflow when left out. Its documentation names the first two; the
   * third is inferred from the kinds of documents.
   */
  readonly type?: 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow' | undefined
  /** Part of the name: the service finds every workflow whose name contains it. */
  readonly name?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
}

/** A workflow in a list. */
export interface ListedWorkflowDefinition {
  readonly id: string
  readonly name: string
  readonly type: string | undefined
  readonly owner: string | undefined
  readonly description: string | undefined
  readonly projectId: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  readonly script: {
    readonly id: string | undefined
    readonly path: string | undefined
    readonly command: string | undefined
  }
}

function readItem(item: Answer): ListedWorkflowDefinition {
  const script = objectIn(item, 'Script')
  return {
    id: requiredText(item, 'Id'),
    name: requiredText(item, 'Name'),
    type: textIn(item, 'Type'),
    owner: textIn(item, 'Owner'),
    description: textIn(item, 'Description'),
    projectId: textIn(item, 'ProjectId'),
    createTime: numberIn(item, 'CreateTime'),
    modifyTime: numberIn(item, 'ModifyTime'),
    script: {
      id: textIn(script, 'Id'),
      path: textIn(script, 'Path'),
      command: textIn(objectIn(script, 'Runtime'), 'Command'),
    },
  }
}

/** ListWorkflowDefinitions (2024-05-18). */
export const listWorkflowDefinitions: Operation<ListWorkflowDefinitionsParams, Page<ListedWorkflowDefinition>> = {
  action: 'ListWorkflowDefinitions',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    projectId: { name: 'ProjectId', type: 'workspace', in: 'query', required: true },
    type: { name: 'Type', type: 'text', in: 'query' },
    name: { name: 'Name', type: 'text', in: 'query' },
    owner: { name: 'Owner', type: 'text', in: 'query' },
    pageNumber: { name: 'PageNumber', type: 'count', in: 'query' },
    pageSize: { name: 'PageSize', type: 'count', in: 'query' },
  },
  read: (answer) => readPage(answer, (paging) => objectsIn(paging, 'WorkflowDefinitions').map(readItem)),
}
