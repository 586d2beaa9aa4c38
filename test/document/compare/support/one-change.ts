/** Where a value stands in a document: the keys and numbers that lead to it. */
export type Place = readonly (string | number)[]

function isHolder(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

/** Every place of a document with a value that holds no others. */
export function everyPlace(document: object): readonly Place[] {
  const places: Place[] = []
  const queue: { readonly value: unknown; readonly place: Place }[] = [{ value: document, place: [] }]
  for (const { value, place } of queue) {
    if (!isHolder(value)) {
      places.push(place)
      continue
    }
    for (const [key, inner] of Object.entries(value)) {
      queue.push({ value: inner, place: [...place, Array.isArray(value) ? Number(key) : key] })
    }
  }
  return places
}

/** What a value becomes. */
export type Change = 'another value' | 'nothing' | 'something else'

function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return `${String(value)}x`
}

/** A copy of a document with one value changed: into another of its kind, taken away, or into an object. */
export function changedAt(document: object, place: Place, change: Change): object {
  const copy = structuredClone(document)
  const last = place.at(-1) ?? ''
  const holder = place.slice(0, -1).reduce<object>((at, key) => Object(Reflect.get(at, key)), copy)
  if (change === 'nothing' && Array.isArray(holder)) holder.splice(Number(last), 1)
  else if (change === 'nothing') Reflect.deleteProperty(holder, last)
  else Reflect.set(holder, last, change === 'another value' ? otherValue(Reflect.get(holder, last)) : { odd: 1 })
  return copy
}
