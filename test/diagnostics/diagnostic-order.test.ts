import fc from 'fast-check'
import type { Diagnostic, RuleName } from 'flowspec'
import { expect, test } from 'vitest'
import { createDiagnostic } from '../../src/diagnostics/diagnostic.ts'
import { compareDiagnostics } from '../../src/diagnostics/diagnostic-order.ts'

const at = (path: string, rule: RuleName = 'graph/cycle', message = ''): Diagnostic =>
  createDiagnostic({ rule, severity: 'error', message, path })

const inText = (line: number, column: number, message: string): Diagnostic =>
  createDiagnostic({ rule: 'graph/cycle', severity: 'error', message, path: '/a', inText: { line, column } })

/** Diagnostics in the order they are to have. */
const sorted: readonly Diagnostic[] = [
  at(''),
  at('/0'),
  at('/2'),
  at('/2/b'),
  at('/10'),
  at('/10/a'),
  at('/'),
  at('/01'),
  at('/1a'),
  at('/9a'),
  at('/a'),
  at('/a', 'graph/cycle', 'one'),
  at('/a', 'graph/cycle', 'two'),
  inText(1, 9, 'two'),
  inText(1, 9, 'with'),
  inText(1, 10, 'one'),
  inText(2, 1, 'before'),
  inText(10, 1, 'all'),
  at('/a', 'name/length'),
  at('/a/nodes/2'),
  at('/a/nodes/10'),
  at('/a/z'),
  at('/b'),
]

test('diagnostics come by place, places in lists by number; then by rule and message', () => {
  expect(sorted.toReversed().sort(compareDiagnostics)).toEqual(sorted)
  for (const [place, diagnostic] of sorted.entries()) {
    for (const later of sorted.slice(place + 1)) expect(compareDiagnostics(diagnostic, later)).toBeLessThan(0)
  }
})

test('the order is one, whatever came first', () => {
  const segment = fc.oneof(
    fc.constantFrom('0', '1', '2', '10', '01', '1a', '2b', '', 'a', 'b', '9007199254740993', '9007199254740992'),
    fc.string({ maxLength: 3 }),
    fc.nat().map((digits) => `${digits}`.repeat(40)),
  )
  const diagnostics = fc
    .tuple(
      fc.array(segment, { maxLength: 4 }),
      fc.constantFrom<RuleName>('graph/cycle', 'name/length'),
      fc.constantFrom('m', 'n'),
    )
    .map(([segments, rule, message]) =>
      at(segments.map((each) => `/${each.replaceAll('/', '~1')}`).join(''), rule, message),
    )
  fc.assert(
    fc.property(diagnostics, diagnostics, diagnostics, (a, b, c) => {
      expect(Math.sign(compareDiagnostics(a, b)) + Math.sign(compareDiagnostics(b, a))).toBe(0)
      expect(compareDiagnostics(a, a)).toBe(0)
      if (compareDiagnostics(a, b) <= 0 && compareDiagnostics(b, c) <= 0)
        expect(compareDiagnostics(a, c)).toBeLessThanOrEqual(0)
      if (compareDiagnostics(a, b) === 0) expect([b.path, b.rule, b.message]).toEqual([a.path, a.rule, a.message])
    }),
    { numRuns: 3000 },
  )
})
