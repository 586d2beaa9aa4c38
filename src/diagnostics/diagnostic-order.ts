import type { Diagnostic, TextPlace } from './diagnostic.ts'

/** Compares texts by their code units, which every machine orders alike. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** A place in a list as a pointer spells it; longer numbers are names, and would not be exact. */
const listIndex = /^(?:0|[1-9]\d{0,14})$/

/** List places come first, by number; names come after them, by character. */
function compareSegments(left: string, right: string): number {
  const isPlace = listIndex.test(left)
  if (isPlace !== listIndex.test(right)) return isPlace ? -1 : 1
  if (isPlace) return Number(left) - Number(right)
  return compareText(left, right)
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

/** Compares places in a text; where none is said, it is the whole. */
function compareTextPlaces(left: TextPlace | undefined, right: TextPlace | undefined): number {
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0)
}

/**
 * Orders diagnostics by place, then by rule, and those of one rule in a text by where in that they are, then by message, so
 * that output is the same on every machine.
 */
export function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return (
    comparePointers(left.path, right.path) ||
    compareText(left.rule, right.rule) ||
    compareTextPlaces(left.inText, right.inText) ||
    compareText(left.message, right.message)
  )
}
