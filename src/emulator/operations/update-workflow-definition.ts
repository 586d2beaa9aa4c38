import { kindOfAnotherOperation } from '../errors/error-catalogue.ts'
import { pickFields } from '../import/pick-fields.ts'
import { planImport } from '../import/plan-import.ts'
import { type JsonObject, readObject } from '../json/json-object.ts'
import { readSpecDocument } from '../spec/read-spec-document.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'
import { findWorkflow } from './find-workflow.ts'

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
