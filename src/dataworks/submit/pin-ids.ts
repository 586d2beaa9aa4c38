import { indexSpec } from '../../document/index-spec.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { readText } from '../../document/read-text.ts'
import type { EntityName } from '../../model/generated/entity-name.ts'
import type { FlowDocument } from '../../model/generated/types.ts'
import { type KnownIds, type PinPlan, planPins } from './pin-plan.ts'
import { rewriteEntities } from './rewrite-entities.ts'

/** A document whose workflow and nodes have ids of the service's kind. */
export interface PinnedDocument {
  readonly document: ReadDocument
  readonly workflowId: string
  /** The ids of the nodes by name. */
  readonly nodeIds: ReadonlyMap<string, string>
}

type Fields = Readonly<Record<string, unknown>>

/** The field with its new value, when it holds text that has one. */
function replaced(value: Fields, field: string, values: ReadonlyMap<string, string>): Fields {
  const found = values.get(readText(value, field) ?? '')
  return found === undefined ? {} : { [field]: found }
}

/** Values of variables handed on from other nodes read `<node id>:<variable>`. */
function pinnedValue(variable: Fields, keys: ReadonlyMap<string, string>): Fields {
  const type = readText(variable, 'type')
  const value = readText(variable, 'value') ?? ''
  const end = value.indexOf(':')
  const id = end < 0 ? undefined : keys.get(value.slice(0, end))
  if (id === undefined || (type !== 'NodeOutput' && type !== 'PassThrough')) return {}
  return { value: `${id}${value.slice(end)}` }
}

/** The id an entity gets: a workflow and a node the planned one, the body that of its workflow where it has one. */
function pinnedId(plan: PinPlan, entity: EntityName, value: Fields): Fields {
  if (entity === 'Spec') return readText(value, 'id') === undefined ? {} : { id: plan.workflowId }
  const id = plan.entityIds.get(value)
  return id === undefined ? {} : { id }
}

function pinnedFields(plan: PinPlan, entity: EntityName, value: Fields): Fields {
  switch (entity) {
    case 'Spec':
    case 'Workflow':
    case 'Node':
      return pinnedId(plan, entity, value)
    case 'Dependency':
      return replaced(value, 'nodeId', plan.keys)
    case 'Depend':
      return { ...replaced(value, 'nodeId', plan.keys), ...replaced(value, 'output', plan.outputs) }
    case 'NodeOutput':
      return { ...replaced(value, 'nodeId', plan.keys), ...replaced(value, 'data', plan.outputs) }
    case 'Variable':
      return pinnedValue(value, plan.keys)
    default:
      return {}
  }
}

/**
 * Gives the first workflow of a document and its nodes the ids that the service knows them by: those it already has for
 * their names, else those the document has where they are of the service's kind, else 19-digit ids derived from
 * workspace, workflow and node. Outputs and dependencies that were made of the old ids follow; outputs of a user's own
 * and those of other workflows stay as they are.
 *
 * The document itself is not changed.
 *
 * @example
 * ```ts
 * import { virtual, workflow } from 'flowspec'
 * import { pinIds } from 'flowspec/dataworks'
 *
 * const document = workflow('orders').cron('00 02 00 * * ?').nodes(virtual('start')).build()
 * const { workflowId, nodeIds } = pinIds(document, { projectId: '10000' })
 * ```
 */
export function pinIds(document: FlowDocument | ReadDocument, known: KnownIds): PinnedDocument {
  const index = indexSpec(document)
  const flow = index.flows.find((entry) => entry.entity.name === 'Workflow')
  if (flow === undefined) throw new TypeError('pinIds: the document has no workflow')
  const plan = planPins(flow, known)
  return {
    document: rewriteEntities({ ...document }, (entity, value) => pinnedFields(plan, entity, value)),
    workflowId: plan.workflowId,
    nodeIds: plan.nodeIds,
  }
}
