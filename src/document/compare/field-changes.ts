import { joinPointer } from '../../diagnostics/json-pointer.ts'
import type { EntityName } from '../../language/generated/entity-name.ts'
import { entityTable } from '../../language/generated/entity-table.ts'
import { bodyEntities } from '../../language/structures.ts'
import { isEmpty, isRecord, itemsOf, readText } from '../json/records.ts'
import { isFilledIn, isOfService } from './service-fields.ts'

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

interface Task {
  readonly entity: EntityName
  /** The entity it stands in. */
  readonly within: EntityName | undefined
  readonly path: string
  /** The path with the names of items in place of their numbers: the same from both sides. */
  readonly key: string
  readonly item: string | undefined
  readonly expected: Readonly<Record<string, unknown>>
  readonly actual: Readonly<Record<string, unknown>>
}

/** Fields that are compared in another way: nodes on their own, edges by names. */
const leftOut: Partial<Readonly<Record<EntityName, ReadonlySet<string>>>> = {
  Workflow: new Set(['nodes', 'dependencies']),
  Artifacts: new Set(['nodeOutputs']),
}

/** Fields of bodies inside of nodes, whose nodes are compared one by one as well. */
const ofBodies: ReadonlySet<string> = new Set(['nodes', 'while', 'dependencies', 'flow'])

function isLeftOut(entity: EntityName, field: string, view: View): boolean {
  if (leftOut[entity]?.has(field) === true) return true
  return view !== 'said' && ofBodies.has(field) && bodyEntities.includes(entity)
}

/** Entities that hold named lists; what only one side has of them is told field by field and item by item. */
const holdersOfNames: ReadonlySet<EntityName> = new Set(['Artifacts', 'ParamHub', 'Script'])

/** An entity of a list. */
interface ListItem {
  readonly at: number
  readonly value: unknown
  /** What it is called; undefined where it has no name. */
  readonly name: string | undefined
}

/** What an entity of a list is called: tables, datasets and dependencies have a name in another field. */
function nameIn(value: unknown): string | undefined {
  for (const field of ['name', 'guid', 'output', 'identifier']) {
    const name = readText(value, field)
    if (name !== undefined) return name
  }
  return undefined
}

/** The entities of a list by what tells them apart in whatever order they stand; those of one name by their order too. */
function itemsByKey(list: readonly unknown[]): ReadonlyMap<string, ListItem> {
  const items = new Map<string, ListItem>()
  const counts = new Map<string, number>()
  for (const [at, value] of list.entries()) {
    const name = nameIn(value)
    const count = name === undefined ? at : (counts.get(name) ?? 0)
    if (name !== undefined) counts.set(name, count + 1)
    items.set(name === undefined ? String(at) : `${count}:${name}`, { at, value, name })
  }
  return items
}

/** What was found so far: entities that need a closer look, and changes. */
interface Findings {
  readonly tasks: Task[]
  /** By what is the same from both sides. */
  readonly changes: Map<string, FieldChange>
  readonly view: View
}

/**
 * Which differences count:
 *
 * - `said`: all that the first one says
 * - `kept`: of that, what a service can keep: fields that the language does not know are dropped by it
 * - `added`: what the first one, which is of the service, says of its own accord and did not fill in by itself
 */
type View = 'said' | 'kept' | 'added'

/** What differs, and where it stands. */
interface Difference extends Pick<Task, 'item' | 'key' | 'path'> {
  readonly expected: unknown
  readonly actual: unknown
}

function addChange({ changes }: Findings, { path, key, item, expected, actual }: Difference): void {
  changes.set(key, { path, expected, actual, ...(item === undefined ? {} : { item }) })
}

/** Notes that an entity differs: it is looked into field by field, or is a change as a whole. */
function addEntity(findings: Findings, entity: EntityName, within: EntityName, difference: Difference): void {
  const { expected, actual } = difference
  const isTakenApart = findings.view === 'added' || holdersOfNames.has(entity)
  const other = actual === undefined && isTakenApart ? nothing : actual
  if (isRecord(expected) && isRecord(other)) {
    findings.tasks.push({ ...difference, entity, within, expected, actual: other })
  } else addChange(findings, difference)
}

