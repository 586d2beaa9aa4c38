import { checkNode, commandOf } from '../spec/checks.ts'
import { readDependencies } from '../spec/dependencies.ts'
import type { EntityDocument } from '../spec/spec-document.ts'
import type { NodeRecord, Project, WorkflowKind, WorkflowRecord } from '../state/project.ts'
import type { Service } from '../state/service.ts'
import { commandChanged } from '../wire/error-catalogue.ts'
import { type JsonObject, readField, readObject, readPlainText } from '../wire/json.ts'
import type { ImportContext } from './context.ts'
import { resolveEdges, Upstreams } from './edges.ts'
import { fillNode } from './fill-node.ts'
import { requireOwnName } from './node-names.ts'

/** Where a node is. */
export interface NodePlace {
  /** Undefined for a node outside of workflows. */
  readonly workflow: WorkflowRecord | undefined
  /** The loop or the like that it stands in, beside being in a workflow. */
  readonly container: NodeRecord | undefined
  readonly kind: WorkflowKind
}

/** A node that is to be written. */
export interface NodeOrder {
  readonly service: Service
  readonly project: Project
  readonly place: NodePlace
  readonly document: EntityDocument
  readonly id: string
  readonly before: NodeRecord | undefined
  /** Whether its edges are to be lost, because a fault says so. */
  readonly losesEdges: boolean
}

/** A node, and what it depends on; undefined when the document does not say. */
export interface PlannedNode {
  readonly node: NodeRecord
  readonly depends: readonly JsonObject[] | undefined
}

/** The path of what a node stands in: the workflow, and in it the loop. */
function folderOf({ workflow, container }: NodePlace): string | undefined {
  return readPlainText(readObject((container ?? workflow)?.body, 'script'), 'path')
}

/** A node with its path: in a container, the one that a document gives counts for nothing. */
function atPlace(node: JsonObject, { place, before }: NodeOrder): JsonObject {
  const script = readObject(before?.body, 'script')
  const folder = parentOf(readPlainText(script, 'path')) ?? folderOf(place)
  if (place.workflow === undefined || folder === undefined) return node
  const path = `${folder}/${readPlainText(node, 'name') ?? ''}`
  return { ...node, script: { ...readObject(node, 'script'), path } }
}

function parentOf(path: string | undefined): string | undefined {
  return path?.includes('/') ? path.slice(0, path.lastIndexOf('/')) : undefined
}

function hasDependencies(body: JsonObject): boolean {
  return readField(body, 'dependencies') !== undefined || readField(body, 'flow') !== undefined
}

/**
 * What a node depends on. An entry counts when its `nodeId` is the `id` that the document gives to the node: a node
 * without one loses all its edges without an error, and so it was seen in the service.
 */
function planEdges(order: NodeOrder): readonly JsonObject[] | undefined {
  const { project, document, id, before } = order
  const given = readDependencies(document.body, '$.spec')
  if (before !== undefined && !hasDependencies(document.body)) return undefined
  if (order.losesEdges) return []
  const called = readPlainText(document.entity, 'id')
  const own = [...(called === undefined ? [] : [called]), ...(before === undefined ? [] : [id])]
  const edges = resolveEdges(given, new Map(own.map((one) => [one, id])), new Upstreams(project))
  return edges.flatMap(({ depends }) => depends)
}

/**
 * The node that an order leads to. Nothing is written yet.
 *
 * @throws ServiceError when the document is at fault
 */
export function planNode(order: NodeOrder): PlannedNode {
  const { service, project, place, document, id, before } = order
  const { entity, path } = document
  const name = checkNode(entity, path, place.workflow === undefined)
  const command = commandOf(entity)
  if (before !== undefined && commandOf(before.body) !== command) {
    throw commandChanged(commandOf(before.body), command, `${path}.script.runtime.command`)
  }
  const context: ImportContext = {
    service,
    project,
    kind: place.kind,
    workflowId: place.workflow?.id,
    workflowPath: folderOf(place) ?? '',
    owner: document.owner ?? service.settings.owner,
    now: service.now(),
  }
  requireOwnName(context, name, id, `${path}.name`)
  const container = place.container === undefined ? undefined : { type: 'Node', uuid: place.container.id }
  const node = fillNode(context, atPlace(entity, order), { id, before, container })
  return { node, depends: planEdges(order) }
}
