import { checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { controlFaults } from './faults/control-faults.ts'
import { nameFaults } from './faults/name-faults.ts'
import { parameterFaults } from './faults/parameter-faults.ts'
import { referenceFaults } from './faults/reference-faults.ts'
import { scheduleFaults } from './faults/schedule-faults.ts'
import { schemaFaults } from './faults/schema-faults.ts'
import { tableFaults } from './faults/table-faults.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const brief = (document: unknown): string[] => checkSpec(document).map(({ rule, path }) => `${rule} ${path}`)

test('nothing is said of a correct document', () => {
  expect(checkSpec(baseDocument)).toEqual([])
})

describe.each([
  ['schema', schemaFaults],
  ['names', nameFaults],
  ['references', referenceFaults],
  ['schedule and strategy', scheduleFaults],
  ['control structures', controlFaults],
  ['tables', tableFaults],
  ['parameters', parameterFaults],
] as const)('one fault gives one diagnostic: %s', (_, faults) => {
  test.each(faults)('%s', (_what, edit, rule, path) => {
    expect(brief(edited(baseDocument, edit))).toEqual([`${rule} ${path}`])
  })
})
