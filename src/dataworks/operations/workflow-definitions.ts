import { numberIn, requiredText, textIn } from './answer.ts'
import { listedScript } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import { type Fields, type Page, type PageParams, pageOf, pageParameters, resultIn, type WithMore } from './result.ts'
import {
  type CreateDefinitionParams,
  type Created,
  createParameters,
  creating,
  type Definition,
  definitionFields,
  type GetDefinitionParams,
} from './shared/from-document.ts'

/** The parameters of CreateWorkflowDefinition, which takes the first workflow of the document and none of the nodes in it. */
export type CreateWorkflowDefinitionParams = CreateDefinitionParams

/** The answer of CreateWorkflowDefinition: the id of the new workflow. */
export type CreatedWorkflowDefinition = Created

/** CreateWorkflowDefinition (2024-05-18). */
export const createWorkflowDefinition: Operation<CreateWorkflowDefinitionParams, CreatedWorkflowDefinition> = creating(
  'CreateWorkflowDefinition',
  createParameters,
)

/** The parameters of GetWorkflowDefinition. */
export interface GetWorkflowDefinitionParams extends GetDefinitionParams {
  /** Whether the code of the nodes comes along. */
  readonly includeScriptContent?: boolean | undefined
}

/** The answer of GetWorkflowDefinition. */
export interface WorkflowDefinition extends Definition {
  /** The id the workflow has in the scheduler; only once it is published. */
  readonly workflowId: string | undefined
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
  read: resultIn('WorkflowDefinition', { ...definitionFields, workflowId: textIn }),
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
