import {
  type CreateResourceParams,
  createResource,
  deleteResource,
  getResource,
  type ListedResource,
  type ListResourcesParams,
  listResources,
  moveResource,
  renameResource,
  type UpdateResourceParams,
  updateResource,
} from '../../operations/resources.ts'
import type { Page } from '../../operations/result.ts'
import type { Changed, EntityParams, MoveParams, RenameParams } from '../../operations/shared/changing.ts'
import type { Created, Definition, GetDefinitionParams } from '../../operations/shared/from-document.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with resources: files that nodes and functions use. */
export interface ResourceMethods {
  /** Makes a resource from the first one in a document of kind `Resource`. It is never repeated blindly. */
  createResource(params: CreateResourceParams, options?: CallOptions): Promise<Created>
  /** Updates a resource from a document of kind `Resource`. */
  updateResource(params: UpdateResourceParams, options?: CallOptions): Promise<Changed>
  /** Reads a resource with its FlowSpec document. */
  getResource(params: GetDefinitionParams, options?: CallOptions): Promise<Definition>
  /** Reads one page of the resources of a workspace. */
  listResources(params: ListResourcesParams, options?: CallOptions): Promise<Page<ListedResource>>
  /** Walks all resources of a workspace, page by page. */
  eachResource(params: AllPages<ListResourcesParams>, options?: CallOptions): AsyncIterable<ListedResource>
  /** Deletes a resource. */
  deleteResource(params: EntityParams, options?: CallOptions): Promise<Changed>
  /** Gives a resource another name. */
  renameResource(params: RenameParams, options?: CallOptions): Promise<Changed>
  /** Puts a resource into another folder. */
  moveResource(params: MoveParams, options?: CallOptions): Promise<Changed>
}

export function resourceMethods({ call, walk }: MethodMaker): ResourceMethods {
  return {
    createResource: call(createResource),
    updateResource: call(updateResource),
    getResource: call(getResource),
    listResources: call(listResources),
    eachResource: walk(listResources),
    deleteResource: call(deleteResource),
    renameResource: call(renameResource),
    moveResource: call(moveResource),
  }
}
