import { joinPointer } from '../../diagnostics/json-pointer.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { shallowErrors } from '../../language/validate.ts'
import { isHolder, isRecord, itemsOf, readText } from '../json/records.ts'
import { type ComparedField, comparedFields, isPassedOver, type View } from './compared-fields.ts'
import { covers } from './covers.ts'
import {
  type ItemKey,
  itemsByKey,
  type ListItem,
  nameIn,
  namelessOutput,
  nameOrIdIn,
  outputKey,
  ownOutput,
} from './list-items.ts'

/** A field that does not say what was expected. */
export interface FieldChange {
  /** JSON Pointer from the node or workflow to the field. */
  readonly path: string
  readonly expected: unknown
  /** Undefined when the field is absent. */
  readonly actual: unknown
  /**
   * What the item of a list is called that this is, or stands in: the name of a parameter, for instance. A place in a list
   * says little: another item may stand there in the other one. Undefined outside of lists, and in those without names.
   */
  readonly item?: string
}

type Fields = Readonly<Record<string, unknown>>

interface Task {
  readonly entity: EntityName
  /** The one it stands in, and the field of that. */
  readonly holder: Task | undefined
  readonly field: string
  readonly path: string
  /** The path with the names of items in place of their numbers: the same from both sides. */
  readonly key: string
  readonly item: string | undefined
  readonly expected: Fields
  readonly actual: Fields
}

/** What was found so far: entities that need a closer look, and changes. */
interface Findings {
  readonly tasks: Task[]
  /** By what is the same from both sides. */
  readonly changes: Map<string, FieldChange>
  readonly view: View
}

/** What differs, and where it stands. */
interface Difference extends Pick<Task, 'field' | 'item' | 'key' | 'path'> {
  readonly expected: unknown
  readonly actual: unknown
}

/** Entities that hold named lists; what only one side has of them is told field by field and item by item. */
const holdersOfNames: ReadonlySet<EntityName> = new Set(['Artifacts', 'ParamHub', 'Script'])

const nothing: Fields = {}

function addChange({ changes }: Findings, { path, key, item, expected, actual }: Omit<Difference, 'field'>): void {
  changes.set(key, { path, expected, actual, ...(item === undefined ? {} : { item }) })
}

/**
 * Whether an entity says nothing that a service could keep: what it does not know, what stands where something else belongs, and
 * nodes inside, which are compared one by one.
 */
function saysNothing(first: SaidEntity): boolean {
  const pending: SaidEntity[] = [first]
  for (const { entity, within, expected } of pending) {
    for (const said of comparedFields(entity, within, expected, 'kept').values()) {
      const { field, value } = said
      if (isPassedOver(entity, within, said, 'kept') || isDropped(entity, field, value)) continue
      const child = entityTable[entity].children[field]
      if (child === undefined || itemsOf(value).some(isRecord)) return false
      if (isRecord(value) && !child.many) pending.push({ entity: child.entity, within: entity, expected: value })
    }
  }
  return true
}

/** An entity as a document says it, in another one. */
interface SaidEntity extends Pick<Task, 'entity' | 'expected'> {
  readonly within: EntityName
}

/**
 * Notes that an entity differs: it is looked into field by field, or is a change as a whole. What is no entity where one
 * belongs, the service drops as it does fields that it does not know, and has what it fills in in its place.
 */
function addEntity(findings: Findings, entity: EntityName, holder: Task, difference: Difference): void {
  const { expected, actual } = difference
  const { view } = findings
  if (view === 'kept') {
    if (!isRecord(expected)) return
    if (actual === undefined && saysNothing({ entity, within: holder.entity, expected })) return
  }
  const isTakenApart = view === 'added' || holdersOfNames.has(entity)
  const isMissing = actual === undefined || (view === 'added' && !isRecord(actual))
  const other = isMissing && isTakenApart ? nothing : actual
  if (isRecord(expected) && isRecord(other)) {
    findings.tasks.push({ ...difference, entity, holder, expected, actual: other })
  } else addChange(findings, difference)
}

