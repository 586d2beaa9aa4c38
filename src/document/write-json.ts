import type { EntityName } from '../model/generated/entity-name.ts'
import { entityTable } from '../model/generated/entity-table.ts'
import { isRecord } from './is-record.ts'
import json from './lossless-json.cjs'

interface Task {
  readonly entity: EntityName
  readonly source: Readonly<Record<string, unknown>>
  readonly target: Record<string, unknown>
}

/** Copies a field that may hold entities, queueing those for the same treatment. */
function copyField(task: Task, field: string, queue: Task[]): unknown {
  const held = task.source[field]
  const child = entityTable[task.entity].children[field]
  const copyEntity = (source: unknown): unknown => {
    if (child === undefined || !isRecord(source)) return source
    const target: Record<string, unknown> = {}
    queue.push({ entity: child.entity, source, target })
    return target
  }
  if (child === undefined) return held
  return child.many && Array.isArray(held) ? held.map(copyEntity) : copyEntity(held)
}

/** The document with the keys of every entity in the order of the schema, unknown keys last in the order they came. */
function inKeyOrder(document: Readonly<Record<string, unknown>>): object {
  const result: Record<string, unknown> = {}
  const queue: Task[] = [{ entity: 'Document', source: document, target: result }]
  for (let at = 0; at < queue.length; at++) {
    const task = queue[at]
    if (task === undefined) break
    const known = entityTable[task.entity].fields
    for (const field of known) {
      if (Object.hasOwn(task.source, field)) task.target[field] = copyField(task, field, queue)
    }
    const names = new Set(known)
    for (const field of Object.keys(task.source)) if (!names.has(field)) task.target[field] = task.source[field]
  }
  return result
}

/** The platform's own writer is several times faster, and refuses bigints only. */
function stringifyAny(value: object, indent: number): string {
  try {
    return JSON.stringify(value, undefined, indent)
  } catch (error) {
    if (!(error instanceof TypeError) || !error.message.includes('BigInt')) throw error
    return json.stringify(value, undefined, indent) ?? ''
  }
}

/**
 * Writes a document as JSON text in a stable key order, so that two equal documents give equal text: the fields of each
 * entity in the order of the schema, then unknown fields in the order they came. Bigints are written as integers.
 *
 * @param document - a built or read document
 * @param options - `indent`: spaces a level; default 2, and 0 gives one line
 * @returns the text, without a line break at its end
 * @throws TypeError when the document contains itself
 *
 * @example
 * ```ts
 * import { workflow, writeJson } from 'flowspec'
 *
 * const text = writeJson(workflow('orders').cron('00 02 00 * * ?').build())
 * ```
 */
export function writeJson(document: object, options: { readonly indent?: number } = {}): string {
  return stringifyAny(isRecord(document) ? inKeyOrder(document) : document, options.indent ?? 2)
}
