import { checkSpec } from 'flowspec'
import { expect, test } from 'vitest'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'
import type { Told } from './support/fixture.ts'
import { texts } from './texts/index.ts'

// Who reads a diagnostic finds what it speaks of by the names and values in it, and often does what its hint says.
test.each<Told>(texts)('the diagnostic of %s names what is wrong', (_, edit, words, hint, project) => {
  const found = checkSpec(edited(baseDocument, edit), project === undefined ? {} : { project })
  expect(found).toHaveLength(1)
  expect(words.filter((word) => found[0]?.message.includes(word) !== true)).toEqual([])
  expect(found[0]?.message).not.toMatch(/undefined|''/)
  if (hint !== undefined) expect(found[0]?.hint).toBe(hint)
})