/** Whether a list holds what its node or workflow offers, or the inputs that are other nodes' outputs. */
function isOutputs(entity: EntityName, holder: Task): boolean {
  return entity === 'NodeOutput' && holder.entity === 'Artifacts'
}

/** An output that only one side has is told by its string; one that stands for its node is not told. */
function addOutput(findings: Findings, { path }: Difference, key: string, data: string, owner: Fields): void {
  if (data === ownOutput) return
  // The service adds `<workspace>.<name>`.
  if (findings.view === 'added' && data.endsWith(`.${readText(owner, 'name') ?? ''}`)) return
  addChange(findings, { path, key, item: data, expected: data, actual: undefined })
}

/** An item that both sides have, or one without a name. */
function compareItem(findings: Findings, entity: EntityName, holder: Task, difference: Difference): void {
  const { item, expected } = difference
  const isOutput = isOutputs(entity, holder) && item !== undefined
  // That the service has an output is what counts; how it is described is not what was sent or not.
  if (isOutput && findings.view === 'said') return
  const name = isOutput ? readText(expected, 'data') : item
  addEntity(findings, entity, holder, { ...difference, item: name })
}

/** How the items of a list are told apart on both sides. */
function keysOf(entity: EntityName, holder: Task, view: View): readonly [expected: ItemKey, actual: ItemKey] {
  if (isOutputs(entity, holder)) return [outputKey(holder.holder?.expected), outputKey(holder.holder?.actual)]
  const key = view === 'either' ? nameOrIdIn : nameIn
  return [key, key]
}

/** Compares the entities of a list by their names; one that only one side has is told as a whole, with its name. */
function compareItems(findings: Findings, entity: EntityName, holder: Task, list: Difference): void {
  const [keyOf, otherKeyOf] = keysOf(entity, holder, findings.view)
  const others = itemsByKey(list.actual, otherKeyOf)
  for (const [key, { at, value, name }] of itemsByKey(list.expected, keyOf)) {
    const other: ListItem | undefined = others.get(key)
    if (covers(value, other?.value)) continue
    const place = { field: list.field, path: joinPointer(list.path, at), key: joinPointer(list.key, key), item: name }
    const difference = { ...place, expected: value, actual: other?.value }
    if (other !== undefined || name === undefined || name === namelessOutput)
      compareItem(findings, entity, holder, difference)
    else if (isOutputs(entity, holder)) addOutput(findings, list, place.key, name, holder.holder?.expected ?? nothing)
    else addChange(findings, difference)
  }
}

/** Whether a field holds the inputs of a node or workflow, which are told as edges. */
function holdsEdges({ holder, field: within }: Task, field: string): boolean {
  if (within !== 'inputs' || field !== 'nodeOutputs') return false
  return holder?.entity === 'Node' || holder?.entity === 'Workflow'
}

/** What of inputs is no edge, because it names nothing. */
function withoutEdges(inputs: unknown): unknown {
  if (!Array.isArray(inputs)) return inputs
  return inputs.filter(
    (item) => typeof item !== 'string' && (readText(item, 'data') ?? readText(item, 'nodeId')) === undefined,
  )
}

/** Whether a field is told in another way: the string of an output that both sides have is what it is known by. */
function isKnownBy({ entity, holder, expected, actual }: Task, field: string): boolean {
  const isOutput = holder !== undefined && isOutputs(entity, holder) && field === 'data'
  return isOutput && typeof expected[field] === 'string' && typeof actual[field] === 'string'
}

/** Inputs that are no edges, of two documents of which neither is of the service. */
function compareInputs(findings: Findings, list: Difference): void {
  const [expected, actual] = [withoutEdges(list.expected), withoutEdges(list.actual)]
  if (findings.view === 'either' && !covers(expected, actual)) addChange(findings, { ...list, expected, actual })
}

