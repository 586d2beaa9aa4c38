import { isRecord } from '../../document/json/records.ts'
import type { Answer } from './answer.ts'
import { wireName } from './operation.ts'

/** Which names of an object are read: all of what one holds, or some. */
export type Known = ReadonlyMap<string, Known | 'whole'>

/** Stands in a path for the name of the field itself. */
export const ownName = ''

interface Placed {
  readonly path?: readonly string[]
  readonly table?: object
}

function merged(before: Known | 'whole' | undefined, more: Known | 'whole'): Known | 'whole' {
  if (before === undefined || before === 'whole' || more === 'whole') return more
  return [...more].reduce<Known>((all, [name, known]) => withName(all, name, known), before)
}

function withName(known: Known, name: string, more: Known | 'whole'): Known {
  return new Map([...known, [name, merged(known.get(name), more)]])
}

/** What is read at the end of a path, as what is read at its start. */
function along(path: readonly string[], known: Known | 'whole'): Known | 'whole' {
  return path.reduceRight<Known | 'whole'>((inner, name) => new Map([[name, inner]]), known)
}

const remembered = new WeakMap<object, Known>()

function isPlaced(field: unknown): field is Placed {
  return typeof field === 'function'
}

/** The names that a table of fields reads. */
export function knownNames(table: object): Known {
  const before = remembered.get(table)
  if (before !== undefined) return before
  let known: Known = new Map()
  for (const [name, field] of Object.entries(table)) {
    const { path = [ownName], table: inner } = isPlaced(field) ? field : {}
    const [first = '', ...rest] = path.map((part) => (part === ownName ? wireName(name) : part))
    known = withName(known, first, along(rest, inner === undefined ? 'whole' : knownNames(inner)))
  }
  remembered.set(table, known)
  return known
}

/** What an object holds that is not read; undefined when there is nothing. */
export function unread(object: Answer, known: Known): Answer | undefined {
  const rest = Object.entries(object).flatMap(([name, value]) => {
    const inner = known.get(name)
    if (inner === undefined) return [[name, value] as const]
    if (inner === 'whole' || !isRecord(value)) return []
    const left = unread(value, inner)
    return left === undefined ? [] : [[name, left] as const]
  })
  return rest.length === 0 ? undefined : Object.fromEntries(rest)
}

/** What every answer may say of how the call went; what refuses never gets this far. */
const envelope: Known = new Map(
  ['RequestId', 'Success', 'HttpStatusCode', 'ErrorCode', 'ErrorMessage', 'Code', 'Message'].map((name) => [
    name,
    'whole',
  ]),
)

/** As {@link unread}, of a whole answer. */
export function unreadOf(answer: Answer, known: Known): Answer | undefined {
  return unread(answer, new Map([...envelope, ...known]))
}
