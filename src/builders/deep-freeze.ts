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
