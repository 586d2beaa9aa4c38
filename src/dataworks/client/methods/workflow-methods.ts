import type { Page } from '../../operations/result.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from '../../operations/shared/changing.ts'
import {
  deleteWorkflowDefinition,
  moveWorkflowDefinition,
  renameWorkflowDefinition,
  updateWorkflowDefinition,
} from '../../operations/workflow-changes.ts'
import {
  type CreatedWorkflowDefinition,
  type CreateWorkflowDefinitionParams,
  createWorkflowDefinition,
  type GetWorkflowDefinitionParams,
  getWorkflowDefinition,
  type ListedWorkflowDefinition,
  type ListWorkflowDefinitionsParams,
  listWorkflowDefinitions,
  type WorkflowDefinition,
} from '../../operations/workflow-definitions.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with workflows of the new Data Studio, but for the import. */
export interface WorkflowMethods {
  /**
   * Makes a workflow from the first one in a document, without the nodes in it. For those use
   * {@link JobMethods.importWorkflowDefinition}, or {@link submit} for the whole way.
   */
  createWorkflowDefinition(
    params: CreateWorkflowDefinitionParams,
    options?: CallOptions,
  ): Promise<CreatedWorkflowDefinition>
  /** Reads a workflow with its FlowSpec document. */
  getWorkflowDefinition(params: GetWorkflowDefinitionParams, options?: CallOptions): Promise<WorkflowDefinition>
  /** Reads one page of the workflows of a workspace. */
  listWorkflowDefinitions(
    params: ListWorkflowDefinitionsParams,
    options?: CallOptions,
  ): Promise<Page<ListedWorkflowDefinition>>
  /** Walks all workflows of a workspace, page by page. */
  eachWorkflowDefinition(
    params: AllPages<ListWorkflowDefinitionsParams>,
    options?: CallOptions,
  ): AsyncIterable<ListedWorkflowDefinition>
  /** Updates a workflow, field by field, from the first one in a document; its nodes stay as they are. */
  updateWorkflowDefinition(params: UpdateParams, options?: CallOptions): Promise<Changed>
  /** Deletes a workflow with its nodes. One that is published is refused: take it offline first. */
  deleteWorkflowDefinition(params: EntityParams, options?: CallOptions): Promise<Changed>
  /** Gives a workflow another name. */
  renameWorkflowDefinition(params: RenameParams, options?: CallOptions): Promise<Changed>
  /** Puts a workflow into another folder. */
  moveWorkflowDefinition(params: MoveParams, options?: CallOptions): Promise<Changed>
}

export function workflowMethods({ call, walk }: MethodMaker): WorkflowMethods {
  return {
    createWorkflowDefinition: call(createWorkflowDefinition),
    getWorkflowDefinition: call(getWorkflowDefinition),
    listWorkflowDefinitions: call(listWorkflowDefinitions),
    eachWorkflowDefinition: walk(listWorkflowDefinitions),
    updateWorkflowDefinition: call(updateWorkflowDefinition),
    deleteWorkflowDefinition: call(deleteWorkflowDefinition),
    renameWorkflowDefinition: call(renameWorkflowDefinition),
    moveWorkflowDefinition: call(moveWorkflowDefinition),
  }
}
