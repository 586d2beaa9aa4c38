import { checkSpec, ruleNames, type Severity } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules.ts'
import { rulesElsewhere } from '../../src/check/rules-elsewhere.ts'
import { controlFaults } from './faults/control-faults.ts'
import { nameFaults } from './faults/name-faults.ts'
import { parameterFaults } from './faults/parameter-faults.ts'
import { referenceFaults } from './faults/reference-faults.ts'
import { scheduleFaults } from './faults/schedule-faults.ts'
import { schemaFaults } from './faults/schema-faults.ts'
import { tableFaults } from './faults/table-faults.ts'
import { controlPasses } from './passes/control-passes.ts'
import { meaningPasses } from './passes/meaning-passes.ts'
import { parameterPasses } from './passes/parameter-passes.ts'
import { shapePasses } from './passes/shape-passes.ts'
import { tablePasses } from './passes/table-passes.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const faults = [
  ...schemaFaults,
  ...nameFaults,
  ...referenceFaults,
  ...scheduleFaults,
  ...controlFaults,
  ...tableFaults,
  ...parameterFaults,
]
const passes = [...shapePasses, ...meaningPasses, ...controlPasses, ...tablePasses, ...parameterPasses]
const catalogue = rules.map(({ name }) => name)

describe('the catalogue', () => {
  test.each(rules)('$name has a document that fails and one that passes', ({ name }) => {
    expect(faults.filter(([, , rule]) => rule === name)).not.toEqual([])
    expect(passes.filter(([rule]) => rule === name)).not.toEqual([])
  })

  test('with the rules raised elsewhere it is the list of rule names', () => {
    expect(rulesElsewhere.map(({ name }) => name)).toEqual([
      'code/file-unreadable',
      'document/cyclic',
      'document/not-json',
      'document/one-workflow',
      'document/syntax',
      'document/too-deep',
      'document/too-large',
      'document/unsafe-key',
      'parameter/date-range',
      'parameter/misleading',
      'parameter/missing-time',
      'parameter/runtime-only',
      'parameter/spacing',
      'parameter/syntax',
      'parameter/unknown',
      'reference/unknown-project',
      'schedule/calendar-unknown',
      'schedule/cron-not-carried',
      'suppression/missing-reason',
      'suppression/unknown-rule',
    ])
    expect([...catalogue, ...rulesElsewhere.map(({ name }) => name)].sort()).toEqual([...ruleNames])
  })

  test('has each rule once, with what it finds and why', () => {
    expect(new Set(catalogue).size).toBe(catalogue.length)
    for (const { name, summary, evidence } of [...rules, ...rulesElsewhere]) {
      expect(name).toMatch(/^[a-z]+\/[a-z]+(-[a-z]+)*$/)
      expect(summary).toMatch(/\.$/)
      expect(evidence).toMatch(/\.$/)
    }
  })
})

test.each(passes)('%s says nothing of %s', (rule, _, edit) => {
  expect(checkSpec(edited(baseDocument, edit))).toEqual([])
  expect(catalogue).toContain(rule)
})

/** Severities that differ from fault to fault, the plain ones of each rule being in the catalogue. */
const several: Readonly<Record<string, readonly Severity[]>> = {
  'control/branch-arm': ['error', 'warning'],
  'name/characters': ['error', 'warning'],
  'schedule/cron-uneven-step': ['info'],
  'schema/unknown-field': ['info', 'warning'],
}

/** What is disputed or only inferred, and so never stops a build. */
const warnings = [
  'control/join-arm',
  'control/join-expression',
  'control/structure',
  'parameter/undeclared',
  'reference/unknown-output',
  'schedule/cron-ambiguous-step',
  'schedule/cron-leap-day',
  'schedule/cron-short-interval',
  'schedule/cron-spacing',
  'schedule/unused-cron',
  'schedule/zone-fixed-offset',
  'strategy/denied-rerun',
  'strategy/priority-console',
  'strategy/timeout-unit',
  'table/order',
]

test.each(rules)('$name has its severity', ({ name, severity }) => {
  const found = faults
    .filter(([, , rule]) => rule === name)
    .flatMap(([, edit]) => checkSpec(edited(baseDocument, edit)).map((diagnostic) => diagnostic.severity))
  const expected = several[name] ?? [warnings.includes(name) ? 'warning' : 'error']
  expect([...new Set(found)].sort()).toEqual(expected)
  expect(expected).toContain(severity)
})
