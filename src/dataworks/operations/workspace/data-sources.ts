import { type Answer, flagIn, numberIn, objectIn, requiredText, textIn } from '../answer.ts'
import { dataStudioVersion, type Id, type Operation, type ParameterTable, required } from '../operation.ts'
import { type Fields, list, type Page, type PageParams, pageOf, pageParameters, type WithMore } from '../result.ts'

/** The parameters of ListComputeResources. */
export interface ListComputeResourcesParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** Part of the name. */
  readonly name?: string | undefined
  /** Types such as `odps` or `hologres`. */
  readonly types?: readonly string[] | undefined
  readonly envType?: 'Dev' | 'Prod' | undefined
  readonly sortBy?: string | undefined
  readonly order?: 'Asc' | 'Desc' | undefined
}

/** The parameters of ListDataSources. */
export interface ListDataSourcesParams extends ListComputeResourcesParams {
  readonly tags?: string | undefined
}

/** What a name stands for in one environment. */
export interface Connection extends WithMore {
  readonly id: string
  readonly description: string | undefined
  /** As the service gives them; which there are depends on the type. */
  readonly connectionProperties: Answer
  readonly connectionPropertiesMode: string | undefined
  readonly createUser: string | undefined
  readonly modifyUser: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
}

/** A data source in one environment. */
export interface DataSourceConnection extends Connection {
  readonly qualifiedName: string | undefined
}

/** A compute resource in one environment. */
export interface ComputeResourceConnection extends Connection {
  readonly whetherDefault: boolean | undefined
}

/** A data source of a workspace. */
export interface ListedDataSource extends WithMore {
  readonly name: string
  readonly type: string | undefined
  readonly dataSource: readonly DataSourceConnection[]
}

/** A compute resource of a workspace. */
export interface ListedComputeResource extends WithMore {
  readonly name: string
  readonly type: string | undefined
  readonly computeResource: readonly ComputeResourceConnection[]
}

const parameters: ParameterTable<ListComputeResourcesParams> = {
  projectId: required('workspace'),
  name: 'text',
  types: { words: 'text' },
  envType: 'text',
  sortBy: 'text',
  order: 'text',
  ...pageParameters,
}

const connectionFields: Fields<Connection> = {
  id: requiredText,
  description: textIn,
  connectionProperties: objectIn,
  connectionPropertiesMode: textIn,
  createUser: textIn,
  modifyUser: textIn,
  createTime: numberIn,
  modifyTime: numberIn,
}

/** ListDataSources (2024-05-18). */
export const listDataSources: Operation<ListDataSourcesParams, Page<ListedDataSource>> = {
  action: 'ListDataSources',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: { ...parameters, tags: 'text' },
  read: pageOf('DataSources', {
    name: requiredText,
    type: textIn,
    dataSource: list({ ...connectionFields, qualifiedName: textIn }),
  }),
}

/** ListComputeResources (2024-05-18). */
export const listComputeResources: Operation<ListComputeResourcesParams, Page<ListedComputeResource>> = {
  action: 'ListComputeResources',
  version: dataStudioVersion,
  method: 'POST',
  effect: 'read',
  parameters,
  inQuery: ['envType', 'name', 'order', 'pageNumber', 'pageSize', 'projectId', 'sortBy', 'types'],
  read: pageOf('ComputeResources', {
    name: requiredText,
    type: textIn,
    computeResource: list({ ...connectionFields, whetherDefault: flagIn }),
  }),
}
