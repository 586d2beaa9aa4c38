import { duplicateName, idOfSomethingElse } from '../errors/error-catalogue.ts'
import { readObject, readPlainText } from '../json/json-object.ts'
import { checkWorkflow } from '../spec/check-workflow.ts'
import { readDependencies } from '../spec/read-dependencies.ts'
import { type SpecDocument, workflowPath } from '../spec/spec-document.ts'
import type { Project } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { compareIds } from '../state/service-id.ts'
import type { WorkflowRecord } from '../state/workflow-record.ts'
import { fillWorkflow } from './fill-workflow.ts'
import type { ImportContext } from './import-context.ts'
import { planNodes } from './plan-nodes.ts'
import { resolveEdges } from './resolve-edges.ts'
import { Upstreams } from './upstreams.ts'

/** What is to be written where. */
export interface ImportOrder {
  readonly service: Service
  readonly project: Project
  readonly document: SpecDocument
  readonly workflowId: string
  /** Creating a workflow ignores its nodes and dependencies; importing it takes them. */
  readonly inner: 'take' | 'ignore' | 'lose-edges'
}

function contextOf({ service, project, document, workflowId }: ImportOrder): ImportContext {
  return {
    service,
    project,
    kind: document.kind,
    workflowId,
    workflowPath: readPlainText(readObject(document.workflow, 'script'), 'path') ?? '',
    owner: readPlainText(document.workflow, 'owner') ?? document.owner ?? service.settings.owner,
    now: service.now(),
  }
}

function checkIdentity({ service, project, workflowId }: ImportOrder, name: string): void {
  if (!project.workflows.has(workflowId) && service.isInUse(workflowId)) {
    throw idOfSomethingElse(workflowId, `${workflowPath}.id`)
  }
  for (const other of project.workflows.values()) {
    if (other.name === name && other.id !== workflowId) throw duplicateName('Workflow', name, `${workflowPath}.name`)
  }
}

/**
 * The workflow that an order leads to. Nothing is written yet, so a dry run ends here.
 *
 * @throws ServiceError when the document is at fault
 */
export function planImport(order: ImportOrder): WorkflowRecord {
  const { project, document, workflowId } = order
  checkIdentity(order, checkWorkflow(document))
  const context = contextOf(order)
  const bare = fillWorkflow(context, document.workflow, project.workflows.get(workflowId))
  if (order.inner === 'ignore') return { ...bare, nodes: [], edges: [] }
  const dependencies = readDependencies(document.workflow)
  const planned = planNodes(context, document.workflow)
  const upstreams = new Upstreams(project, workflowId)
  const ownIds = new Map([[workflowId, workflowId]])
  upstreams.add(workflowId, workflowId, bare.body)
  for (const { reference, record } of planned) {
    if (reference !== undefined) ownIds.set(reference, record.id)
    upstreams.add(reference ?? record.id, record.id, record.body)
  }
  const nodes = planned.map(({ record }) => record).toSorted((a, b) => compareIds(a.id, b.id))
  const edges = order.inner === 'lose-edges' ? [] : resolveEdges(dependencies, ownIds, upstreams)
  return { ...bare, nodes, edges }
}
