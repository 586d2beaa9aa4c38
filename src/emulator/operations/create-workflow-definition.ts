import { planImport } from '../import/plan-import.ts'
import type { JsonObject } from '../json/json-object.ts'
import { readSpecDocument } from '../spec/read-spec-document.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'

/** CreateWorkflowDefinition: the first workflow of the document, always as a new one, without its nodes. */
export function createWorkflowDefinition(call: Call): JsonObject {
  const { service, parameters } = call
  const project = findNewProject(call)
  const document = readSpecDocument(parameters.requiredText('Spec'))
  const workflow = planImport({ service, project, document, workflowId: service.ids.next(), inner: 'ignore' })
  project.put(workflow)
  return { Id: service.presentId(workflow.id) }
}
