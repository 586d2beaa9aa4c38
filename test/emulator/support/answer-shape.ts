/** The shape of an answer as the reference of operations describes it. */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape }

function plainFaults(value: unknown, shape: string, place: string): string[] {
  if (shape === 'any' || shape.startsWith('{')) return []
  if (shape.endsWith('[]')) return faultsOfShape(value, [shape.slice(0, -2)], place)
  const type = typeof value === 'bigint' ? 'number' : typeof value
  return type === shape ? [] : [`${place} is ${type}, not ${shape}`]
}

/** Where an answer is not of its documented shape: fields that the documentation does not have, and wrong types. */
export function faultsOfShape(value: unknown, shape: Shape, place = '$'): string[] {
  if (typeof shape === 'string') return plainFaults(value, shape, place)
  if (Array.isArray(shape)) {
    if (!Array.isArray(value)) return [`${place} is no list`]
    const items: readonly unknown[] = value
    return items.flatMap((item, index) => faultsOfShape(item, shape[0] ?? 'any', `${place}[${index}]`))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${place} is no object`]
  const fields = new Map(Object.entries(shape))
  return Object.entries(value).flatMap(([name, field]) => {
    const described = fields.get(name) ?? fields.get('*')
    return described === undefined
      ? [`${place}.${name} is not documented`]
      : faultsOfShape(field, described, `${place}.${name}`)
  })
}
