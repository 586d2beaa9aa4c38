import { type CheckOptions, checkSpec } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { controlFaults } from './faults/control-faults.ts'
import { flowFaults } from './faults/flow-faults.ts'
import { nameFaults } from './faults/name-faults.ts'
import { nodeFaults } from './faults/node-faults.ts'
import { parameterFaults } from './faults/parameter-faults.ts'
import { parameterUseFaults } from './faults/parameter-use-faults.ts'
import { projectFaults } from './faults/project-faults.ts'
import { referenceFaults } from './faults/reference-faults.ts'
import { scheduleFaults } from './faults/schedule-faults.ts'
import { schemaFaults } from './faults/schema-faults.ts'
import { tableFaults } from './faults/table-faults.ts'
import { timeFaults } from './faults/time-faults.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const brief = (document: unknown, options: CheckOptions = {}): string[] =>
  checkSpec(document, options).map(({ rule, path }) => `${rule} ${path}`)

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
  ['kinds of nodes', nodeFaults],
  ['how nodes belong together', flowFaults],
  ['units, triggers and values of parameters', timeFaults],
  ['code and parameters', parameterUseFaults],
] as const)('one fault gives one diagnostic: %s', (_, faults) => {
  test.each(faults)('%s', (_what, edit, rule, path) => {
    expect(brief(edited(baseDocument, edit))).toEqual([`${rule} ${path}`])
  })
})

test.each(projectFaults)('one fault gives one diagnostic: %s', (_what, edit, rule, path, project) => {
  expect(brief(edited(baseDocument, edit), { project })).toEqual([`${rule} ${path}`])
})
