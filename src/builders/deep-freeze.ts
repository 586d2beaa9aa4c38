/** Freezes a value and everything in it, without recursion. What is frozen already is taken to be frozen inside. */
export function deepFreeze<Value>(value: Value): Value {
  const queue: unknown[] = [value]
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (typeof next !== 'object' || next === null || Object.isFrozen(next)) continue
    Object.freeze(next)
    for (const inner of Object.values(next)) if (typeof inner === 'object' && inner !== null) queue.push(inner)
  }
  return value
}
