import type { JsonObject } from '../json/json-object.ts'
import { workflowItem } from '../read-back/list-item.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'
import { isFuzzyMatch } from './is-fuzzy-match.ts'
import { readPage } from './read-page.ts'

/** ListWorkflowDefinitions: scheduled workflows unless another `Type` is asked for. */
export function listWorkflowDefinitions(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const type = parameters.word('Type', ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']) ?? 'CycleWorkflow'
  const owner = parameters.text('Owner')
  const name = parameters.text('Name')
  const all = [...project.workflows.values()].filter(
    (workflow) =>
      workflow.kind === type &&
      (owner === undefined || workflow.owner === owner) &&
      (name === undefined || isFuzzyMatch(workflow.name, name)),
  )
  const page = readPage(parameters, all, { smallest: 1 })
  return {
    PagingInfo: {
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      TotalCount: page.totalCount,
      WorkflowDefinitions: page.items.map((workflow) => workflowItem(service, project, workflow)),
    },
  }
}
