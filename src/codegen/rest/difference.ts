import { ExactNumber } from '../../diagnostics/exact-number.ts'
import { isRecord, setField } from '../../document/json/records.ts'
import type { Fields } from './typed-fields.ts'

/** Whether two values of documents are the same, whatever the order of keys. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (left instanceof ExactNumber && right instanceof ExactNumber) return left.text === right.text
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => isSame(item, right[at]))
  }
  if (!isRecord(left) || !isRecord(right)) return false
  const keys = Object.keys(left)
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame(left[key], right[key]))
  )
}

/** What is to be laid over an entity so that it is another one: objects are merged, and undefined leaves a field out. */
export function difference(built: Fields, wanted: Fields): Fields {
  const laid: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(wanted)) {
    const held = Object.hasOwn(built, field) ? built[field] : undefined
    if (isSame(held, value)) continue
    const merged = isRecord(held) && isRecord(value) ? difference(held, value) : value
    setField(laid, field, merged)
  }
  for (const field of Object.keys(built)) {
    if (!Object.hasOwn(wanted, field)) setField(laid, field, undefined)
  }
  return laid
}
