import type { JsonObject } from '../json/json-object.ts'
import type { Call } from './call.ts'
import { findNewProject } from './find-project.ts'
import { findWorkflow } from './find-workflow.ts'

/** DeleteWorkflowDefinition: with its nodes. Nothing is ever published here, so nothing stands in the way. */
export function deleteWorkflowDefinition(call: Call): JsonObject {
  const project = findNewProject(call)
  project.remove(findWorkflow([project], call.parameters.requiredText('Id')).workflow.id)
  return { Success: true }
}
