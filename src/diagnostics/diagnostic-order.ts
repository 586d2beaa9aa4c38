import type { Diagnostic } from './diagnostic.ts'

/** A place in a list as a pointer spells it; longer numbers are names, and would not be exact. */
const listIndex = /^(?:0|[1-9]\d{0,14})$/

/** List places come first, by number; names come after them, by character. */
function compareSegments(left: string, right: string): number {
  const isPlace = listIndex.test(left)
  if (isPlace !== listIndex.test(right)) return isPlace ? -1 : 1
  if (isPlace) return Number(left) - Number(right)
  return left < right ? -1 : 1
}

/** Compares two JSON Pointers in document order: segment by segment, array indexes as numbers. */
function comparePointers(left: string, right: string): number {
  const a = left.split('/')
  const b = right.split('/')
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? ''
    const y = b[i] ?? ''
    if (x !== y) return compareSegments(x, y)
  }
  return a.length - b.length
}

/** Orders diagnostics by place, then by rule, then by message, so that output is the same on every machine. */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  const byPlace = comparePointers(left.path, right.path)
  if (byPlace !== 0) return byPlace
  if (left.rule !== right.rule) return left.rule < right.rule ? -1 : 1
  return left.message < right.message ? -1 : left.message > right.message ? 1 : 0
}
