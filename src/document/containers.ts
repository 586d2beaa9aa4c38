import type { Subject } from '../diagnostics/diagnostic.ts'
import { unescapeSegment } from '../diagnostics/json-pointer.ts'
import { isRecord, readText } from './json/records.ts'
import { spellings } from './spellings.ts'

/** What the items of a list are; in every spelling, nodes stand in lists of this name alone. */
const kindsInLists: ReadonlyMap<string, string> = new Map([
  ['workflows', 'workflow'],
  ['nodes', 'node'],
])

/** The fields that hold one node: the end of a do-while loop. */
const endFields: ReadonlySet<string> = new Set(['while', ...Object.keys(spellings.DoWhile ?? {})])

function valueIn(holder: unknown, key: string): unknown {
  const isHolder = isRecord(holder) || Array.isArray(holder)
  return isHolder && Object.hasOwn(holder, key) ? Reflect.get(holder, key) : undefined
}

function subjectOf(value: unknown, kind: string): Subject | undefined {
  const [name, id] = [readText(value, 'name'), readText(value, 'id')]
  if (name === undefined && id === undefined) return undefined
  return { kind, ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) }
}

/** The workflow and the nodes that a place of a document is in, from the outside in; those without name and id left out. */
export function containersAt(document: unknown, pointer: string): readonly Subject[] {
  const found: Subject[] = []
  let value = document
  let list: string | undefined
  for (const segment of pointer.split('/').slice(1)) {
    const key = unescapeSegment(segment)
    const inList = Array.isArray(value) ? kindsInLists.get(list ?? '') : undefined
    value = valueIn(value, key)
    const kind = inList ?? (endFields.has(key) ? 'node' : undefined)
    const subject = kind === undefined ? undefined : subjectOf(value, kind)
    if (subject !== undefined) found.push(subject)
    list = key
  }
  return found
}

/** The id of the node that a node says it is inside of: a loop whose body stands beside it. */
export function containerNode({ metadata }: Readonly<Record<string, unknown>>): string | undefined {
  const container = isRecord(metadata) ? metadata['container'] : undefined
  return readText(container, 'type') === 'Node' ? readText(container, 'uuid') : undefined
}
