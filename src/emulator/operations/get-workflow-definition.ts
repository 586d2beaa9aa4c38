import type { JsonObject } from '../json/json-object.ts'
import { writeJsonText } from '../json/write-json-text.ts'
import { workflowDocument } from '../read-back/workflow-document.ts'
import type { Call } from './call.ts'
import { findNewProjects } from './find-project.ts'
import { findWorkflow } from './find-workflow.ts'

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
