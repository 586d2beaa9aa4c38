import { isEmpty, isHolder, isRecord } from '../json/records.ts'

/** The service writes some numbers and flags as text; the same value in another spelling is the same value. */
function isSameScalar(expected: unknown, actual: unknown): boolean {
  if (actual === undefined || actual === null || isHolder(actual)) return false
  return String(expected) === String(actual)
}

/** Whether one value covers another, as far as that can be seen without looking inside; undefined when it cannot. */
function coversAtSight(expected: unknown, actual: unknown): boolean | undefined {
  if (expected === actual || isEmpty(expected)) return true
  if (!isHolder(expected)) return isSameScalar(expected, actual)
  return isHolder(actual) ? undefined : false
}

type Pair = readonly [expected: unknown, actual: unknown]

/** What two objects or lists hold, side by side; undefined when they are not of one kind, or lists of one length. */
function innerPairs([expected, actual]: Pair): Pair[] | undefined {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || expected.length !== actual.length) return undefined
    return expected.map((item, position): Pair => [item, actual[position]])
  }
  if (!isRecord(expected) || !isRecord(actual)) return undefined
  return Object.entries(expected).map(
    ([key, value]): Pair => [value, Object.hasOwn(actual, key) ? actual[key] : undefined],
  )
}

/** Whether all that one value says is said by another too, which may say more. Nothing, null and what is empty say nothing. */
export function covers(expected: unknown, actual: unknown): boolean {
  const first = coversAtSight(expected, actual)
  if (first !== undefined) return first
  const pairs: Pair[] = [[expected, actual]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const inner = innerPairs(pair)
    if (inner === undefined) return false
    for (const next of inner) {
      const seen = coversAtSight(next[0], next[1])
      if (seen === false) return false
      if (seen === undefined) pairs.push(next)
    }
  }
  return true
}
