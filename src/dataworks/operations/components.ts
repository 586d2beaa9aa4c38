import { requiredDocument, requiredText, textIn } from './answer.ts'
import { type ListedNode, listedScript } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required, type SpecSource } from './operation.ts'
import {
  type Field,
  list,
  type Page,
  type PageParams,
  pageOf,
  pageParameters,
  result,
  resultIn,
  type WithMore,
} from './result.ts'
import { type Changed, changing } from './shared/changing.ts'
import { type CreateDefinitionParams, createParameters } from './shared/from-document.ts'

/** The parameters of CreateComponent. */
export interface CreateComponentParams extends CreateDefinitionParams {
  /** Documented as reserved: a repeated call makes a second component all the same. */
  readonly clientToken?: string | undefined
}

/** The answer of CreateComponent. */
export interface CreatedComponent extends WithMore {
  readonly componentId: string
  readonly requestId: string | undefined
}

/** A component of a workspace. */
export interface ComponentParams {
  readonly componentId: Id
  /** The workspace. */
  readonly projectId: Id
}

/** The parameters of UpdateComponent. */
export interface UpdateComponentParams extends ComponentParams {
  /** A document of kind `Component`. */
  readonly spec: SpecSource
}

/** The parameters of GetComponent. */
export interface GetComponentParams {
  readonly componentId: Id
  /** The workspace. */
  readonly projectId?: Id | undefined
}

/** The parameters of ListComponents. */
export interface ListComponentsParams extends PageParams {
  /** The workspace. */
  readonly projectId?: Id | undefined
  /** Part of the name. */
  readonly name?: string | undefined
}

/** A component with its document. */
export interface ComponentDefinition extends WithMore {
  readonly componentId: string
  readonly name: string | undefined
  readonly description: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly regionId: string | undefined
  /** A date and time as text, unlike in all other answers. */
  readonly createTime: string | undefined
  /** A date and time as text. */
  readonly modifyTime: string | undefined
  /** The FlowSpec document as JSON text. */
  readonly spec: string
  readonly requestId: string | undefined
}

/** A parameter of a component in a list. */
export interface ListedComponentParameter extends WithMore {
  readonly name: string | undefined
  readonly type: string | undefined
  readonly defaultValue: string | undefined
  readonly description: string | undefined
}

/** A component in a list. */
export interface ListedComponent extends WithMore {
  readonly componentId: string
  readonly name: string
  readonly description: string | undefined
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly createTime: string | undefined
  readonly modifyTime: string | undefined
  readonly inputs: readonly ListedComponentParameter[]
  readonly outputs: readonly ListedComponentParameter[]
  readonly script: ListedNode['script']
}

const componentParameters = { componentId: required('id'), projectId: required('workspace') }

/** CreateComponent (2024-05-18), from a document of kind `Component`. */
export const createComponent: Operation<CreateComponentParams, CreatedComponent> = {
  action: 'CreateComponent',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'create',
  parameters: { ...createParameters, clientToken: 'text' },
  read: result({ componentId: requiredText, requestId: textIn }),
}

/** UpdateComponent (2024-05-18); the service opens it to accounts on request. */
export const updateComponent: Operation<UpdateComponentParams, Changed> = changing<UpdateComponentParams>(
  'UpdateComponent',
  { ...componentParameters, spec: required('spec') },
  { inQuery: ['projectId'] },
)

/** GetComponent (2024-05-18). */
export const getComponent: Operation<GetComponentParams, ComponentDefinition> = {
  action: 'GetComponent',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: { componentId: required('id'), projectId: 'workspace' },
  inQuery: ['componentId', 'projectId'],
  read: resultIn('Component', {
    componentId: requiredText,
    name: textIn,
    description: textIn,
    owner: textIn,
    projectId: textIn,
    regionId: textIn,
    createTime: textIn,
    modifyTime: textIn,
    spec: requiredDocument,
  }),
}

const componentValues: Field<readonly ListedComponentParameter[]> = list({
  name: textIn,
  type: textIn,
  defaultValue: textIn,
  description: textIn,
})

/** ListComponents (2024-05-18). */
export const listComponents: Operation<ListComponentsParams, Page<ListedComponent>> = {
  action: 'ListComponents',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters: { projectId: 'workspace', name: 'text', ...pageParameters },
  inQuery: ['name', 'pageNumber', 'pageSize', 'projectId'],
  read: pageOf('Components', {
    componentId: requiredText,
    name: requiredText,
    description: textIn,
    owner: textIn,
    projectId: textIn,
    createTime: textIn,
    modifyTime: textIn,
    inputs: componentValues,
    outputs: componentValues,
    script: listedScript,
  }),
}

/** DeleteComponent (2024-05-18). */
export const deleteComponent: Operation<ComponentParams, Changed> = changing<ComponentParams>(
  'DeleteComponent',
  componentParameters,
  { effect: 'delete' },
)
