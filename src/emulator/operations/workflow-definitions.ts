import { planImport } from '../import/plan-import.ts'
import { identityItem, workflowItem } from '../read-back/list-item.ts'
import { workflowDocument } from '../read-back/workflow-document.ts'
import { readSpecDocument } from '../spec/spec-document.ts'
import type { WorkflowRecord } from '../state/project.ts'
import { type JsonObject, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from './call.ts'
import { findNewProject, findNewProjects, findWorkflow } from './lookup.ts'

/** The operations that make workflows and read them, but for the import. */
export const workflowOperations: OperationTable = {
  CreateWorkflowDefinition: dataStudio('POST', createWorkflowDefinition),
  GetWorkflowDefinition: dataStudio('GET', getWorkflowDefinition),
  ListWorkflowDefinitions: dataStudio('GET', listWorkflowDefinitions),
}

/** Makes the first workflow of the document, always as a new one, without its nodes. */
function createWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const document = readSpecDocument(parameters.requiredText('Spec'))
  const workflow = planImport({ service, project, document, workflowId: service.ids.next(), inner: 'ignore' })
  project.put(workflow)
  return { Id: service.presentId(workflow.id) }
}

/** `Spec` is indented with tabs; scripts of inner nodes are in it only on request. */
function getWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const includeContent = parameters.boolean('IncludeScriptContent')
  const { project, workflow } = findWorkflow(findNewProjects(call), parameters.requiredText('Id'))
  return {
    WorkflowDefinition: {
      ...identityItem(service, project, workflow),
      WorkflowId: project.schedulerIdOf(workflow.id),
      Spec: writeJsonText(workflowDocument(project, workflow, includeContent), '\t'),
    },
  }
}

/** Scheduled workflows, unless another `Type` is asked for. */
function listWorkflowDefinitions(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const type = parameters.word('Type', ['CycleWorkflow', 'ManualWorkflow', 'TriggerWorkflow']) ?? 'CycleWorkflow'
  const owner = parameters.text('Owner')
  const name = parameters.text('Name')
  const all = [...project.workflows.values()].filter(
    (workflow) => workflow.kind === type && isWanted(workflow.owner, owner) && isFuzzyMatch(workflow.name, name),
  )
  const show = (workflow: WorkflowRecord) => workflowItem(service, project, workflow)
  return { PagingInfo: pageOf(call, all, { name: 'WorkflowDefinitions', show, smallest: 1 }) }
}
