import {
  type ComponentDefinition,
  type ComponentParams,
  type CreateComponentParams,
  type CreatedComponent,
  createComponent,
  deleteComponent,
  type GetComponentParams,
  getComponent,
  type ListComponentsParams,
  type ListedComponent,
  listComponents,
  type UpdateComponentParams,
  updateComponent,
} from '../../operations/components.ts'
import type { Page } from '../../operations/result.ts'
import type { Changed } from '../../operations/shared/changing.ts'
import type { CallOptions } from '../client-options.ts'
import type { AllPages, MethodMaker } from './method-maker.ts'

/** What a client does with components: pieces of SQL with parameters, which nodes use. */
export interface ComponentMethods {
  /** Makes a component from the first one in a document of kind `Component`. It is never repeated blindly. */
  createComponent(params: CreateComponentParams, options?: CallOptions): Promise<CreatedComponent>
  /** Updates a component from a document of kind `Component`. */
  updateComponent(params: UpdateComponentParams, options?: CallOptions): Promise<Changed>
  /** Reads a component with its FlowSpec document. */
  getComponent(params: GetComponentParams, options?: CallOptions): Promise<ComponentDefinition>
  /** Reads one page of the components of a workspace. */
  listComponents(params: ListComponentsParams, options?: CallOptions): Promise<Page<ListedComponent>>
  /** Walks all components of a workspace, page by page. */
  eachComponent(params: AllPages<ListComponentsParams>, options?: CallOptions): AsyncIterable<ListedComponent>
  /** Deletes a component. */
  deleteComponent(params: ComponentParams, options?: CallOptions): Promise<Changed>
}

export function componentMethods({ call, walk }: MethodMaker): ComponentMethods {
  return {
    createComponent: call(createComponent),
    updateComponent: call(updateComponent),
    getComponent: call(getComponent),
    listComponents: call(listComponents),
    eachComponent: walk(listComponents, ({ componentId }) => componentId),
    deleteComponent: call(deleteComponent),
  }
}
