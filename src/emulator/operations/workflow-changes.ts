import { pathOf, withName, withPath, withPathAbove } from '../import/entity-paths.ts'
import { mergeUpdate } from '../import/merge-update.ts'
import { planImport } from '../import/plan-import.ts'
import { readSpecDocument } from '../spec/spec-document.ts'
import type { Project, WorkflowRecord } from '../state/project.ts'
import { duplicateName, kindOfAnotherOperation, nameNotAllowed } from '../wire/error-catalogue.ts'
import type { JsonObject } from '../wire/json.ts'
import { type Call, dataStudio, type OperationTable } from './call.ts'
import { findNewProject, findWorkflow, requireOffline } from './lookup.ts'

/** The operations that change workflows. */
export const workflowChanges: OperationTable = {
  UpdateWorkflowDefinition: dataStudio('POST', updateWorkflowDefinition),
  DeleteWorkflowDefinition: dataStudio('POST', deleteWorkflowDefinition),
  RenameWorkflowDefinition: dataStudio('POST', renameWorkflowDefinition),
  MoveWorkflowDefinition: dataStudio('POST', moveWorkflowDefinition),
}

function findOwnWorkflow(call: Call): { readonly project: Project; readonly workflow: WorkflowRecord } {
  return findWorkflow([findNewProject(call)], call.parameters.requiredText('Id'))
}

/** Updates the workflow itself, field by field; its nodes and their dependencies stay. */
function updateWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const { project, workflow } = findOwnWorkflow(call)
  const document = readSpecDocument(parameters.requiredText('Spec'))
  if (document.kind !== workflow.kind) throw kindOfAnotherOperation()
  const merged = { ...document, owner: workflow.owner, workflow: mergeUpdate(workflow.body, document.workflow) }
  const updated = planImport({ service, project, document: merged, workflowId: workflow.id, inner: 'ignore' })
  project.put({ ...updated, nodes: workflow.nodes, edges: workflow.edges })
  return { Success: true }
}

/** Deletes a workflow with its nodes, unless it is released. */
function deleteWorkflowDefinition(call: Call): JsonObject {
  const { project, workflow } = findOwnWorkflow(call)
  requireOffline(project, workflow.id)
  project.remove(workflow.id)
  return { Success: true }
}

/** Keeps a workflow with another body, and its nodes below its path. */
function rewrite(call: Call, found: ReturnType<typeof findOwnWorkflow>, body: JsonObject, name: string): JsonObject {
  const { project, workflow } = found
  const moved = { ...workflow, name, body, modifyTime: call.service.now() }
  const nodes = workflow.nodes.map((node) => ({
    ...node,
    body: withPathAbove(node.body, pathOf(workflow.body), pathOf(moved.body)),
  }))
  project.put({ ...moved, nodes })
  return { Success: true }
}

/** The outputs stay what they are, for other workflows wait for them. */
function renameWorkflowDefinition(call: Call): JsonObject {
  const found = findOwnWorkflow(call)
  const name = call.parameters.requiredText('Name')
  if (name.includes('/')) throw nameNotAllowed(name)
  for (const other of found.project.workflows.values()) {
    if (other.name === name && other.id !== found.workflow.id) throw duplicateName('Workflow', name, 'Name')
  }
  return rewrite(call, found, withName(found.workflow.body, name), name)
}

function moveWorkflowDefinition(call: Call): JsonObject {
  const found = findOwnWorkflow(call)
  const folder = call.parameters.requiredText('Path')
  return rewrite(call, found, withPath(found.workflow.body, folder), found.workflow.name)
}
