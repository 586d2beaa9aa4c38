import { requiredText, textIn } from './answer.ts'
import { dataStudioVersion, type Id, type Operation, required, type SpecSource } from './operation.ts'
import { result, resultIn } from './result.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from './shared/changing.ts'
import { deleting, moving, renaming, updating } from './shared/changing.ts'
import { type Created, type Definition, definitionFields, type GetDefinitionParams } from './shared/from-document.ts'

/** The parameters of CreateNode. */
export interface CreateNodeParams {
  /** The workspace. */
  readonly projectId: Id
  /** Where the node is to live. Nodes of a manual workflow need `containerId` too. */
  readonly scene: 'DATAWORKS_MANUAL_TASK' | 'DATAWORKS_MANUAL_WORKFLOW' | 'DATAWORKS_PROJECT' | (string & {})
  /** A document of kind `Node`; the operation takes its first node, and the edges of that. */
  readonly spec: SpecSource
  /** The workflow or loop the node is to stand in; its path in the document then counts for nothing. */
  readonly containerId?: Id | undefined
}

/** CreateNode (2024-05-18). The service was seen to lose dependencies; ListNodeDependencies tells. */
export const createNode: Operation<CreateNodeParams, Created> = {
  action: 'CreateNode',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'create',
  parameters: {
    projectId: required('workspace'),
    scene: required('text'),
    spec: required('spec'),
    containerId: 'id',
  },
  read: result<Created>({ id: requiredText, requestId: textIn }),
}

/** The answer of GetNode; its document is of kind `CycleWorkflow` even for one node. */
export interface NodeDefinition extends Definition {
  /** The id the node has in the scheduler; only once it is published. */
  readonly taskId: string | undefined
}

/** GetNode (2024-05-18). */
export const getNode: Operation<GetDefinitionParams, NodeDefinition> = {
  action: 'GetNode',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('id'), projectId: 'workspace' },
  read: resultIn('Node', { ...definitionFields, taskId: textIn }),
}

/** UpdateNode (2024-05-18): the first node of a document of kind `Node`. What is not in it stays as it is. */
export const updateNode: Operation<UpdateParams, Changed> = updating('UpdateNode')

/** DeleteNode (2024-05-18). A published node has to be taken offline first. */
export const deleteNode: Operation<EntityParams, Changed> = deleting('DeleteNode')

/** RenameNode (2024-05-18). */
export const renameNode: Operation<RenameParams, Changed> = renaming('RenameNode')

/** MoveNode (2024-05-18). */
export const moveNode: Operation<MoveParams, Changed> = moving('MoveNode')
