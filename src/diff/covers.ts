import { isRecord } from '../document/is-record.ts'

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true
  return Array.isArray(value) ? value.length === 0 : isRecord(value) && Object.keys(value).length === 0
}

/** The service writes some numbers and flags as text; the same value in another spelling is the same value. */
function sameScalar(expected: unknown, actual: unknown): boolean {
  if (expected === actual) return true
  const comparable = (value: unknown): boolean => value !== null && value !== undefined && typeof value !== 'object'
  return comparable(expected) && comparable(actual) && String(expected) === String(actual)
}

type Pair = readonly [expected: unknown, actual: unknown]

function innerPairs(expected: object, actual: object): Pair[] | undefined {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || expected.length !== actual.length) return undefined
    return expected.map((item, position): Pair => [item, actual[position]])
  }
  if (!isRecord(expected) || !isRecord(actual)) return undefined
  return Object.entries(expected).map(
    ([key, value]): Pair => [value, Object.hasOwn(actual, key) ? actual[key] : undefined],
  )
}

/** Whether all that one value says is said by another too, which may say more. */
export function covers(expected: unknown, actual: unknown): boolean {
  const pairs: Pair[] = [[expected, actual]]
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [wanted, found] = pair
    if (isEmpty(wanted) || sameScalar(wanted, found)) continue
    if (typeof wanted !== 'object' || wanted === null || typeof found !== 'object' || found === null) return false
    const inner = innerPairs(wanted, found)
    if (inner === undefined) return false
    for (const next of inner) pairs.push(next)
  }
  return true
}
