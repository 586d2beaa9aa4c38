import type { JsonObject } from '../json/json-object.ts'
import { nodeItem } from '../read-back/list-item.ts'
import type { Project } from '../state/project.ts'
import type { NodeRecord } from '../state/workflow-record.ts'
import type { Call } from './call.ts'
import { readPage } from './read-page.ts'

/** A page of nodes: at least ten a page, and its numbers are texts. */
export function nodePage({ service, parameters }: Call, project: Project, all: readonly NodeRecord[]): JsonObject {
  const page = readPage(parameters, all, { smallest: 10 })
  return {
    PagingInfo: {
      Nodes: page.items.map((node) => nodeItem(service, project, node)),
      PageNumber: String(page.pageNumber),
      PageSize: String(page.pageSize),
      TotalCount: String(page.totalCount),
    },
  }
}
