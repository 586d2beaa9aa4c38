import { object, type SettingKindsOf, text } from '../../diagnostics/arguments.ts'
import { FlowSpecError } from '../../diagnostics/flow-spec-error.ts'
import type { Entity } from '../../document/index/entity.ts'
import { indexSpec } from '../../document/index/index-spec.ts'
import type { SpecIndex } from '../../document/index/spec-index.ts'
import { deepFreeze, ownDocument } from '../../document/json/json-copy.ts'
import { isRecord, readText } from '../../document/json/records.ts'
import type { ReadDocument } from '../../document/read-spec.ts'
import { reading } from '../../document/reading.ts'
import { idRenamer, namingEntities, renamedFields } from '../../document/rename-ids.ts'
import { entityRewriter } from '../../document/rewrite-entities.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import type { FlowDocument } from '../../language/generated/types.ts'
import { requireArgument, requireSettings } from '../client/given-arguments.ts'
import { pinnedCode } from './pin-code.ts'
import { type KnownIds, type PinPlan, planPins } from './pin-plan.ts'

/** A document whose workflow and nodes have ids of the service's kind. */
export interface PinnedDocument {
  readonly document: ReadDocument
  readonly workflowId: string
  /** The ids of the nodes by name. */
  readonly nodeIds: ReadonlyMap<string, string>
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Gives the first workflow of a document and its nodes the ids that the service knows them by: those it already has for
 * their names, else those the document has where they are of the service's kind, else 19-digit ids derived from
 * workspace, kind and name of the workflow, and node. Nodes inside of loops and of other nodes get theirs the same way.
 * Outputs, those of the branches of a branch node, dependencies, and the code of branches and joins that were made of
 * the old ids follow; outputs of a user's own and other workflows stay as they are.
 *
 * The document itself is not changed.
 *
 * @throws TypeError when the document has no workflow
 * @throws FlowSpecError when it cannot be read to its end, such as one that contains itself
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
  requireArgument('pinIds', 'document', document, object)
  requireSettings('pinIds', 'known', known, knownKinds)
  requireArgument('pinIds', 'known.projectId', known.projectId, text)
  // What stays as it is would be the caller's own in the result too.
  const own = reading('pinIds', document, () => ownDocument(document))
  const pinned = pinIndexed(
    reading('pinIds', own, () => indexSpec(own)),
    known,
  )
  // What JSON cannot hold is still the caller's, whose objects nobody freezes.
  return Object.isFrozen(own) ? { ...pinned, document: deepFreeze(pinned.document) } : pinned
}

/** The same as {@link pinIds} for a document that is indexed already. */
export function pinIndexed(index: SpecIndex, known: KnownIds): PinnedDocument {
  if (index.faults.length > 0) throw new FlowSpecError(index.faults)
  const flow = index.flows.find((entry) => entry.entity.name === 'Workflow')
  if (flow === undefined) throw new TypeError('pinIds: the document has no workflow')
  const plan = planPins(flow, index, known)
  const { name, value, position, parent } = flow.entity
  const rewrite = entityRewriter({ names: pinned, change: (entity, fields) => pinnedFields(plan, entity, fields) })
  const body = { ...parent?.value, ...pinnedEdges({ ...parent?.value }, flow.entity, plan) }
  const spec = specWith(body, rewrite(name, value), position, plan.workflowId)
  const document = { ...parent?.parent?.value, spec }
  return { document, workflowId: plan.workflowId, nodeIds: plan.nodeIds }
}

/** The planned id of a workflow or node. */
function pinnedId(value: Fields, ids: ReadonlyMap<object, string>): Fields | undefined {
  const id = ids.get(value)
  return id === undefined || id === value['id'] ? undefined : { id }
}

/** The entities that have ids and outputs, or name them. */
const pinned: ReadonlySet<EntityName> = new Set([...namingEntities, 'Script', 'Workflow'] as const)

function pinnedFields(plan: PinPlan, entity: EntityName, value: Fields): Fields | undefined {
  if (entity === 'Script') return pinnedCode(value, plan.outputs)
  if (entity === 'Workflow') return pinnedId(value, plan.entityIds)
  const named = renamedFields(entity, value, { nodes: plan.keys, outputs: plan.outputs })
  const id = entity === 'Node' ? pinnedId(value, plan.entityIds) : undefined
  return id === undefined ? named : { ...named, ...id }
}

/** What the workflow itself depends on, which stands in the body, where it is called by its id. */
function pinnedEdges(spec: Fields, workflow: Entity, plan: PinPlan): Fields {
  const key = readText(workflow.value, 'id') ?? readText(workflow.value, 'name') ?? ''
  const rename = idRenamer({ nodes: new Map([...plan.keys, [key, plan.workflowId]]), outputs: plan.outputs })
  const lists = ['flow', 'dependencies'].flatMap((field) => {
    const held = spec[field]
    if (!Array.isArray(held)) return []
    return [[field, held.map((entry: unknown) => (isRecord(entry) ? rename('Dependency', entry) : entry))] as const]
  })
  return Object.fromEntries(lists)
}

/** The body of the document with the new workflow; it has the id of the workflow, where it has one. */
function specWith(spec: Fields, workflow: Fields, position: number, id: string): Fields {
  const workflows: unknown = spec['workflows']
  const list = Array.isArray(workflows) ? workflows.with(position, workflow) : [workflow]
  return { ...spec, ...(spec['id'] === undefined ? {} : { id }), workflows: list }
}

const knownKinds: SettingKindsOf<KnownIds> = {
  projectId: text,
  workflowId: text,
  nodeIds: { takes: 'a Map of ids by name', holds: (value) => value instanceof Map },
}
