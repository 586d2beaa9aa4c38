import type { NotCarried } from 'flowspec'

/** A text, number, boolean or null of a document, and the field it is the value of. */
export interface Leaf {
  readonly path: string
  /** The field and the value; of an item of a list the field of the list. */
  readonly text: string
}

/** All leaves of a document. */
export function leavesOf(root: unknown): readonly Leaf[] {
  const leaves: Leaf[] = []
  const queue: (readonly [path: string, field: string, value: unknown])[] = [['', '', root]]
  for (const [path, field, value] of queue) {
    if (typeof value !== 'object' || value === null) leaves.push({ path, text: `${field}=${JSON.stringify(value)}` })
    else {
      for (const [key, held] of Object.entries(value)) {
        queue.push([
          `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
          Array.isArray(value) ? field : key,
          held,
        ])
      }
    }
  }
  return leaves
}

/** The leaves of a document that neither the documents it became have, as often as it has them, nor the list names. */
export function lostLeaves(
  source: unknown,
  targets: readonly object[],
  notCarried: readonly NotCarried[],
): readonly Leaf[] {
  const left = new Map<string, number>()
  for (const { text } of leavesOf(targets)) left.set(text, (left.get(text) ?? 0) + 1)
  const named = new Set(notCarried.map(({ path }) => path))
  const isNamed = (path: string): boolean => {
    for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) if (named.has(at)) return true
    return false
  }
  return leavesOf(source).filter(({ path, text }) => {
    if (isNamed(path)) return false
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count <= 0
  })
}
