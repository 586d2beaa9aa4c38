/** Changes a document of the test's own. */
export type Edit = (document: object) => void

type Container = Record<string, unknown> | unknown[]

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null
}

function inside(value: unknown, key: string): unknown {
  if (!isContainer(value)) return undefined
  return Array.isArray(value) ? value[Number(key)] : value[key]
}

function place(document: object, pointer: string): { readonly holder: Container; readonly key: string } {
  const keys = pointer.split('/').slice(1)
  const key = keys.pop()
  const holder = keys.reduce<unknown>(inside, document)
  if (key === undefined || !isContainer(holder)) throw new Error(`there is no place ${pointer}`)
  return { holder, key }
}

/** What stands at a JSON Pointer (of keys without `~` and `/`). */
export function valueAt(document: object, pointer: string): unknown {
  return pointer.split('/').slice(1).reduce<unknown>(inside, document)
}

/** Writes a value at a JSON Pointer. */
export function set(pointer: string, value: unknown): Edit {
  return (document) => {
    const { holder, key } = place(document, pointer)
    if (Array.isArray(holder)) holder[Number(key)] = value
    else holder[key] = value
  }
}

/** Adds a copy of a value, which later edits change, at the end of the list at a JSON Pointer. */
export function append(pointer: string, value: unknown): Edit {
  return (document) => {
    const list = valueAt(document, pointer)
    if (!Array.isArray(list)) throw new Error(`there is no list at ${pointer}`)
    list.push(structuredClone(value))
  }
}

/** Removes the field at a JSON Pointer; one that is not there is a mistake of the test. */
export function remove(pointer: string): Edit {
  return (document) => {
    const { holder, key } = place(document, pointer)
    if (Array.isArray(holder) || !(key in holder)) throw new Error(`there is no field ${pointer}`)
    delete holder[key]
  }
}

/** One edit after the other, for a fault that takes two places to make. */
export function both(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document)
  }
}

/** A changed copy of a document. */
export function edited(document: object, ...edits: readonly Edit[]): object {
  const copy = structuredClone(document)
  both(...edits)(copy)
  return copy
}
