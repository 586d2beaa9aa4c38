import { objectsIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import { type ListedNode, readListedNode } from './listed-node.ts'
import type { Id, Operation } from './operation.ts'
import { type Page, type PageParams, readPage } from './page.ts'

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
