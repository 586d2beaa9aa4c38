import type { JsonObject } from '../json/json-object.ts'
import { writeJsonText } from '../json/write-json-text.ts'
import { nodeDocument } from '../read-back/workflow-document.ts'
import type { Call } from './call.ts'
import { findNewProjects } from './find-project.ts'
import { findNode } from './find-workflow.ts'

/** GetNode: the document of a node in a workflow is a document of that workflow. */
export function getNode(call: Call): JsonObject {
  const { service, parameters } = call
  const { project, workflow, node } = findNode(findNewProjects(call), parameters.requiredText('Id'))
  return {
    Node: {
      CreateTime: node.createTime,
      Id: service.presentId(node.id),
      ModifyTime: node.modifyTime,
      Name: node.name,
      Owner: node.owner,
      ProjectId: BigInt(project.settings.id),
      Spec: writeJsonText(nodeDocument(project, workflow, node), '\t'),
    },
  }
}
