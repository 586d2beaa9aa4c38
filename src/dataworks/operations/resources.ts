import { numberIn, requiredText, textIn } from './answer.ts'
import { type ListedNode, listedScript } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import { type Page, type PageParams, pageOf, pageParameters, record, type WithMore } from './result.ts'
import {
  type Changed,
  changing,
  deleting,
  type EntityParams,
  entityParameters,
  type MoveParams,
  moving,
  type RenameParams,
  renaming,
  type UpdateParams,
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

/** The parameters of CreateResource. */
export interface CreateResourceParams extends CreateDefinitionParams {
  /** Where the service gets the file from: a public or signed address of Object Storage Service. */
  readonly resourceFile?: string | undefined
}

/** The parameters of UpdateResource. */
export interface UpdateResourceParams extends UpdateParams {
  /** Where the service gets a new file from. */
  readonly resourceFile?: string | undefined
}

/** The parameters of ListResources. */
export interface ListResourcesParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** Part of the name. */
  readonly name?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
  readonly type?: 'Archive' | 'File' | 'Jar' | 'Python' | undefined
}

/** A resource in a list. */
export interface ListedResource extends WithMore {
  readonly id: string
  readonly name: string
  readonly owner: string | undefined
  readonly projectId: string | undefined
  readonly type: string | undefined
  /** Where the file came from: `Local` or `Oss`. */
  readonly sourceType: string | undefined
  readonly sourcePath: string | undefined
  /** Where the file is kept: `Gateway`, `Oss` or `Hdfs`. */
  readonly targetType: string | undefined
  readonly targetPath: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  readonly script: ListedNode['script']
  readonly dataSource: ListedNode['dataSource']
}

/** CreateResource (2024-05-18), from a document of kind `Resource`. */
export const createResource: Operation<CreateResourceParams, Created> = creating<CreateResourceParams>(
  'CreateResource',
  { ...createParameters, resourceFile: 'text' },
)

/** UpdateResource (2024-05-18). */
export const updateResource: Operation<UpdateResourceParams, Changed> = changing<UpdateResourceParams>(
  'UpdateResource',
  { ...entityParameters, spec: required('spec'), resourceFile: 'text' },
)

/** GetResource (2024-05-18). */
export const getResource: Operation<GetDefinitionParams, Definition> = getting('GetResource', 'Resource')

/** ListResources (2024-05-18). */
export const listResources: Operation<ListResourcesParams, Page<ListedResource>> = {
  action: 'ListResources',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { projectId: required('workspace'), name: 'text', owner: 'text', type: 'text', ...pageParameters },
  read: pageOf('Resources', {
    id: requiredText,
    name: requiredText,
    owner: textIn,
    projectId: textIn,
    type: textIn,
    sourceType: textIn,
    sourcePath: textIn,
    targetType: textIn,
    targetPath: textIn,
    createTime: numberIn,
    modifyTime: numberIn,
    script: listedScript,
    dataSource: record({ name: textIn, type: textIn }),
  }),
}

/** DeleteResource (2024-05-18). */
export const deleteResource: Operation<EntityParams, Changed> = deleting('DeleteResource')

/** RenameResource (2024-05-18). */
export const renameResource: Operation<RenameParams, Changed> = renaming('RenameResource')

/** MoveResource (2024-05-18). */
export const moveResource: Operation<MoveParams, Changed> = moving('MoveResource')
