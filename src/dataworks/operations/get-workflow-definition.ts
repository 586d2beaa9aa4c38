import { numberIn, requiredObject, requiredText, textIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import type { Id, Operation } from './operation.ts'

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
