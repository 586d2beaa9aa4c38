import { checkSpec, ruleNames, type Severity } from 'flowspec'
import { describe, expect, test } from 'vitest'
import { knownRules } from '../../src/check/engine/known-rules.ts'
import { rules } from '../../src/check/rules/index.ts'
import { otherRules } from '../../src/check/rules/other-rules.ts'
import { bodyFaults } from './faults/body-faults.ts'
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
import { bodyPasses } from './passes/body-passes.ts'
import { controlPasses } from './passes/control-passes.ts'
import { flowPasses } from './passes/flow-passes.ts'
import { meaningPasses } from './passes/meaning-passes.ts'
import { nodePasses } from './passes/node-passes.ts'
import { parameterPasses } from './passes/parameter-passes.ts'
import { parameterUsePasses } from './passes/parameter-use-passes.ts'
import { projectPasses } from './passes/project-passes.ts'
import { shapePasses } from './passes/shape-passes.ts'
import { tablePasses } from './passes/table-passes.ts'
import { timePasses } from './passes/time-passes.ts'
import { baseDocument } from './support/base-document.ts'
import { edited } from './support/edit.ts'

const faults = [
  ...schemaFaults,
  ...nameFaults,
  ...referenceFaults,
  ...scheduleFaults,
  ...controlFaults,
  ...bodyFaults,
  ...tableFaults,
  ...parameterFaults,
  ...nodeFaults,
  ...flowFaults,
  ...timeFaults,
  ...parameterUseFaults,
]
const passes = [
  ...shapePasses,
  ...meaningPasses,
  ...controlPasses,
  ...bodyPasses,
  ...tablePasses,
  ...parameterPasses,
  ...nodePasses,
  ...flowPasses,
  ...timePasses,
  ...parameterUsePasses,
]
const catalogue = rules.map(({ name }) => name)

describe('the catalogue', () => {
  test.each(rules)('$name has a document that fails and one that passes', ({ name }) => {
    expect([...faults, ...projectFaults].filter(([, , rule]) => rule === name)).not.toEqual([])
    expect([...passes, ...projectPasses].filter(([rule]) => rule === name)).not.toEqual([])
  })

  test('with the rules raised elsewhere it is the list of rule names', () => {
    expect(otherRules.map(({ name }) => name)).toEqual([
      'code/file-unreadable',
      'document/cyclic',
      'document/not-json',
      'document/one-workflow',
      'document/syntax',
      'document/too-deep',
      'document/too-large',
      'document/unsafe-key',
      'parameter/date-range',
      'parameter/missing-time',
      'parameter/runtime-only',
      'parameter/spacing',
      'project/unknown-environment',
      'reference/unknown-project',
      'schedule/calendar-unknown',
      'schedule/cron-not-carried',
      'settings/faulty-rule',
      'settings/unknown-rule',
      'settings/unknown-severity',
      'suppression/missing-reason',
      'suppression/unknown-rule',
    ])
    expect([...catalogue, ...otherRules.map(({ name }) => name)].sort()).toEqual([...ruleNames])
    expect([...knownRules].sort()).toEqual([...ruleNames])
  })

  test('has each rule once, with what it finds and why', () => {
    expect(new Set(catalogue).size).toBe(catalogue.length)
    for (const { name, summary, evidence } of [...rules, ...otherRules]) {
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

test.each(projectPasses)('%s says nothing of %s', (rule, _, edit, project) => {
  expect(checkSpec(edited(baseDocument, edit), { project })).toEqual([])
  expect(catalogue).toContain(rule)
})

/** Severities that differ from fault to fault, the plain ones of each rule being in the catalogue. */
const several: Readonly<Record<string, readonly Severity[]>> = {
  'control/branch-arm': ['error', 'warning'],
  'graph/isolated-node': ['info'],
  'name/characters': ['error', 'warning'],
  'project/cycle': ['error', 'warning'],
  'node/legacy-command': ['info'],
  'node/unknown-command': ['info', 'warning'],
  'parameter/component': ['info', 'warning'],
  'parameter/unused': ['info'],
  'schedule/cron-uneven-step': ['info'],
  'schedule/inner-trigger': ['info'],
  'schema/unknown-field': ['info', 'warning'],
  'variable/unbound': ['info'],
}

/** What is disputed or only inferred, and so never stops a build. */
const warnings = [
  'control/body-border',
  'control/branch-condition',
  'control/join-arm',
  'control/join-expression',
  'control/loop-ends',
  'control/loop-list',
  'control/loop-rounds',
  'control/not-citable',
  'control/structure',
  'document/version',
  'graph/input-mismatch',
  'graph/node-count',
  'name/function',
  'node/command-code',
  'node/content-json',
  'node/datasource',
  'node/language',
  'parameter/duplicate',
  'parameter/misleading',
  'parameter/positional',
  'parameter/undeclared',
  'reference/rounded-id',
  'reference/unknown-output',
  'project/duplicate-path',
  'project/unknown-output',
  'schedule/cron-ambiguous-step',
  'schedule/cron-leap-day',
  'schedule/cron-short-interval',
  'schedule/cron-spacing',
  'schedule/cycle-type',
  'schedule/delay-unit',
  'schedule/missing-type',
  'schedule/unused-cron',
  'schedule/zone-fixed-offset',
  'strategy/concurrency',
  'strategy/denied-rerun',
  'strategy/priority-console',
  'strategy/rerun-unit',
  'strategy/timeout-range',
  'strategy/timeout-unit',
  'table/order',
  'variable/hub-outputs',
  'variable/source',
]

test.each(rules)('$name has its severity', ({ name, severity }) => {
  const alone = faults.filter(([, , rule]) => rule === name).map(([, edit]) => checkSpec(edited(baseDocument, edit)))
  const inProject = projectFaults
    .filter(([, , rule]) => rule === name)
    .map(([, edit, , , project]) => checkSpec(edited(baseDocument, edit), { project }))
  const found = [...alone, ...inProject].flat().map((diagnostic) => diagnostic.severity)
  const expected = several[name] ?? [warnings.includes(name) ? 'warning' : 'error']
  expect([...new Set(found)].sort()).toEqual(expected)
  expect(expected).toContain(severity)
})
