import { joinPointer } from '../diagnostics/json-pointer.ts'
import { isRecord } from '../document/json/records.ts'

/** A value that JSON cannot hold, and where it stands. */
export interface NotJson {
  readonly path: string
  readonly reason: string
}

/** A copy that may be changed, without what JSON cannot hold. */
export interface CopiedValues {
  readonly copy: Record<string, unknown>
  readonly notJson: readonly NotJson[]
}

interface CopyStep {
  readonly source: object
  readonly target: object
  readonly path: string
  readonly depth: number
}

/** Deeper than parameters are, and less than the validator, which is recursive, could stand; it ends cycles too. */
const deepest = 64

function reasonAgainst(value: unknown, depth: number): string | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `is ${value}, which is no number in JSON`
  if (typeof value !== 'object') return `is of the type ${typeof value}, which JSON does not have`
  if (depth >= deepest) return `is nested more than ${deepest} levels deep, or contains itself`
  const prototype: unknown = Object.getPrototypeOf(value)
  const isPlain = Array.isArray(value) || prototype === null || prototype === Object.prototype
  return isPlain ? undefined : 'is an object of a class, which JSON does not have'
}

/** Puts a value into the copy of what holds it; defined and not set, for a key may be __proto__. */
function put(key: string, value: unknown, task: CopyStep): CopyStep | undefined {
  const inner: unknown = Array.isArray(value) ? [] : isRecord(value) ? {} : value
  Object.defineProperty(task.target, key, { value: inner, enumerable: true, writable: true, configurable: true })
  if (typeof inner !== 'object' || inner === null || typeof value !== 'object' || value === null) return undefined
  return { source: value, target: inner, path: joinPointer(task.path, key), depth: task.depth + 1 }
}

/** What an object or a list holds; fields that are undefined count as left out. */
function held(source: object): readonly (readonly [key: string, value: unknown])[] {
  const entries: [string, unknown][] = Object.entries(source)
  return Array.isArray(source) ? entries : entries.filter(([, value]) => value !== undefined)
}

/** Copies parameters, so that defaults are not written into the caller's objects. Without recursion. */
export function copyValues(source: Readonly<Record<string, unknown>>): CopiedValues {
  // Of its own fields alone: a parameter may be called as a method of objects is, and is absent when left out.
  const copy: Record<string, unknown> = Object.create(null)
  const notJson: NotJson[] = []
  const queue: CopyStep[] = [{ source, target: copy, path: '', depth: 0 }]
  for (const task of queue) {
    for (const [key, value] of held(task.source)) {
      const reason = reasonAgainst(value, task.depth)
      if (reason !== undefined) notJson.push({ path: joinPointer(task.path, key), reason })
      else {
        const inner = put(key, value, task)
        if (inner !== undefined) queue.push(inner)
      }
    }
  }
  return { copy, notJson }
}
