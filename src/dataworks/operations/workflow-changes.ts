import type { Operation } from './operation.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from './shared/changing.ts'
import { deleting, moving, renaming, updating } from './shared/changing.ts'

/** UpdateWorkflowDefinition (2024-05-18): the first workflow of the document, without the nodes in it. */
export const updateWorkflowDefinition: Operation<UpdateParams, Changed> = updating('UpdateWorkflowDefinition')

/** DeleteWorkflowDefinition (2024-05-18). A published workflow has to be taken offline first. */
export const deleteWorkflowDefinition: Operation<EntityParams, Changed> = deleting('DeleteWorkflowDefinition')

/** RenameWorkflowDefinition (2024-05-18). Its parameters are in the query, unlike those of all other renames. */
export const renameWorkflowDefinition: Operation<RenameParams, Changed> = renaming('RenameWorkflowDefinition', [
  'id',
  'name',
  'projectId',
])

/** MoveWorkflowDefinition (2024-05-18). */
export const moveWorkflowDefinition: Operation<MoveParams, Changed> = moving('MoveWorkflowDefinition')
