import { checkSpec, shell, workflow } from 'flowspec'
import { defineRule } from 'flowspec/rules'
import { expect, test } from 'vitest'

const document = workflow('w').cron('00 02 00 * * ?').nodes(shell('load').code('ls')).build()

/** A rule that finds the same so often. */
function ruleThatFinds(count: number, severity: 'error' | 'warning' | 'info', message = 'x') {
  return defineRule({
    name: `custom/${severity}s`,
    severity,
    summary: 'Finds much.',
    run: (_, report) => {
      for (let at = 0; at < count; at++) report({ message, path: '/spec' })
    },
  })
}

function countsOf(custom: readonly ReturnType<typeof defineRule>[]): unknown {
  const found = checkSpec(document, { custom })
  const more = found.find(({ rule }) => rule === 'document/more-faults')
  const countOf = (severity: string): number => found.filter((one) => one !== more && one.severity === severity).length
  return [countOf('error'), countOf('warning'), countOf('info'), more?.severity, more?.message]
}

const told = (errors: number, warnings: number, notes: number): string =>
  `There is more than is told here: ${errors} errors, ${warnings} warnings and ${notes} notes.`

// 10,000 errors are kept, and 10,000 of all else: what crowds out nothing graver (document/more-faults).
test.each([
  [0, 0, 10_000, [0, 0, 10_000, undefined, undefined]],
  [0, 0, 10_001, [0, 0, 10_000, 'info', told(0, 0, 1)]],
  [10_000, 10_000, 0, [10_000, 10_000, 0, undefined, undefined]],
  [10_002, 1, 0, [10_000, 1, 0, 'error', told(2, 0, 0)]],
  [1, 10_003, 0, [1, 10_000, 0, 'warning', told(0, 3, 0)]],
  [0, 10_000, 2, [0, 10_000, 0, 'info', told(0, 0, 2)]],
  [10_001, 10_001, 5, [10_000, 10_000, 0, 'error', told(1, 1, 5)]],
])('of %i errors, %i warnings and %i notes so many are kept', (errors, warnings, notes, expected) => {
  const custom = [ruleThatFinds(errors, 'error'), ruleThatFinds(warnings, 'warning'), ruleThatFinds(notes, 'info')]
  expect(countsOf(custom)).toEqual(expected)
})
