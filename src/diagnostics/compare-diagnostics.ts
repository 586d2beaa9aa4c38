import type { Diagnostic } from './diagnostic.ts'

const digits = /^\d+$/

/** Compares two JSON Pointers in document order: segment by segment, array indexes as numbers. */
function comparePointers(left: string, right: string): number {
  const a = left.split('/')
  const b = right.split('/')
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const x = a[i] ?? ''
    const y = b[i] ?? ''
    if (x === y) continue
    if (digits.test(x) && digits.test(y)) return Number(x) - Number(y)
    return x < y ? -1 : 1
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
