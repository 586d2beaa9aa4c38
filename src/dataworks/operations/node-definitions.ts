import { numberIn, requiredText, textIn } from './answer.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from './change.ts'
import { deleting, moving, renaming, updating } from './change.ts'
import { dataStudioVersion, type Id, type Operation, required, type SpecSource } from './operation.ts'
import { result, resultIn } from './result.ts'

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

/** The answer of CreateNode. */
export interface CreatedNode {
  /** The id of the new node. */
  readonly id: string
  readonly requestId: string | undefined
}

/** CreateNode (2024-05-18). The service was seen to lose dependencies; ListNodeDependencies tells. */
export const createNode: Operation<CreateNodeParams, CreatedNode> = {
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
  read: result({ id: requiredText, requestId: textIn }),
}

/** The parameters of GetNode. */
export interface GetNodeParams {
  /** The id of the node. */
  readonly id: Id
  /** The workspace. */
  readonly projectId?: Id | undefined
}

/** The answer of GetNode. */
export interface NodeDefinition {
  readonly id: string
  readonly name: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  /** The FlowSpec document as JSON text, of kind `CycleWorkflow` even for one node; read it with `readSpec`. */
  readonly spec: string
  /** The id the node has in the scheduler; only once it is published. */
  readonly taskId: string | undefined
  readonly requestId: string | undefined
}

/** GetNode (2024-05-18). */
export const getNode: Operation<GetNodeParams, NodeDefinition> = {
  action: 'GetNode',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { id: required('id'), projectId: 'workspace' },
  read: resultIn('Node', {
    id: requiredText,
    name: textIn,
    owner: textIn,
    projectId: textIn,
    createTime: numberIn,
    modifyTime: numberIn,
    spec: requiredText,
    taskId: textIn,
  }),
}

/** UpdateNode (2024-05-18): the first node of a document of kind `Node`. What is not in it stays as it is. */
export const updateNode: Operation<UpdateParams, Changed> = updating('UpdateNode')

/** DeleteNode (2024-05-18). A published node has to be taken offline first. */
export const deleteNode: Operation<EntityParams, Changed> = deleting('DeleteNode')

/** RenameNode (2024-05-18). */
export const renameNode: Operation<RenameParams, Changed> = renaming('RenameNode')

/** MoveNode (2024-05-18). */
export const moveNode: Operation<MoveParams, Changed> = moving('MoveNode')
