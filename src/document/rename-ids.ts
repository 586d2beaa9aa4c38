import type { EntityName } from '../language/generated/entity-name.ts'
import { bodyEntities } from '../language/structures.ts'
import type { ChildField } from './index/entity-codes.ts'
import { isRecord, readText } from './json/records.ts'
import { parseReference } from './references.ts'
import { entityRewriter } from './rewrite-entities.ts'

type Fields = Readonly<Record<string, unknown>>

/** What is called otherwise than before. */
export interface NewIds {
  /** New ids of nodes by what the document calls them: their ids, or their names. */
  readonly nodes: ReadonlyMap<string, string>
  /** New output strings by the old ones. */
  readonly outputs?: ReadonlyMap<string, string>
}

/** The entities that name nodes or their outputs. */
export const namingEntities: readonly EntityName[] = [
  'BranchArm',
  'Depend',
  'Dependency',
  'JoinArm',
  'Node',
  'NodeOutput',
  'Variable',
  'VariableDepend',
]

const noOutputs: ReadonlyMap<string, string> = new Map()

/** The fields that hold text which has a new one. */
function replaced(value: Fields, texts: Readonly<Record<string, ReadonlyMap<string, string>>>): Fields | undefined {
  let fields: Record<string, string> | undefined
  for (const [field, byOld] of Object.entries(texts)) {
    const old = readText(value, field)
    const text = old === undefined ? undefined : byOld.get(parseReference(old) ?? old)
    if (text === undefined || text === old) continue
    fields ??= {}
    fields[field] = text
  }
  return fields
}

/** Values of variables handed on from other nodes read `<node id>:<variable>`. */
function renamedValue(variable: Fields, nodes: ReadonlyMap<string, string>): Fields | undefined {
  const type = readText(variable, 'type')
  if (type !== 'NodeOutput' && type !== 'PassThrough') return undefined
  const value = readText(variable, 'value') ?? ''
  const end = value.indexOf(':')
  const id = end < 0 ? undefined : nodes.get(value.slice(0, end))
  return id === undefined ? undefined : { value: `${id}${value.slice(end)}` }
}

/** The loop that a node beside it says it is inside of. */
function renamedContainer({ metadata }: Fields, nodes: ReadonlyMap<string, string>): Fields | undefined {
  const container: unknown = isRecord(metadata) ? metadata['container'] : undefined
  if (!isRecord(metadata) || !isRecord(container) || container['type'] !== 'Node') return undefined
  const change = replaced(container, { uuid: nodes })
  return change === undefined ? undefined : { metadata: { ...metadata, container: { ...container, ...change } } }
}

/** The fields of an entity that name a node or an output by an old id, with the new one; undefined when none does. */
export function renamedFields(entity: EntityName, value: Fields, ids: NewIds): Fields | undefined {
  const { nodes, outputs = noOutputs } = ids
  if (entity === 'Node') return renamedContainer(value, nodes)
  if (entity === 'Variable') return renamedValue(value, nodes)
  return replaced(value, { nodeId: nodes, [entity === 'NodeOutput' ? 'data' : 'output']: outputs })
}

/** The nodes inside of a node are a flow of their own, and know one another only. */
function isInner(entity: EntityName, child: ChildField): boolean {
  return bodyEntities.includes(entity) && (child.entity === 'Node' || child.entity === 'Dependency')
}

/** An entity of a flow with new ids. */
export type IdRenamer = <Entity extends object>(name: EntityName, entity: Entity) => Entity

/**
 * Makes what puts new ids into all that names a node of its flow: dependencies, inputs, variables, arms of joins, and
 * the loop that a node beside it says it is inside of. What does not change is shared with the entity, which stays as it
 * is, and so are the nodes inside of a node.
 */
export function idRenamer(ids: NewIds): IdRenamer {
  const rewrite = entityRewriter({
    names: new Set(namingEntities),
    isClosed: isInner,
    change: (name, value) => renamedFields(name, value, ids),
  })
  return (name, entity) => {
    const renamed = isRecord(entity) ? rewrite(name, entity) : entity
    return renamed === entity ? entity : { ...entity, ...renamed }
  }
}
