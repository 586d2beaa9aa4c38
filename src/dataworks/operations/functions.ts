import { numberIn, requiredText, textIn } from './answer.ts'
import { type ListedNode, listedScript } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import { type Page, type PageParams, pageOf, pageParameters, record, type WithMore } from './result.ts'
import {
  type Changed,
  deleting,
  type EntityParams,
  type MoveParams,
  moving,
  type RenameParams,
  renaming,
  type UpdateParams,
  updating,
} from './shared/changing.ts'
import {
  type CreateDefinitionParams,
  type Created,
  createParameters,
  creating,
  type Definition,
  type GetDefinitionParams,
  getting,
} from './shared/from-document.ts'

/** The parameters of ListFunctions. */
export interface ListFunctionsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** Part of the name. */
  readonly name?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
  readonly type?: 'Aggregate' | 'Analytic' | 'Date' | 'Math' | 'Other' | 'String' | undefined
}

/** A function in a list. */
export interface ListedFunction extends WithMore {
  readonly id: string
  readonly name: string
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly description: string | undefined
  readonly type: string | undefined
  readonly className: string | undefined
  /** The resources that hold its code. */
  readonly fileResource: string | undefined
  readonly armResource: string | undefined
  /** Whether its code is in a resource (`File`) or with it (`Embedded`). */
  readonly embeddedResourceType: string | undefined
  readonly embeddedCodeType: string | undefined
  readonly embeddedCode: string | undefined
  readonly databaseName: string | undefined
  readonly commandDescription: string | undefined
  readonly parameterDescription: string | undefined
  readonly returnValueDescription: string | undefined
  readonly exampleDescription: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  readonly script: ListedNode['script']
  readonly dataSource: ListedNode['dataSource']
  readonly runtimeResource: { readonly resourceGroupId: string | undefined }
}

/** CreateFunction (2024-05-18), from a document of kind `Function`. */
export const createFunction: Operation<CreateDefinitionParams, Created> = creating('CreateFunction', createParameters)

/** UpdateFunction (2024-05-18). */
export const updateFunction: Operation<UpdateParams, Changed> = updating('UpdateFunction')

/** GetFunction (2024-05-18). */
export const getFunction: Operation<GetDefinitionParams, Definition> = getting('GetFunction', 'Function')

/** ListFunctions (2024-05-18). */
export const listFunctions: Operation<ListFunctionsParams, Page<ListedFunction>> = {
  action: 'ListFunctions',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { projectId: required('workspace'), name: 'text', owner: 'text', type: 'text', ...pageParameters },
  read: pageOf('Functions', {
    id: requiredText,
    name: requiredText,
    owner: textIn,
    projectId: textIn,
    description: textIn,
    type: textIn,
    className: textIn,
    fileResource: textIn,
    armResource: textIn,
    embeddedResourceType: textIn,
    embeddedCodeType: textIn,
    embeddedCode: textIn,
    databaseName: textIn,
    commandDescription: textIn,
    parameterDescription: textIn,
    returnValueDescription: textIn,
    exampleDescription: textIn,
    createTime: numberIn,
    modifyTime: numberIn,
    script: listedScript,
    dataSource: record({ name: textIn, type: textIn }),
    runtimeResource: record({ resourceGroupId: textIn }),
  }),
}

/** DeleteFunction (2024-05-18). */
export const deleteFunction: Operation<EntityParams, Changed> = deleting('DeleteFunction')

/** RenameFunction (2024-05-18). */
export const renameFunction: Operation<RenameParams, Changed> = renaming('RenameFunction')

/** MoveFunction (2024-05-18). */
export const moveFunction: Operation<MoveParams, Changed> = moving('MoveFunction')
