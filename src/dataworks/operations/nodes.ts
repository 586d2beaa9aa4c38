import { type ListedNode, listedNode } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation, required } from './operation.ts'
import { type Page, type PageParams, pageOf, pageParameters } from './result.ts'

/** The parameters of ListNodes. */
export interface ListNodesParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /** The id of the workflow or container node the nodes stand in. */
  readonly containerId?: Id | undefined
  /** Part of the name. */
  readonly name?: string | undefined
  readonly recurrence?: 'Normal' | 'Pause' | 'Skip' | undefined
  readonly rerunMode?: 'Allowed' | 'Denied' | 'FailureAllowed' | undefined
  /** Where the nodes live, such as `DATAWORKS_PROJECT`; the service takes an older spelling too. */
  readonly scene?: string | undefined
}

/** ListNodes (2024-05-18). */
export const listNodes: Operation<ListNodesParams, Page<ListedNode>> = {
  action: 'ListNodes',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    projectId: required('workspace'),
    containerId: 'id',
    name: 'text',
    recurrence: 'text',
    rerunMode: 'text',
    scene: 'text',
    ...pageParameters,
  },
  read: pageOf('Nodes', listedNode),
}

/** The parameters of ListNodeDependencies. */
export interface ListNodeDependenciesParams extends PageParams {
  /** The id of the node whose upstream nodes are listed. */
  readonly id: Id
  /** The workspace. */
  readonly projectId: Id
}

/** ListNodeDependencies (2024-05-18): the nodes a node depends on. */
export const listNodeDependencies: Operation<ListNodeDependenciesParams, Page<ListedNode>> = {
  action: 'ListNodeDependencies',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    id: required('id'),
    projectId: required('workspace'),
    ...pageParameters,
  },
  read: pageOf('Nodes', listedNode),
}