const nothing: Readonly<Record<string, unknown>> = {}

/** Compares the entities of a list by their names; one that only one side has is told as a whole, with its name. */
function compareItems(findings: Findings, entity: EntityName, within: EntityName, list: Difference): void {
  const others = itemsByKey(itemsOf(list.actual))
  for (const [key, { at, value, name }] of itemsByKey(itemsOf(list.expected))) {
    const other = others.get(key)?.value
    if (covers(value, other)) continue
    const place = { path: joinPointer(list.path, at), key: joinPointer(list.key, key), item: name }
    const difference = { ...place, expected: value, actual: other }
    if (other === undefined && name !== undefined) addChange(findings, difference)
    else addEntity(findings, entity, within, difference)
  }
}

function compareField(findings: Findings, task: Task, field: string): void {
  const expected = task.expected[field]
  const actual = Object.hasOwn(task.actual, field) ? task.actual[field] : undefined
  if (covers(expected, actual)) return
  if (findings.view === 'added' && isFilledIn(task.entity, field, task.within, expected)) return
  if (findings.view === 'kept' && actual === undefined && !entityTable[task.entity].fields.includes(field)) return
  const place = { path: joinPointer(task.path, field), key: joinPointer(task.key, field), item: task.item }
  const difference = { ...place, expected, actual }
  const child = entityTable[task.entity].children[field]
  if (child === undefined) addChange(findings, difference)
  else if (child.many && Array.isArray(expected)) compareItems(findings, child.entity, task.entity, difference)
  else addEntity(findings, child.entity, task.entity, difference)
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
  return joined(differences(entity, expected, actual, 'said'), differences(entity, actual, expected, 'said'))
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
  if (left.path === right.path) return 0
  return left.path < right.path ? -1 : 1
}

function differences(
  entity: EntityName,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  view: View,
): Changes {
  const findings: Findings = {
    tasks: [{ entity, within: undefined, path: '', key: '', item: undefined, expected, actual }],
    changes: new Map(),
    view,
  }
  for (let task = findings.tasks.pop(); task !== undefined; task = findings.tasks.pop()) {
    for (const field of Object.keys(task.expected)) {
      if (isOfService(task.entity, field, task.within) || isLeftOut(task.entity, field, view)) continue
      compareField(findings, task, field)
    }
  }
  return findings.changes
}

function isHolder(value: unknown): boolean {
  return isRecord(value) || Array.isArray(value)
}

/** The service writes some numbers and flags as text; the same value in another spelling is the same value. */
function isSameScalar(expected: unknown, actual: unknown): boolean {
  if (actual === undefined || actual === null || isHolder(actual)) return false
  return String(expected) === String(actual)
}

/** Whether one value covers another, as far as that can be seen without looking inside; undefined when it cannot. */
function coversAtSight(expected: unknown, actual: unknown): boolean | undefined {
  if (expected === actual || isEmpty(expected)) return true
  if (!isHolder(expected)) return isSameScalar(expected, actual)
  return isHolder(actual) ? undefined : false
}

type Pair = readonly [expected: unknown, actual: unknown]

/** What two objects or lists hold, side by side; undefined when they are not of one kind, or lists of one length. */
function innerPairs([expected, actual]: Pair): Pair[] | undefined {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || expected.length !== actual.length) return undefined
    return expected.map((item, position): Pair => [item, actual[position]])
  }
  if (!isRecord(expected) || !isRecord(actual)) return undefined
  return Object.entries(expected).map(
    ([key, value]): Pair => [value, Object.hasOwn(actual, key) ? actual[key] : undefined],
  )
}

/** Whether all that one value says is said by another too, which may say more. */
function covers(expected: unknown, actual: unknown): boolean {
  const first = coversAtSight(expected, actual)
  if (first !== undefined) return first
  const pairs: Pair[] = [[expected, actual]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const inner = innerPairs(pair)
    if (inner === undefined) return false
    for (const next of inner) {
      const seen = coversAtSight(next[0], next[1])
      if (seen === false) return false
      if (seen === undefined) pairs.push(next)
    }
  }
  return true
}
