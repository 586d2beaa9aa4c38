import { pickFields } from '../import/fill-fields.ts'
import { planImport } from '../import/plan-import.ts'
import { identityItem, workflowItem } from '../read-back/list-item.ts'
import { workflowDocument } from '../read-back/workflow-document.ts'
import { readSpecDocument } from '../spec/spec-document.ts'
import type { WorkflowRecord } from '../state/project.ts'
import { kindOfAnotherOperation } from '../wire/error-catalogue.ts'
import { type JsonObject, readObject, writeJsonText } from '../wire/json.ts'
import { type Call, dataStudio, isFuzzyMatch, isWanted, type OperationTable, pageOf } from './call.ts'
import { findNewProject, findNewProjects, findWorkflow } from './lookup.ts'

/** The operations on workflows, but for the import. */
export const workflowOperations: OperationTable = {
  CreateWorkflowDefinition: dataStudio('POST', createWorkflowDefinition),
  UpdateWorkflowDefinition: dataStudio('POST', updateWorkflowDefinition),
  DeleteWorkflowDefinition: dataStudio('POST', deleteWorkflowDefinition),
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

/** Fields whose own fields are updated one by one. */
const mergedFields = ['script', 'trigger', 'strategy'] as const

/** What is submitted, over what there is: fields that are absent or null stay as they are. */
function merge(before: JsonObject, submitted: JsonObject): JsonObject {
  const given = pickFields(submitted, Object.keys(submitted))
  const merged = mergedFields.flatMap((field) => {
    const object = readObject(given, field)
    return object === undefined ? [] : [[field, { ...readObject(before, field), ...object }] as const]
  })
  return { ...before, ...given, ...Object.fromEntries(merged) }
}

/** Updates the workflow itself, field by field; its nodes and their dependencies stay. */
function updateWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const { workflow } = findWorkflow([project], parameters.requiredText('Id'))
  const document = readSpecDocument(parameters.requiredText('Spec'))
  if (document.kind !== workflow.kind) throw kindOfAnotherOperation()
  const merged = { ...document, owner: workflow.owner, workflow: merge(workflow.body, document.workflow) }
  const updated = planImport({ service, project, document: merged, workflowId: workflow.id, inner: 'ignore' })
  project.put({ ...updated, nodes: workflow.nodes, edges: workflow.edges })
  return { Success: true }
}

/** Deletes a workflow with its nodes. Nothing is ever published here, so nothing stands in the way. */
function deleteWorkflowDefinition(call: Call): JsonObject {
  const project = findNewProject(call)
  project.remove(findWorkflow([project], call.parameters.requiredText('Id')).workflow.id)
  return { Success: true }
}

/** `Spec` is indented with tabs; scripts of inner nodes are in it only on request. */
function getWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const includeContent = parameters.boolean('IncludeScriptContent')
  const { project, workflow } = findWorkflow(findNewProjects(call), parameters.requiredText('Id'))
  return {
    WorkflowDefinition: {
      ...identityItem(service, project, workflow),
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
