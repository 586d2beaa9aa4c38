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
}

interface Task {
  readonly entity: EntityName
  /** The entity it stands in. */
  readonly within: EntityName | undefined
  readonly path: string
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

/** What tells the entities of one list apart, in whatever order they stand. */
function keyOf(value: unknown, position: number): string {
  return readText(value, 'name') ?? readText(value, 'guid') ?? readText(value, 'output') ?? String(position)
}

/** What was found so far: entities that need a closer look, and changes. */
interface Findings {
  readonly tasks: Task[]
  readonly changes: FieldChange[]
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

/** Notes that something differs: an entity is looked into field by field, anything else is a change as a whole. */
function addDifference(findings: Findings, entity: EntityName, within: EntityName, change: FieldChange): void {
  const { path, expected, actual } = change
  const other = actual === undefined && findings.view === 'added' ? nothing : actual
  if (isRecord(expected) && isRecord(other)) findings.tasks.push({ entity, within, path, expected, actual: other })
  else findings.changes.push(change)
}

const nothing: Readonly<Record<string, unknown>> = {}

function compareField(findings: Findings, task: Task, field: string): void {
  const expected = task.expected[field]
  const actual = Object.hasOwn(task.actual, field) ? task.actual[field] : undefined
  if (covers(expected, actual)) return
  if (findings.view === 'added' && isFilledIn(task.entity, field, task.within, expected)) return
  if (findings.view === 'kept' && actual === undefined && !entityTable[task.entity].fields.includes(field)) return
  const path = joinPointer(task.path, field)
  const child = entityTable[task.entity].children[field]
  if (child === undefined) {
    findings.changes.push({ path, expected, actual })
    return
  }
  if (!child.many || !Array.isArray(expected)) {
    addDifference(findings, child.entity, task.entity, { path, expected, actual })
    return
  }
  const found = new Map(itemsOf(actual).map((item, at) => [keyOf(item, at), item]))
  for (const [at, item] of expected.entries()) {
    const other = found.get(keyOf(item, at))
    if (covers(item, other)) continue
    addDifference(findings, child.entity, task.entity, { path: joinPointer(path, at), expected: item, actual: other })
  }
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
  return differences(entity, expected, actual, 'said')
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
  const changes = [...differences(entity, expected, actual, 'kept')]
  const paths = new Set(changes.map(({ path }) => path))
  for (const { path, expected: deployed, actual: said } of differences(entity, actual, expected, 'added')) {
    if (!paths.has(path)) changes.push({ path, expected: said, actual: deployed })
  }
  return changes.sort(byPath)
}

function byPath(left: FieldChange, right: FieldChange): number {
  return left.path < right.path ? -1 : 1
}

function differences(
  entity: EntityName,
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  view: View,
): readonly FieldChange[] {
  const findings: Findings = {
    tasks: [{ entity, within: undefined, path: '', expected, actual }],
    changes: [],
    view,
  }
  for (let task = findings.tasks.pop(); task !== undefined; task = findings.tasks.pop()) {
    for (const field of Object.keys(task.expected)) {
      if (isOfService(task.entity, field, task.within) || isLeftOut(task.entity, field, view)) continue
      compareField(findings, task, field)
    }
  }
  return findings.changes.sort(byPath)
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
