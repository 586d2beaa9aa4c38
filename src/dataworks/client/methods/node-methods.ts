import type { ListedNode } from '../../operations/listed-node.ts'
import {
  type CreateNodeParams,
  createNode,
  deleteNode,
  getNode,
  moveNode,
  type NodeDefinition,
  renameNode,
  updateNode,
} from '../../operations/node-definitions.ts'
import {
  type ListNodeDependenciesParams,
  type ListNodesParams,
  listNodeDependencies,
  listNodes,
} from '../../operations/nodes.ts'
import type { Page } from '../../operations/result.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from '../../operations/shared/changing.ts'
import type { Created, GetDefinitionParams } from '../../operations/shared/from-document.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with nodes of the new Data Studio. */
export interface NodeMethods {
  /**
   * Makes a node from the first one in a document of kind `Node`, in a workflow or by itself. The service may lose
   * dependencies without an error: {@link NodeMethods.listNodeDependencies} tells. It is never repeated blindly.
   */
  createNode(params: CreateNodeParams, options?: CallOptions): Promise<Created>
  /** Reads a node with its FlowSpec document. */
  getNode(params: GetDefinitionParams, options?: CallOptions): Promise<NodeDefinition>
  /** Updates a node, field by field, from the first one in a document of kind `Node`. Its type cannot change. */
  updateNode(params: UpdateParams, options?: CallOptions): Promise<Changed>
  /** Deletes a node. One that is published is refused: take it offline first. */
  deleteNode(params: EntityParams, options?: CallOptions): Promise<Changed>
  /** Gives a node another name. */
  renameNode(params: RenameParams, options?: CallOptions): Promise<Changed>
  /** Puts a node into another folder. */
  moveNode(params: MoveParams, options?: CallOptions): Promise<Changed>
  /** Reads one page of the nodes of a workspace or of a workflow in it. */
  listNodes(params: ListNodesParams, options?: CallOptions): Promise<Page<ListedNode>>
  /** Walks all nodes of a workspace or of a workflow in it, page by page. */
  eachNode(params: AllPages<ListNodesParams>, options?: CallOptions): AsyncIterable<ListedNode>
  /** Reads one page of the nodes that a node depends on. */
  listNodeDependencies(params: ListNodeDependenciesParams, options?: CallOptions): Promise<Page<ListedNode>>
  /** Walks all nodes that a node depends on, page by page. */
  eachNodeDependency(params: AllPages<ListNodeDependenciesParams>, options?: CallOptions): AsyncIterable<ListedNode>
}

export function nodeMethods({ call, walk }: MethodMaker): NodeMethods {
  return {
    createNode: call(createNode),
    getNode: call(getNode),
    updateNode: call(updateNode),
    deleteNode: call(deleteNode),
    renameNode: call(renameNode),
    moveNode: call(moveNode),
    listNodes: call(listNodes),
    eachNode: walk(listNodes),
    listNodeDependencies: call(listNodeDependencies),
    eachNodeDependency: walk(listNodeDependencies),
  }
}
