import type { Project } from '../../state/project.ts'
import type { Release } from '../../state/releases.ts'
import { unknownResource } from '../../wire/error-catalogue.ts'
import { type JsonObject, readObject, readPlainText } from '../../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from '../call.ts'
import { findAnyProject } from '../lookup.ts'
import { environmentOf } from './environments.ts'
import { listedTaskItem, type Scheduled, wholeTaskItem, wholeWorkflowItem, workflowItem } from './scheduled-items.ts'

/** The operations that read what is released to the scheduler. */
export const scheduledOperations: OperationTable = {
  ListWorkflows: dataStudio('POST', listWorkflows),
  GetWorkflow: dataStudio('GET', getWorkflow),
  ListTasks: dataStudio('POST', listTasks),
  GetTask: dataStudio('GET', getTask),
}

/** What is released of a type and meets the conditions that all lists have. */
function released(call: Call, where: Scheduled, type: Release['type']): readonly Release[] {
  const { parameters } = call
  const ids = parameters.jsonList('Ids')
  const [name, owner, trigger] = ['Name', 'Owner', 'TriggerType'].map((one) => parameters.text(one))
  return [...where.project.releases(where.environment).all].filter(
    (one) =>
      one.type === type &&
      (ids?.includes(one.schedulerId) ?? true) &&
      isFuzzyMatch(one.name, name) &&
      isWanted(one.owner, owner) &&
      isWanted(readPlainText(readObject(one.body, 'trigger'), 'type'), trigger),
  )
}

function whereOf(call: Call, project: Project, parameter: string): Scheduled {
  return { service: call.service, project, environment: environmentOf(call, parameter) }
}

function listWorkflows(call: Call): JsonObject {
  const where = whereOf(call, findAnyProject(call), 'EnvType')
  const all = released(call, where, 'WorkflowDefinition')
  const show = (one: Release) => workflowItem(where, one)
  return { PagingInfo: pageOf(call, all, { name: 'Workflows', show, smallest: 1 }) }
}

function listTasks(call: Call): JsonObject {
  const where = whereOf(call, findAnyProject(call), 'ProjectEnv')
  const { parameters } = call
  const workflowId = parameters.int64('WorkflowId')
  const [type, recurrence] = [parameters.text('TaskType'), parameters.text('TriggerRecurrence')]
  const items = released(call, where, 'Node')
    .map((one) => listedTaskItem(where, one))
    .filter(
      (item) =>
        isWanted(String(item['WorkflowId']), workflowId) &&
        isWanted(readPlainText(item, 'Type'), type) &&
        isWanted(readPlainText(readObject(item, 'Trigger'), 'Recurrence'), recurrence),
    )
  return { PagingInfo: pageOf(call, items, { name: 'Tasks', show: (item) => item, smallest: 1 }) }
}

/** Something that is released, by its id in the scheduler alone: no workspace is named. */
function findReleased(call: Call, parameter: string, type: Release['type']): readonly [Scheduled, Release] {
  const id = call.parameters.requiredInt64('Id')
  for (const project of call.service.projects) {
    const where = whereOf(call, project, parameter)
    const release = project.releases(where.environment).scheduled(id)
    if (release?.type === type) return [where, release]
  }
  throw unknownResource(type === 'Node' ? 'task' : 'workflow of the scheduler', id)
}

function getWorkflow(call: Call): JsonObject {
  return { Workflow: wholeWorkflowItem(...findReleased(call, 'EnvType', 'WorkflowDefinition')) }
}

function getTask(call: Call): JsonObject {
  return { Task: wholeTaskItem(...findReleased(call, 'ProjectEnv', 'Node')) }
}
