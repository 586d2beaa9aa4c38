import { joinPointer } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/is-record.ts'
import { readText } from '../document/read-text.ts'
import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'
import { covers } from './covers.ts'
import type { FieldChange } from './field-change.ts'

interface Task {
  readonly entity: EntityName
  readonly path: string
  readonly expected: Readonly<Record<string, unknown>>
  readonly actual: Readonly<Record<string, unknown>>
}

/** Fields the service fills in itself, or that are compared in another way: nodes on their own, edges by names. */
const leftOut: Partial<Readonly<Record<EntityName, ReadonlySet<string>>>> = {
  Workflow: new Set(['nodes', 'dependencies']),
  Artifacts: new Set(['nodeOutputs']),
}
const filledIn: ReadonlySet<string> = new Set(['id', 'metadata'])

/** What tells the entities of one list apart, in whatever order they stand. */
function keyOf(value: unknown, position: number): string {
  return readText(value, 'name') ?? readText(value, 'guid') ?? readText(value, 'output') ?? String(position)
}

function inner(entity: EntityName, path: string, expected: unknown, actual: unknown): Task | FieldChange {
  if (isRecord(expected) && isRecord(actual)) return { entity, path, expected, actual }
  return { path, expected, actual }
}

/** Compares one field; what needs a closer look comes back as a task. */
function compareField(task: Task, field: string): (Task | FieldChange)[] {
  const expected = task.expected[field]
  const actual = Object.hasOwn(task.actual, field) ? task.actual[field] : undefined
  const path = joinPointer(task.path, field)
  if (covers(expected, actual)) return []
  const child = entityTable[task.entity].children[field]
  if (child === undefined) return [{ path, expected, actual }]
  if (!child.many || !Array.isArray(expected)) return [inner(child.entity, path, expected, actual)]
  const found = new Map((Array.isArray(actual) ? actual : []).map((item: unknown, at) => [keyOf(item, at), item]))
  return expected.map((item: unknown, at) =>
    inner(child.entity, joinPointer(path, at), item, found.get(keyOf(item, at))),
  )
}

/** Compares the fields of one task that count. */
function compareFields(task: Task): (Task | FieldChange)[] {
  return Object.keys(task.expected)
    .filter((field) => !filledIn.has(field) && leftOut[task.entity]?.has(field) !== true)
    .flatMap((field) => compareField(task, field))
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
  const changes: FieldChange[] = []
  const tasks: Task[] = [{ entity, path: '', expected, actual }]
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    for (const found of compareFields(task)) {
      if ('entity' in found) tasks.push(found)
      else if (!covers(found.expected, found.actual)) changes.push(found)
    }
  }
  return changes.sort((left, right) => (left.path < right.path ? -1 : 1))
}