/**
 * Whether a document says a list or an object where neither belongs, such as a list for a text: the service drops it, and has
 * what it fills in in its place.
 */
function isDropped(entity: EntityName, field: string, value: unknown): boolean {
  if (!isHolder(value) || entityTable[entity].children[field] !== undefined) return false
  return shallowErrors({ ...entityTable[entity], required: [] }, { [field]: value }).length > 0
}

function compareField(findings: Findings, task: Task, said: ComparedField, held: unknown): void {
  const { field, spelling, value: expected } = said
  const { entity } = task
  const { view } = findings
  if (covers(expected, held) || isKnownBy(task, field) || (view === 'kept' && isDropped(entity, field, expected)))
    return
  const actual = view === 'added' && isDropped(entity, field, held) ? undefined : held
  if ((view === 'added' || actual === undefined) && isPassedOver(entity, task.holder?.entity, said, view)) return
  const place = { field, path: joinPointer(task.path, spelling), key: joinPointer(task.key, field), item: task.item }
  const difference = { ...place, expected, actual }
  const child = entityTable[entity].children[field]
  if (holdsEdges(task, field)) compareInputs(findings, difference)
  else if (child === undefined) addChange(findings, difference)
  else if (child.many && Array.isArray(expected)) compareItems(findings, child.entity, task, difference)
  // One entity is no list of them.
  else if (child.many && view === 'kept') return
  else addEntity(findings, child.entity, task, difference)
}

/**
 * Compares what one entity says with what another says in its place. Only what the first one says counts: the service
 * fills in a lot on its own, such as ids, metadata and defaults.
 */
export function diffEntity(
  entity: EntityName,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): readonly FieldChange[] {
  return inOrder(differences(entity, expected, actual, 'said'))
}

/** How two entities differ, whichever of them says it: of an item of a list that only one has, its name is in `item`. */
export function diffBothWays(
  entity: EntityName,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): readonly FieldChange[] {
  return joined(differences(entity, expected, actual, 'either'), differences(entity, actual, expected, 'either'))
}

/**
 * How an entity of a document differs from what the service has in its place, both ways: what the document says and the
 * service does not have, and what the service has beyond it and did not fill in by itself.
 *
 * @param expected - as the document says it
 * @param actual - as the service says it
 */
export function diffDeployed(
  entity: EntityName,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
): readonly FieldChange[] {
  return joined(differences(entity, expected, actual, 'kept'), differences(entity, actual, expected, 'added'))
}

type Changes = ReadonlyMap<string, FieldChange>

/** The changes of both ways, each once; those of the other way are turned round. */
function joined(changes: Changes, others: Changes): readonly FieldChange[] {
  const all = new Map(changes)
  for (const [key, change] of others) {
    if (!all.has(key)) all.set(key, { ...change, expected: change.actual, actual: change.expected })
  }
  return inOrder(all)
}

function inOrder(changes: Changes): readonly FieldChange[] {
  return [...changes.values()].sort(byPath)
}

function byPath(left: FieldChange, right: FieldChange): number {
  // Of two things in one place, what is gone is told before what came for it.
  if (left.path === right.path) return Number(left.expected !== undefined) - Number(right.expected !== undefined)
  return left.path < right.path ? -1 : 1
}

function differences(entity: EntityName, expected: Fields, actual: Fields, view: View): Changes {
  const findings: Findings = {
    tasks: [{ entity, holder: undefined, field: '', path: '', key: '', item: undefined, expected, actual }],
    changes: new Map(),
    view,
  }
  for (let task = findings.tasks.pop(); task !== undefined; task = findings.tasks.pop()) {
    const within = task.holder?.entity
    const others = comparedFields(task.entity, within, task.actual, view)
    for (const said of comparedFields(task.entity, within, task.expected, view).values()) {
      compareField(findings, task, said, others.get(said.field)?.value)
    }
  }
  return findings.changes
}
