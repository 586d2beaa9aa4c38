import { checkSpec } from 'flowspec'
import { toCode } from 'flowspec/codegen'
import type { Migration } from 'flowspec/migration'
import { expect } from 'vitest'

/** Texts that would do harm in a path, a program or a table of keys. */
export const hostileTexts = [
  '`${process.exit(1)}`',
  '../../x',
  'a\u0000b',
  '__proto__',
  'constructor',
  '😀',
  'x'.repeat(5000),
] as const

/** One document came of it, without an error, whose code stands in plain files. */
export function expectHarmless({ documents }: Migration): void {
  expect(documents).toHaveLength(1)
  expect(checkSpec(documents[0]).filter(({ severity }) => severity === 'error')).toEqual([])
  for (const path of Object.keys(toCode(documents).files)) expect(path).toMatch(/^(?:[\w-]+\/)?[\w-]+\.\w+$/)
}
