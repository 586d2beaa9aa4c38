const frozen = new WeakSet<object>()

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === Array.prototype || prototype === null
}

/** The values an object holds; undefined when it may change, or runs code where it is read. */
function fixedValues(value: object): unknown[] | undefined {
  if (!Object.isFrozen(value) || !isPlain(value)) return undefined
  const fields = Object.values(Object.getOwnPropertyDescriptors(value))
  return fields.every((field) => 'value' in field) ? fields.map((field): unknown => field.value) : undefined
}

/** Whether a value can never say anything else than now: plain data, frozen through and through. */
export function isFrozenData(value: unknown): boolean {
  if (!isObject(value) || frozen.has(value)) return true
  const seen = new Set<object>([value])
  for (const next of seen) {
    const values = fixedValues(next)
    if (values === undefined) return false
    for (const inner of values) if (isObject(inner) && !frozen.has(inner)) seen.add(inner)
  }
  frozen.add(value)
  return true
}
