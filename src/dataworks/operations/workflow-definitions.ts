import { numberIn, requiredDocument, requiredText, textIn } from './answer.ts'
import { listedScript } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required, type SpecSource } from './operation.ts'
import {
  type Fields,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  result,
  resultIn,
  type WithMore,
} from './result.ts'

/** The parameters of CreateWorkflowDefinition. */
export interface CreateWorkflowDefinitionParams {
  /** The workspace. */
  readonly projectId: Id
  /** The document; the operation takes its first workflow and none of the nodes in it. */
  readonly spec: SpecSource
}

/** The answer of CreateWorkflowDefinition. */
export interface CreatedWorkflowDefinition extends WithMore {
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
    projectId: required('workspace'),
    spec: required('spec'),
  },
  read: result({ id: requiredText, requestId: textIn }),
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
export interface WorkflowDefinition extends WithMore {
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
    id: required('id'),
    projectId: 'workspace',
    includeScriptContent: 'boolean',
  },
  read: resultIn('WorkflowDefinition', {
    id: requiredText,
    name: textIn,
    owner: textIn,
    projectId: textIn,
    createTime: numberIn,
    modifyTime: numberIn,
    spec: requiredDocument,
    workflowId: textIn,
  }),
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
export interface ListedWorkflowDefinition extends WithMore {
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

/** How a workflow in a list is read. */
const listedWorkflowDefinition: Fields<ListedWorkflowDefinition> = {
  id: requiredText,
  name: requiredText,
  type: textIn,
  owner: textIn,
  description: textIn,
  projectId: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
  script: listedScript,
}

/** ListWorkflowDefinitions (2024-05-18). */
export const listWorkflowDefinitions: Operation<ListWorkflowDefinitionsParams, Page<ListedWorkflowDefinition>> = {
  action: 'ListWorkflowDefinitions',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    projectId: required('workspace'),
    type: 'text',
    name: 'text',
    owner: 'text',
    ...pageParameters,
  },
  read: pageOf('WorkflowDefinitions', listedWorkflowDefinition),
}
