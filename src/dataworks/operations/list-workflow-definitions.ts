import { type Answer, numberIn, objectIn, objectsIn, requiredText, textIn } from './answer.ts'
import { dataStudioVersion } from './data-studio-version.ts'
import type { Id, Operation } from './operation.ts'
import { type Page, type PageParams, readPage } from './page.ts'

/** The parameters of ListWorkflowDefinitions. */
export interface ListWorkflowDefinitionsParams extends PageParams {
  /** The workspace. */
  readonly projectId: Id
  /**
   * Which type of workflow; the service takes CycleWorkflow when left out. Its documentation names the first two; the
   * third is inferred from the kinds of documents.
   */
  readonly type?: 'CycleWorkflow' | 'ManualWorkflow' | 'TriggerWorkflow' | undefined
  /** Part of the name: the service finds every workflow whose name contains it. */
  readonly name?: string | undefined
  /** The account id of the owner. */
  readonly owner?: string | undefined
}

/** A workflow in a list. */
export interface ListedWorkflowDefinition {
  readonly id: string
  readonly name: string
  readonly type: string | undefined
  readonly owner: string | undefined
  readonly description: string | undefined
  readonly projectId: string | undefined
  /** In milliseconds since 1970. */
  readonly createTime: number | undefined
  /** In milliseconds since 1970. */
  readonly modifyTime: number | undefined
  readonly script: {
    readonly id: string | undefined
    readonly path: string | undefined
    readonly command: string | undefined
  }
}

function readItem(item: Answer): ListedWorkflowDefinition {
  const script = objectIn(item, 'Script')
  return {
    id: requiredText(item, 'Id'),
    name: requiredText(item, 'Name'),
    type: textIn(item, 'Type'),
    owner: textIn(item, 'Owner'),
    description: textIn(item, 'Description'),
    projectId: textIn(item, 'ProjectId'),
    createTime: numberIn(item, 'CreateTime'),
    modifyTime: numberIn(item, 'ModifyTime'),
    script: {
      id: textIn(script, 'Id'),
      path: textIn(script, 'Path'),
      command: textIn(objectIn(script, 'Runtime'), 'Command'),
    },
  }
}

/** ListWorkflowDefinitions (2024-05-18). */
export const listWorkflowDefinitions: Operation<ListWorkflowDefinitionsParams, Page<ListedWorkflowDefinition>> = {
  action: 'ListWorkflowDefinitions',
  version: dataStudioVersion,
  method: 'GET',
  effect: 'read',
  parameters: {
    projectId: { name: 'ProjectId', type: 'workspace', in: 'query', required: true },
    type: { name: 'Type', type: 'text', in: 'query' },
    name: { name: 'Name', type: 'text', in: 'query' },
    owner: { name: 'Owner', type: 'text', in: 'query' },
    pageNumber: { name: 'PageNumber', type: 'count', in: 'query' },
    pageSize: { name: 'PageSize', type: 'count', in: 'query' },
  },
  read: (answer) => readPage(answer, (paging) => objectsIn(paging, 'WorkflowDefinitions').map(readItem)),
}
