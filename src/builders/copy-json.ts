import { isRecord } from '../document/is-record.ts'

/** A copy of a caller's value that is frozen, and the key under which the value held something JSON cannot. */
export interface CopiedJson {
  readonly value: unknown
  readonly notJson: string | undefined
}

interface Task {
  readonly source: object
  readonly target: object
  readonly parent: Task | undefined
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return true
  return typeof value === 'number' && Number.isFinite(value)
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

function standsInItself(value: object, task: Task): boolean {
  for (let at: Task | undefined = task; at !== undefined; at = at.parent) if (at.source === value) return true
  return false
}

/** The empty copy of a list or object, to be filled later; undefined for what JSON cannot hold. */
function emptyCopy(value: unknown, task: Task): object | undefined {
  if (!(Array.isArray(value) || isPlainObject(value)) || standsInItself(value, task)) return undefined
  return Array.isArray(value) ? [] : {}
}

/**
 * Copies a JSON value and freezes the copy, so that a caller's object is neither kept nor frozen. What JSON cannot hold
 * (functions, class instances, cycles) is left out and named. Without recursion.
 */
export function copyJson(source: unknown): CopiedJson {
  const holder: { value?: unknown } = {}
  const queue: Task[] = [{ source: { value: source }, target: holder, parent: undefined }]
  let notJson: string | undefined
  const copy = (key: string, value: unknown, task: Task): void => {
    const target = emptyCopy(value, task)
    if (target !== undefined && typeof value === 'object' && value !== null) {
      queue.push({ source: value, target, parent: task })
    } else if (!isPlain(value)) {
      notJson ??= key
      return
    }
    Object.defineProperty(task.target, key, { value: target ?? value, enumerable: true })
  }
  for (let at = 0; at < queue.length; at++) {
    const task = queue[at]
    if (task === undefined) break
    for (const [key, value] of Object.entries(task.source)) if (value !== undefined) copy(key, value, task)
    Object.freeze(task.target)
  }
  return { value: holder.value, notJson }
}
