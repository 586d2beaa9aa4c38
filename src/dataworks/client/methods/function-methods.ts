import {
  createFunction,
  deleteFunction,
  getFunction,
  type ListedFunction,
  type ListFunctionsParams,
  listFunctions,
  moveFunction,
  renameFunction,
  updateFunction,
} from '../../operations/functions.ts'
import type { Page } from '../../operations/result.ts'
import type { Changed, EntityParams, MoveParams, RenameParams, UpdateParams } from '../../operations/shared/changing.ts'
import type {
  CreateDefinitionParams,
  Created,
  Definition,
  GetDefinitionParams,
} from '../../operations/shared/from-document.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with functions that users wrote. */
export interface FunctionMethods {
  /** Makes a function from the first one in a document of kind `Function`. It is never repeated blindly. */
  createFunction(params: CreateDefinitionParams, options?: CallOptions): Promise<Created>
  /** Updates a function from a document of kind `Function`. */
  updateFunction(params: UpdateParams, options?: CallOptions): Promise<Changed>
  /** Reads a function with its FlowSpec document. */
  getFunction(params: GetDefinitionParams, options?: CallOptions): Promise<Definition>
  /** Reads one page of the functions of a workspace. */
  listFunctions(params: ListFunctionsParams, options?: CallOptions): Promise<Page<ListedFunction>>
  /** Walks all functions of a workspace, page by page. */
  eachFunction(params: AllPages<ListFunctionsParams>, options?: CallOptions): AsyncIterable<ListedFunction>
  /** Deletes a function. */
  deleteFunction(params: EntityParams, options?: CallOptions): Promise<Changed>
  /** Gives a function another name. */
  renameFunction(params: RenameParams, options?: CallOptions): Promise<Changed>
  /** Puts a function into another folder. */
  moveFunction(params: MoveParams, options?: CallOptions): Promise<Changed>
}

export function functionMethods({ call, walk }: MethodMaker): FunctionMethods {
  return {
    createFunction: call(createFunction),
    updateFunction: call(updateFunction),
    getFunction: call(getFunction),
    listFunctions: call(listFunctions),
    eachFunction: walk(listFunctions),
    deleteFunction: call(deleteFunction),
    renameFunction: call(renameFunction),
    moveFunction: call(moveFunction),
  }
}
