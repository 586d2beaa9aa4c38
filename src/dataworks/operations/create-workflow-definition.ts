import { requiredText, textIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import type { Id, Operation } from './operation.ts'
import type { SpecSource } from './spec-source.ts'

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
