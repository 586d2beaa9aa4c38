import { entityDocument } from '../import/plan-entity.ts'
import { looseNodeDocument, nodeDocument, workflowDocument } from '../read-back/workflow-document.ts'
import { outputStringsOf } from '../spec/node-outputs.ts'
import type { EntityRecord } from '../state/entity.ts'
import type { NodeRecord, Project, WorkflowRecord } from '../state/project.ts'
import type { Release, ReleasedType } from '../state/releases.ts'
import { unpublishable } from '../wire/error-catalogue.ts'
import { type JsonObject, readObject, writeJsonText } from '../wire/json.ts'

/** Something that is to be released, with its document. */
export interface Releasable extends Pick<Release, 'id' | 'name' | 'owner' | 'type' | 'outputs' | 'body' | 'depends'> {
  readonly workflowId: string | undefined
  readonly document: JsonObject
}

function releasable(
  record: WorkflowRecord | NodeRecord | EntityRecord,
  type: ReleasedType,
  document: JsonObject,
  depends: readonly JsonObject[] = [],
): Releasable {
  const { id, name, owner, body } = record
  const workflowId = 'workflowId' in record ? record.workflowId : undefined
  const outputs = outputStringsOf(readObject(body, 'outputs'))
  return { id, name, owner, type, body, document, depends, workflowId, outputs }
}

function workflowParts(project: Project, workflow: WorkflowRecord): readonly Releasable[] {
  const depends = new Map(workflow.edges.map((edge) => [edge.nodeId, edge.depends]))
  const own = releasable(
    workflow,
    'WorkflowDefinition',
    workflowDocument(project, workflow, true),
    depends.get(workflow.id),
  )
  const nodes = workflow.nodes.map((node) =>
    releasable(node, 'Node', nodeDocument(project, workflow, node), depends.get(node.id)),
  )
  return [own, ...nodes]
}

/**
 * What the release of an object consists of: a workflow with its nodes, or something by itself.
 *
 * @throws ServiceError when the id is not one of these: a node in a workflow is released with that only
 */
export function releasableParts(project: Project, id: string): readonly Releasable[] {
  const workflow = project.workflows.get(id)
  if (workflow !== undefined) return workflowParts(project, workflow)
  const loose = project.looseNodes.get(id)
  if (loose !== undefined) {
    const { node, kind, depends } = loose
    return [releasable(node, 'Node', looseNodeDocument({ project, node, kind, depends }), depends)]
  }
  for (const kind of ['Resource', 'Function'] as const) {
    const entity = project.entities(kind).get(id)
    if (entity !== undefined) return [releasable(entity, kind, entityDocument(project, kind, entity))]
  }
  throw unpublishable(id)
}

/** The text of a document, as answers carry it. */
export function specText({ document }: Releasable): string {
  return writeJsonText(document, '\t')
}
