import { objectsIn, type Page, type PageParams, readPage } from './answer.ts'
import { type ListedNode, readListedNode } from './listed-node.ts'
import { dataStudioVersion, type Id, type Operation } from './operation.ts'

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
    projectId: { name: 'ProjectId', type: 'workspace', in: 'query', required: true },
    containerId: { name: 'ContainerId', type: 'id', in: 'query' },
    name: { name: 'Name', type: 'text', in: 'query' },
    recurrence: { name: 'Recurrence', type: 'text', in: 'query' },
    rerunMode: { name: 'RerunMode', type: 'text', in: 'query' },
    scene: { name: 'Scene', type: 'text', in: 'query' },
    pageNumber: { name: 'PageNumber', type: 'count', in: 'query' },
    pageSize: { name: 'PageSize', type: 'count', in: 'query' },
  },
  read: (answer) => readPage(answer, (paging) => objectsIn(paging, 'Nodes').map(readListedNode)),
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
    id: { name: 'Id', type: 'id', in: 'query', required: true },
    projectId: { name: 'ProjectId', type: 'workspace', in: 'query', required: true },
    pageNumber: { name: 'PageNumber', type: 'count', in: 'query' },
    pageSize: { name: 'PageSize', type: 'count', in: 'query' },
  },
  read: (answer) => readPage(answer, (paging) => objectsIn(paging, 'Nodes').map(readListedNode)),
}
