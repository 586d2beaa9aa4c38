import { ExactNumber } from '../../diagnostics/exact-number.ts'
import { isFrozenData } from './frozen-data.ts'
import { isRecord, setField } from './records.ts'

/** A copy of a caller's value that is frozen, and the key under which the value held something JSON cannot. */
export interface CopiedJson {
  readonly value: unknown
  readonly notJson: string | undefined
}

/** A copy that is not finished. */
type Draft = Record<string, unknown> | unknown[]

/** An object on the way from the outermost one to where the copying has come. */
interface Frame {
  readonly source: object
  readonly target: Draft
  readonly entries: readonly (readonly [string | number, unknown])[]
  next: number
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint')
    return true
  return Number.isFinite(value) || value instanceof ExactNumber
}

/** Whether a value is an object that JSON writes whole: no list, and no instance of a class. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}

/** Remembering each copy takes as long as making it, and is needed only where copies become too many. */
const fewCopies = 250_000

/** The empty copy of a list or object, to be filled later; undefined for what JSON cannot hold. */
function emptyCopy(value: unknown, isObject: (value: unknown) => boolean): Draft | undefined {
  if (Array.isArray(value)) return []
  return isObject(value) ? {} : undefined
}

/**
 * Copies a JSON value and freezes the copy, so that a caller's object is neither kept nor frozen. What JSON cannot hold
 * (functions, class instances, what contains itself) is left out and named. Without recursion; what stands at several
 * places is copied once as soon as there are many copies, for it may stand at very many.
 *
 * @param isObject - what is copied with its fields; default: no instances of classes
 */
export function copyJson(source: unknown, isObject: (value: unknown) => boolean = isPlainObject): CopiedJson {
  const holder: Record<string, unknown> = {}
  const way: Frame[] = []
  const onWay = new Set<unknown>()
  const copies = new Map<unknown, Draft>()
  let notJson: string | undefined
  let left = 0
  const enter = (from: object, target: Draft): void => {
    onWay.add(from)
    way.push({
      source: from,
      target,
      entries: Array.isArray(from) ? [...from.entries()] : Object.entries(from),
      next: 0,
    })
  }
  const leave = ({ source: from, target }: Frame): void => {
    Object.freeze(target)
    if (++left > fewCopies) copies.set(from, target)
    onWay.delete(from)
    way.pop()
  }
  const copy = (key: string | number, value: unknown, into: Draft): void => {
    const known = copies.get(value)
    const target = known ?? (onWay.has(value) ? undefined : emptyCopy(value, isObject))
    if (target === undefined && !isPlain(value)) {
      notJson ??= String(key)
      return
    }
    if (Array.isArray(into)) into[Number(key)] = target ?? value
    else setField(into, String(key), target ?? value)
    if (target !== undefined && known === undefined && typeof value === 'object' && value !== null) enter(value, target)
  }
  enter({ value: source }, holder)
  for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
    const entry = at.entries[at.next++]
    if (entry === undefined) leave(at)
    else if (entry[1] !== undefined) copy(entry[0], entry[1], at.target)
  }
  return { value: holder['value'], notJson }
}

/**
 * What a caller gave as the builder keeps it: of an object or list that the caller can change, a frozen copy; all else,
 * such as builders and handles, as it is.
 */
export function ownCopy<Value>(given: Value): Value
export function ownCopy(given: unknown): unknown {
  return Array.isArray(given) || isPlainObject(given) ? copyJson(given).value : given
}

/**
 * A document to be worked with later, whatever its owner does to it: a frozen copy; itself where all of it is frozen already,
 * and where JSON cannot hold it, which is told by those who read it.
 */
export function ownDocument<Document>(document: Document): Document
export function ownDocument(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || isFrozenData(document)) return document
  const { value, notJson } = copyJson(document)
  return notJson === undefined ? value : document
}

/** Adds the objects directly inside a list or an object to a list. */
function pushInner(holder: object, found: object[]): void {
  if (Array.isArray(holder)) {
    for (const inner of holder) if (typeof inner === 'object' && inner !== null) found.push(inner)
    return
  }
  for (const key in holder) {
    const inner: unknown = holder[key as keyof typeof holder]
    if (typeof inner === 'object' && inner !== null) found.push(inner)
  }
}

/** Freezes an object and everything in it, without recursion. What is frozen already is taken to be frozen inside. */
export function deepFreeze<Value extends object>(value: Value): Value {
  const queue: object[] = [value]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (Object.isFrozen(next)) continue
    Object.freeze(next)
    pushInner(next, queue)
  }
  return value
}
