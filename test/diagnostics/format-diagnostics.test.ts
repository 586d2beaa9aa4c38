import { type Diagnostic, formatDiagnostics } from 'flowspec'
import { expect, test } from 'vitest'
import { createDiagnostic } from '../../src/diagnostics/diagnostic.ts'

const diagnostics: readonly Diagnostic[] = [
  createDiagnostic({
    rule: 'document/syntax',
    severity: 'error',
    message: 'It is not JSON.',
    path: '',
    source: { line: 3, column: 7 },
  }),
  createDiagnostic({
    rule: 'schedule/unknown-zone',
    severity: 'error',
    message: 'The time zone "Mars" is unknown.',
    path: '/spec/workflows/0/trigger/timezone',
    hint: 'Write Asia/Shanghai.',
    subject: { kind: 'workflow', name: 'orders' },
    source: { file: 'orders.ts', line: 12, column: 4 },
  }),
  createDiagnostic({ rule: 'custom/owner', severity: 'warning', message: 'It has no owner.', path: '/spec' }),
  createDiagnostic({ rule: 'schema/unknown-field', severity: 'info', message: 'It is new.', path: '/a~1b~0c' }),
]

test('text for people names severity, rule, place, message and hint', () => {
  expect(formatDiagnostics(diagnostics)).toBe(
    [
      'error document/syntax at (document) (text:3:7)',
      '  It is not JSON.',
      'error schedule/unknown-zone in orders at /spec/workflows/0/trigger/timezone (orders.ts:12:4)',
      '  The time zone "Mars" is unknown.',
      '  Write Asia/Shanghai.',
      'warning custom/owner at /spec',
      '  It has no owner.',
      'info schema/unknown-field at /a~1b~0c',
      '  It is new.',
    ].join('\n'),
  )
})

test('nothing is written of nothing', () => {
  expect(formatDiagnostics([])).toBe('')
})

test('what a document holds can neither add a line nor steer a terminal', () => {
  const evil = "'a\nerror graph/cycle at /x\u001b[2J\r\u0007\u0085\u2028\u202e\u2066b'"
  const [first = '', ...others] = formatDiagnostics([
    createDiagnostic({ rule: 'graph/cycle', severity: 'error', message: evil, path: `/${evil}`, hint: evil }),
  ]).split('\n')
  const shown = "'a\\nerror graph/cycle at /x\\u001b[2J\\r\\u0007\\u0085\\u2028\\u202e\\u2066b'"
  expect(first).toBe(`error graph/cycle at /${shown}`)
  expect(others).toEqual([`  ${shown}`, `  ${shown}`])
})

test('text of every language is left alone', () => {
  const message = 'The node 订单 👩‍👩‍👧 é שלום is long.'
  expect(
    formatDiagnostics([createDiagnostic({ rule: 'name/length', severity: 'error', message, path: '/订单' })]),
  ).toBe(`error name/length at /订单\n  ${message}`)
})
