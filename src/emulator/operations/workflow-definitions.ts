import { pickFields } from '../import/fill-fields.ts'
import { planImport } from '../import/plan-import.ts'
import { workflowItem } from '../read-back/list-item.ts'
import { workflowDocument } from '../read-back/workflow-document.ts'
import { readSpecDocument } from '../spec/spec-document.ts'
import { kindOfAnotherOperation } from '../wire/error-catalogue.ts'
import { type JsonObject, readObject, writeJsonText } from '../wire/json.ts'
import { type Call, isFuzzyMatch, readPage } from './call.ts'
import { findNewProject, findNewProjects, findWorkflow } from './lookup.ts'

/** CreateWorkflowDefinition: the first workflow of the document, always as a new one, without its nodes. */
export function createWorkflowDefinition(call: Call): JsonObject {
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

/** UpdateWorkflowDefinition: the workflow itself, field by field; its nodes and their dependencies stay. */
export function updateWorkflowDefinition(call: Call): JsonObject {
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

/** DeleteWorkflowDefinition: with its nodes. Nothing is ever published here, so nothing stands in the way. */
export function deleteWorkflowDefinition(call: Call): JsonObject {
  const project = findNewProject(call)
  project.remove(findWorkflow([project], call.parameters.requiredText('Id')).workflow.id)
  return { Success: true }
}

/** GetWorkflowDefinition. `Spec` is indented with tabs; scripts of inner nodes are in it only on request. */
export function getWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const includeContent = parameters.boolean('IncludeScriptContent')
  const { project, workflow } = findWorkflow(findNewProjects(call), parameters.requiredText('Id'))
  return {
    WorkflowDefinition: {
      CreateTime: workflow.createTime,
      Id: service.presentId(workflow.id),
      ModifyTime: workflow.modifyTime,
      Name: workflow.name,
      Owner: workflow.owner,
      ProjectId: BigInt(project.settings.id),
      Spec: writeJsonText(workflowDocument(project, workflow, includeContent), '\t'),
    },
  }
}

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
