import { type CheckOptions, checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { faultsByArea, projectFaults } from './faults/index.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const brief = (document: unknown, options: CheckOptions = {}): string[] =>
  checkSpec(document, options).map(({ rule, path }) => `${rule} ${path}`)

test('nothing is said of a correct document', () => {
  expect(checkSpec(baseDocument)).toEqual([])
})

describe.each(faultsByArea)('one fault gives one diagnostic: %s', (_, faults) => {
  test.each(faults)('%s', (_what, edit, rule, path) => {
    expect(brief(edited(baseDocument, edit))).toEqual([`${rule} ${path}`])
  })
})

test.each(projectFaults)('one fault gives one diagnostic: %s', (_what, edit, rule, path, project) => {
  expect(brief(edited(baseDocument, edit), { project })).toEqual([`${rule} ${path}`])
})
